namespace Clientele.Numerics.Mixed;

/// <summary>How K-Prototypes looks for clusters of rows with numbers and categories.</summary>
public sealed record KPrototypesOptions
{
    /// <summary>Clusters wanted, at least 1.</summary>
    public int K { get; init => field = Require.AtLeast(1, value); } = 5;

    /// <summary>Columns that hold categories as codes, counted from 0; each at most once. All of them: K-Modes.</summary>
    public IReadOnlyList<int> Categorical { get; init => field = Checked(value); } = [];

    /// <summary>
    /// What one category that differs costs, in squared units of the numbers, above 0. Null: half the mean variance of the numeric columns
    /// (1 where none varies), which is 0.5 for z-scores.
    /// </summary>
    public double? Gamma { get; init => field = value is null or (> 0 and < double.PositiveInfinity) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be finite and above 0."); }

    /// <summary>Independent starts, at least 1; the one with the least cost wins, the first on a tie.</summary>
    public int Starts { get; init => field = Require.AtLeast(1, value); } = 10;

    /// <summary>Most rounds of one start, at least 1.</summary>
    public int MaxIterations { get; init => field = Require.AtLeast(1, value); } = 300;

    /// <summary>All chance comes from here.</summary>
    public ulong Seed { get; init; }

    private static IReadOnlyList<int> Checked(IReadOnlyList<int> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var seen = new SortedSet<int>();
        foreach (var column in columns)
        {
            if (column < 0 || !seen.Add(column)) throw new ArgumentException($"Column {column} is below 0 or named twice.", nameof(columns));
        }

        return [.. seen];
    }
}
