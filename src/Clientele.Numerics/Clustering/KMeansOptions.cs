namespace Clientele.Numerics.Clustering;

/// <summary>How K-Means looks for centres.</summary>
public sealed record KMeansOptions
{
    /// <summary>Clusters wanted, at least 1. A range of k sets it for each fit.</summary>
    public int K { get; init => field = Require.AtLeast(1, value); } = 5;

    /// <summary>
    /// Independent starts, at least 1; the one with the least inertia wins, the first on a tie. From 131,072 distinct rows on, each goes down
    /// on about an eighth of them first, and on from there on all.
    /// </summary>
    public int Starts { get; init => field = Require.AtLeast(1, value); } = 10;

    /// <summary>Most rounds of one start over all rows, at least 1. A start that needs more is cut off and says so.</summary>
    public int MaxIterations { get; init => field = Require.AtLeast(1, value); } = 300;

    /// <summary>How the first centres of a start are drawn.</summary>
    public KMeansStart Start { get; init => field = Require.Defined(value); }

    /// <summary>How distances are saved. Never changes the result.</summary>
    public KMeansForm Form { get; init => field = Require.Defined(value); }

    /// <summary>All chance comes from here.</summary>
    public ulong Seed { get; init; }

    /// <summary>Threads to work with where no <see cref="FitContext"/> says it; 0 means one per core. Never changes the result.</summary>
    public int Threads { get; init => field = Require.AtLeast(0, value); }
}
