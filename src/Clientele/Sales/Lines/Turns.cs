namespace Clientele.Sales.Lines;

/// <summary>Lets blocks pass through each partition in their own order while different blocks work in different partitions.</summary>
internal sealed class Turns(int partitions)
{
    private const int Stride = 16; // one cache line per partition

    private readonly long[] _turns = new long[partitions * Stride];
    private volatile bool _broken;

    /// <summary>Waits until all earlier blocks have left the partition; false when a thread has failed.</summary>
    public bool Enter(int partition, long block)
    {
        ref var turn = ref _turns[partition * Stride];
        if (Volatile.Read(ref turn) == block) return true;
        var spin = default(SpinWait);
        while (Volatile.Read(ref turn) != block)
        {
            if (_broken) return false;
            spin.SpinOnce(-1);
        }

        return true;
    }

    public void Leave(int partition, long block) => Volatile.Write(ref _turns[partition * Stride], block + 1);

    /// <summary>A thread has failed.</summary>
    public bool IsBroken => _broken;

    /// <summary>Releases everybody who waits.</summary>
    public void Break() => _broken = true;
}
