namespace Clientele.Numerics;

/// <summary>What a fit may use and whom it tells. Nothing here ever changes a result.</summary>
public sealed record FitContext
{
    // What other programs, the data itself and the results are left with, of all memory there is.
    private const double LeftToOthers = 0.25;

    public static FitContext Default { get; } = new();

    /// <summary>Threads to work with; 0 means one per core.</summary>
    public int Threads { get; init => field = Require.AtLeast(0, value); }

    /// <summary>Hears the share that is done, rising from 0 to 1; may be null. Called from any thread.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Looked at several times a second.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Bytes that a fit may take for itself. It is asked before anything is allocated; by default three quarters of what there is.</summary>
    public long MemoryLimit { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be above 0."); } =
        (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * (1 - LeftToOthers));

    /// <summary>Refuses what does not fit.</summary>
    /// <param name="what">What would be worked out: "average linkage of 1,000,000 rows".</param>
    /// <param name="bytes">Its estimate.</param>
    /// <param name="instead">What to do instead.</param>
    internal void Reserve(string what, double bytes, string instead)
    {
        if (bytes > MemoryLimit) throw new MemoryLimitException(what, bytes, MemoryLimit, instead);
    }
}
