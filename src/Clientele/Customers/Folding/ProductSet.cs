using System.Runtime.CompilerServices;

namespace Clientele.Customers.Folding;

/// <summary>Distinct products, by their 64-bit hashes; 8 bytes each, at most 80 % full.</summary>
/// <remarks>Among n products the chance of one false match is about n² / 2⁶⁴: 10⁻⁸ for half a million.</remarks>
internal sealed unsafe class ProductSet : IDisposable
{
    private const uint LeastCapacity = 512;

    private ZeroedMemory _memory;
    private ulong* _slots;
    private uint _capacity;
    private uint _length;
    private uint _limit;

    public ProductSet()
    {
        _memory = new ZeroedMemory(BytesFor(LeastCapacity));
        Use((ulong*)_memory.Start, LeastCapacity);
    }

    public int Count { get; private set; }

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

    public void AddAll(ProductSet other)
    {
        for (var i = 0U; i < other._length; i++)
        {
            if (other._slots[i] != 0) Add(other._slots[i]);
        }
    }

    public void Dispose() => _memory.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nuint Start(ulong key) => (nuint)(((key >> 32) * _capacity) >> 32);

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
