using Clientele.Sales;

namespace Clientele;

/// <summary>Everything that a run depends on. Written into run.json; <c>clientele run run.json</c> repeats it.</summary>
public sealed record Plan
{
    /// <summary>Input paths after globs were expanded, as given; <c>-</c> is standard input.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    public ReadOptions Reading { get; init; } = ReadOptions.Default;

    public CleaningOptions Cleaning { get; init; } = new();

    public SegmentOptions Segments { get; init; } = new();

    /// <summary>Tables to join to the customers: <c>table.csv</c> or <c>table.csv:key</c>.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>The instant recency counts from; null means the latest kept sale + 1 day.</summary>
    public DateTime? AsOf { get; init; }
}

/// <summary>What happens to cancelled lines.</summary>
public enum Returns
{
    /// <summary>Cancelled lines are excluded, listed and totalled.</summary>
    Exclude,

    /// <summary>Returns reduce the customer's money.</summary>
    Net,

    /// <summary>A return is paired with its sale and both leave.</summary>
    Match,
}

public sealed record CleaningOptions
{
    public Returns Returns { get; init; }

    /// <summary>Optional rules switched on, by id (<c>non-product</c>, <c>test-order</c>, <c>outlier</c>).</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];

    /// <summary>Standard rules switched off, by id (<c>duplicate-line</c>).</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Most unreadable lines before the run stops, as a share of all lines.</summary>
    public double MaxRejects { get; init; } = 0.01;

    /// <summary>Most lines per rule in excluded.csv; totals are always complete. Negative means no cap.</summary>
    public long ExcludedCap { get; init; } = 10_000;
}

public sealed record SegmentOptions
{
    /// <summary><c>both</c> (map and clusters shown against each other), <c>rfm</c> or <c>kmeans</c>.</summary>
    public string Method { get; init; } = "both";

    /// <summary>Name in the catalog of maps, or a path of a map file.</summary>
    public string Map { get; init; } = "codes";

    /// <summary><c>quantile</c>, <c>nested</c> or <c>fixed</c>.</summary>
    public string Scoring { get; init; } = "quantile";

    /// <summary>Upper bounds for fixed scores per measure, from <c>--thresholds recency=30,90,180,365</c>.</summary>
    public IReadOnlyDictionary<string, double[]> Thresholds { get; init; } = new Dictionary<string, double[]>();

    public int LeastK { get; init; } = 2;

    public int MostK { get; init; } = 10;

    public int Starts { get; init; } = 10;

    public IReadOnlyList<string> Features { get; init; } = ["recency", "frequency", "monetary"];

    /// <summary><c>none</c> or <c>log1p</c>; applied before scaling.</summary>
    public string Transform { get; init; } = "log1p";

    /// <summary><c>standard</c> (z-score, population sd), <c>robust</c>, <c>minmax</c> or <c>none</c>.</summary>
    public string Scale { get; init; } = "standard";

    public ulong Seed { get; init; }
}
