using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Clientele.Customers.Folding;

/// <summary>Distinct 64-bit keys of pairs (customer, product); 8 bytes a key, at most 80 % full.</summary>
/// <remarks>With n pairs in a partition the chance of one false match is about n² / 2⁶⁵: 10⁻⁸ for half a million.</remarks>
internal sealed unsafe class PairSet : IDisposable
{
    private const uint Least = 512;

    private ZeroedMemory _memory;
    private ulong* _slots;
    private uint _capacity;
    private uint _length;
    private uint _limit;

    public PairSet()
        : this(Least)
    {
    }

    /// <summary>An empty set.</summary>
    /// <param name="expected">Keys that fit before it must grow.</param>
    public PairSet(long expected)
        : this(CapacityFor(expected))
    {
    }

    private PairSet(uint capacity)
    {
        _memory = new ZeroedMemory(BytesFor(capacity));
        Use((ulong*)_memory.Start, capacity);
    }

    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong key)
    {
        if (Sse.IsSupported) Sse.Prefetch0(_slots + Start(key));
    }

    /// <summary>Adds a key; false when it is there already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(ulong key)
    {
        key |= 1; // zero marks a free slot
        var at = Start(key);
        while (true)
        {
            var found = _slots[at];
            if (found == key) return false;
            if (found == 0)
            {
                _slots[at] = key;
                if (++Count > _limit) Grow();
                return true;
            }

            if (++at < _length) continue;
            Grow();
            at = Start(key);
        }
    }

    public void AddAll(PairSet other)
    {
        for (var i = 0U; i < other._length; i++)
        {
            if (other._slots[i] != 0) Add(other._slots[i]);
        }
    }

    public void Dispose() => _memory.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nuint Start(ulong key) => (nuint)(((key >> 32) * _capacity) >> 32);

    private static uint CapacityFor(long expected) => (uint)Math.Clamp(expected * 5 / 3, Least, 1 << 27);

    private static long BytesFor(uint capacity) => (capacity + Math.Min(capacity, 4096)) * (long)sizeof(ulong);

    private void Use(ulong* slots, uint capacity)
    {
        _slots = slots;
        _capacity = capacity;
        _length = capacity + Math.Min(capacity, 4096);
        _limit = (uint)(capacity * 0.8);
    }

    private void Grow()
    {
        var capacity = (uint)Math.Min(_capacity * (_capacity > 1 << 15 ? 1.5 : 2), 1 << 30);
        var old = _slots;
        var length = _length;
        var memory = _memory;
        _memory = new ZeroedMemory(BytesFor(capacity));
        Use((ulong*)_memory.Start, capacity);
        for (var i = 0U; i < length; i++)
        {
            if (old[i] == 0) continue;
            var at = Start(old[i]);
            while (_slots[at] != 0) at++;
            if (at >= _length - 1) throw new InvalidOperationException("Hashes of products collide.");
            _slots[at] = old[i];
        }

        memory.Dispose();
    }
}
