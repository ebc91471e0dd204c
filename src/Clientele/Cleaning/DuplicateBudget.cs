namespace Clientele.Cleaning;

/// <summary>The memory that the hashes of the duplicate check may take together.</summary>
/// <param name="limit">Bytes; 0 means half of what the machine or container has.</param>
internal sealed class DuplicateBudget(long limit)
{
    /// <summary>Empty sets take this much; less would never be enough.</summary>
    private const long Least = 1 << 20;

    private readonly long _limit = limit > 0 ? Math.Max(limit, Least) : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;
    private long _taken;

    /// <summary>Rounds needed for so many lines, at 24 bytes a line.</summary>
    public static int Rounds(long lines, long limit) => (int)Math.Clamp(lines * 24 / new DuplicateBudget(limit)._limit + 1, 1, 1024);

    public void Take(long bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) > _limit) throw new DuplicateBudgetException();
    }
}

/// <summary>The hashes outgrew the memory; the pass starts again in more rounds.</summary>
internal sealed class DuplicateBudgetException() : Exception("The duplicate check needs more rounds.");
