namespace Clientele.Numerics.Clustering;

/// <summary>How bisecting K-Means splits.</summary>
public sealed record BisectingOptions
{
    /// <summary>Clusters wanted, at least 1.</summary>
    public int K { get; init => field = Require.AtLeast(1, value); } = 5;

    /// <summary>Trials of each split, at least 1; the one with the least inertia wins.</summary>
    public int Starts { get; init => field = Require.AtLeast(1, value); } = 5;

    /// <summary>Most rounds of one trial and of the refinement, at least 1.</summary>
    public int MaxIterations { get; init => field = Require.AtLeast(1, value); } = 300;

    /// <summary>Whether K-Means goes on from the centres after the last split. Without, rows only go to their nearest centres.</summary>
    public bool Refine { get; init; } = true;

    /// <summary>All chance comes from here.</summary>
    public ulong Seed { get; init; }
}
