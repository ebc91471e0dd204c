namespace Clientele.Numerics.Threading;

/// <summary>
/// Zeros that begin at a multiple of 64 bytes, a cache line and the widest vector: a load of eight then never takes two lines. They do not move,
/// so a pointer holds as long as this object is held.
/// </summary>
internal sealed unsafe class AlignedDoubles
{
    private const int Line = 64;

    private readonly double[] _room;

    public AlignedDoubles(long count)
    {
        _room = GC.AllocateArray<double>(checked((int)(count + (Line / sizeof(double)))), pinned: true);
        fixed (double* start = _room) Start = (double*)(((nint)start + Line - 1) / Line * Line);
    }

    public double* Start { get; }

    public ref double this[long at] => ref Start[at];
}
