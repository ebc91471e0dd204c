namespace Clientele;

/// <summary>What a run needs from the outside that must not change its result.</summary>
public sealed record RunContext
{
    /// <summary>Worker threads; 0 means one per core.</summary>
    public int Threads { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>Told a few times a second at most.</summary>
    public Action<RunProgress>? Progress { get; init; }

    /// <summary>What <c>-</c> stands for, or null.</summary>
    public Stream? StandardInput { get; init; }

    /// <summary>Receives excluded.csv while lines are read, or null.</summary>
    public Stream? Excluded { get; init; }

    /// <summary>Bytes that the duplicate check may take; 0 means half of what the machine or container has. Less memory, more rounds over the files, same result.</summary>
    public long MemoryLimit { get; init; }

    /// <summary>Excluded lines show their text; off with <c>--no-values</c>.</summary>
    public bool ShowValues { get; init; } = true;
}

/// <summary>Where a run is.</summary>
/// <param name="Stage">reading, customers, segments, writing.</param>
/// <param name="Done">Work done in the stage (bytes while reading).</param>
/// <param name="Total">All work of the stage, or 0 when unknown (standard input).</param>
/// <param name="Lines">Data lines read so far.</param>
public readonly record struct RunProgress(string Stage, long Done, long Total, long Lines);
