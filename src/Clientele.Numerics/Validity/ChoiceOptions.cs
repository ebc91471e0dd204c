namespace Clientele.Numerics.Validity;

/// <summary>How the number of clusters is chosen.</summary>
public sealed record ChoiceOptions
{
    /// <summary>Least number of clusters that may be recommended besides one, at least 2.</summary>
    public int Least { get; init => field = Require.AtLeast(2, value); } = 2;

    /// <summary>Largest number of clusters, at least <see cref="Least"/>; cut down to a quarter of the rows.</summary>
    public int Most { get; init => field = Require.AtLeast(2, value); } = 10;

    /// <summary>Level of the test for clusters: the share of data without clusters in which it may find some.</summary>
    public double Level { get; init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must lie between 0 and 1."); } = 0.01;

    /// <summary>Reference data sets of the test, at least 19; a level of 0.01 needs 99.</summary>
    public int References { get; init => field = Require.AtLeast(19, value); } = 99;

    /// <summary>Even data sets of the gap statistic, at least 2.</summary>
    public int GapReferences { get; init => field = Require.AtLeast(2, value); } = 20;

    /// <summary>Divisions of the prediction strength, at least 1.</summary>
    public int Divisions { get; init => field = Require.AtLeast(1, value); } = 10;

    /// <summary>Rows that the test, the gap and the prediction strength look at; of more, a sample of so many is drawn by the seed.</summary>
    public int SampleRows { get; init => field = Require.AtLeast(40, value); } = 1000;

    /// <summary>Up to so many rows silhouettes are exact; of more, rows are drawn and measured against all.</summary>
    public int ExactSilhouettes { get; init => field = Require.AtLeast(40, value); } = 20_000;

    /// <summary>All chance comes from here.</summary>
    public ulong Seed { get; init; }
}
