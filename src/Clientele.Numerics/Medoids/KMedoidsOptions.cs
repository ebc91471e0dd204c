namespace Clientele.Numerics.Medoids;

/// <summary>What lies between two rows.</summary>
public enum MedoidDistance
{
    Euclidean,
    Manhattan,
    SquaredEuclidean,
}

/// <summary>Where the first medoids come from.</summary>
public enum MedoidStart
{
    /// <summary>The best of some drawn rows, one medoid after the other; 10 + ⌈√n⌉ are drawn each time. [SR21] LAB, looked at with all rows.</summary>
    Lab,

    /// <summary>The best of all rows, one medoid after the other; nothing is drawn. O(k · n² · d). [KR90] BUILD.</summary>
    Build,

    /// <summary>Drawn rows.</summary>
    Random,
}

/// <summary>How K-Medoids looks for medoids.</summary>
public sealed record KMedoidsOptions
{
    /// <summary>Clusters wanted, at least 1.</summary>
    public int K { get; init => field = Require.AtLeast(1, value); } = 5;

    public MedoidDistance Distance
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Distance), value, "Is no distance.");
    }

    public MedoidStart Start
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Start), value, "Is no start.");
    }

    /// <summary>Starts that draw, at least 1; the one with the least total distance wins, the first on a tie.</summary>
    public int Starts { get; init => field = Require.AtLeast(1, value); } = 1;

    /// <summary>Most times that one start looks at every row, at least 1. A start that needs more is cut off and says so.</summary>
    public int MaxIterations { get; init => field = Require.AtLeast(1, value); } = 100;

    /// <summary>
    /// Distinct rows per sample, for data too large to compare all pairs: medoids are looked for in samples, and those win whose total over
    /// all rows is least. 0: no sampling. [KR90] CLARA, [SR21] FastCLARA.
    /// </summary>
    public int SampleRows { get; init => field = Require.AtLeast(0, value); }

    /// <summary>Samples, at least 1. From the second on each contains the best medoids so far.</summary>
    public int Samples { get; init => field = Require.AtLeast(1, value); } = 5;

    /// <summary>All chance comes from here.</summary>
    public ulong Seed { get; init; }
}
