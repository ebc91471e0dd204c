using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Association;

/// <summary>Columns of whole numbers that are made while they are read.</summary>
internal interface IWholeColumns
{
    /// <summary>d.</summary>
    int Count { get; }

    /// <summary>n.</summary>
    int Rows { get; }

    /// <summary>Whole numbers of column q from a row on.</summary>
    void Read(int q, int start, Span<long> to);
}

/// <summary>Values in the units of their columns.</summary>
internal sealed class RoundedColumns(IReadOnlyList<double[]> columns, WholeUnit[] units) : IWholeColumns
{
    public int Count => columns.Count;

    public int Rows => columns[0].Length;

    public void Read(int q, int start, Span<long> to) => units[q].Round(columns[q].AsSpan(start, to.Length), to);
}

/// <summary>Ranks.</summary>
internal sealed class RankColumns(int[][] columns) : IWholeColumns
{
    public int Count => columns.Length;

    public int Rows => columns[0].Length;

    public void Read(int q, int start, Span<long> to)
    {
        var from = columns[q].AsSpan(start, to.Length);
        for (var i = 0; i < from.Length; i++) to[i] = from[i];
    }
}
