namespace Clientele.Numerics.Rules;

/// <summary>The nodes of one depth that may still be parted, and where each row stands.</summary>
internal sealed class Level
{
    private const double Better = 1 + 1e-12;

    public Level(int nodes, int labels, int minimumLeaf, int[] cells)
    {
        (Nodes, Labels, MinimumLeaf, Cells) = (nodes, labels, minimumLeaf, cells);
        (Counts, Rows) = (new long[nodes * labels], new long[nodes]);
        foreach (var cell in cells)
        {
            if (cell >= 0) Counts[cell]++;
        }

        for (var c = 0; c < Counts.Length; c++) Rows[c / labels] += Counts[c];
        if (Counts.Length >= None) return;
        Small = new byte[cells.Length];
        for (var i = 0; i < cells.Length; i++) Small[i] = (byte)cells[i]; // −1 is 255
    }

    /// <summary>What <see cref="Small"/> says of a row that no longer counts.</summary>
    public const byte None = byte.MaxValue;

    /// <summary>The same as <see cref="Cells"/> in a byte each, or null where there are too many nodes and labels.</summary>
    public byte[]? Small { get; }

    public int Nodes { get; }

    /// <summary>k.</summary>
    public int Labels { get; }

    public int MinimumLeaf { get; }

    /// <summary>node · k + label of each row [n]; −1 for a row that no longer counts.</summary>
    public int[] Cells { get; }

    /// <summary>[nodes × k].</summary>
    public long[] Counts { get; }

    /// <summary>[nodes].</summary>
    public long[] Rows { get; }

    /// <summary>A split must be purer than this: than no split, by more than roundings.</summary>
    public double Floor(int node)
    {
        var squares = 0L;
        foreach (var count in Counts.AsSpan(node * Labels, Labels)) squares += count * count;
        return (double)squares / Rows[node] * Better;
    }

    /// <summary>Label counts of the rows that miss a value [nodes × k]; null when none does.</summary>
    /// <param name="values">[n].</param>
    /// <param name="present">How many values are there.</param>
    public long[]? Missing(double[] values, int present)
    {
        if (present == values.Length) return null;
        var (missing, some) = (new long[Counts.Length], false);
        for (var i = 0; i < values.Length; i++)
        {
            if (Cells[i] < 0 || !double.IsNaN(values[i])) continue;
            missing[Cells[i]]++;
            some = true;
        }

        return some ? missing : null;
    }
}
