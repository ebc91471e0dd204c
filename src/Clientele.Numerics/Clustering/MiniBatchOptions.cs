namespace Clientele.Numerics.Clustering;

/// <summary>How mini-batch K-Means looks for centres.</summary>
public sealed record MiniBatchOptions
{
    /// <summary>Clusters wanted, at least 1.</summary>
    public int K { get; init => field = Require.AtLeast(1, value); } = 5;

    /// <summary>Rows per batch, drawn with putting back, at least 1.</summary>
    public int BatchRows { get; init => field = Require.AtLeast(1, value); } = 1024;

    /// <summary>Most batches, at least 1.</summary>
    public int MaxBatches { get; init => field = Require.AtLeast(1, value); } = 1000;

    /// <summary>Batches without a better smoothed inertia after which the centres count as settled, at least 1.</summary>
    public int Patience { get; init => field = Require.AtLeast(1, value); } = 10;

    /// <summary>Sets of first centres that are tried on a sample, at least 1; the best goes on.</summary>
    public int Starts { get; init => field = Require.AtLeast(1, value); } = 3;

    /// <summary>
    /// A centre with fewer than this share of the rows of the largest is moved to a random row, from 0 (never) to below 1: it would hardly move by itself.
    /// </summary>
    public double LeastShare
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be at least 0 and below 1.");
    } = 0.01;

    /// <summary>All chance comes from here.</summary>
    public ulong Seed { get; init; }
}
