using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Clientele.Customers.Folding;

/// <summary>Distinct 64-bit keys of pairs (customer, product); 8 bytes a key, at most 80 % full.</summary>
/// <remarks>With n pairs in a partition the chance of one false match is about n² / 2⁶⁵: 10⁻⁸ for half a million.</remarks>
internal sealed class PairSet
{
    private ulong[] _slots = new ulong[128];
    private uint _capacity = 64;

    public int Count { get; private set; }

    public long Bytes => _slots.Length * 8L;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(ulong key)
    {
        if (!Sse.IsSupported) return;
        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref _slots[0], Start(key))));
    }

    /// <summary>Adds a key; false when it is there already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(ulong key)
    {
        key |= 1;
        var at = (int)Start(key);
        while (true)
        {
            var found = _slots[at];
            if (found == key) return false;
            if (found == 0)
            {
                _slots[at] = key;
                if (++Count > _capacity * 0.8) Resize(_capacity * (_capacity > 1 << 12 ? 1.25 : 2));
                return true;
            }

            if (++at < _slots.Length) continue;
            Resize(_capacity * 1.25);
            at = (int)Start(key);
        }
    }

    public void AddAll(PairSet other)
    {
        foreach (var key in other._slots)
        {
            if (key != 0) Add(key);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nuint Start(ulong key) => (nuint)(((key >> 32) * _capacity) >> 32);

    private void Resize(double capacity)
    {
        var old = _slots;
        _capacity = (uint)Math.Min(capacity, 1 << 30);
        _slots = new ulong[_capacity + Math.Min(_capacity, 4096)];
        foreach (var key in old)
        {
            if (key == 0) continue;
            var at = Start(key);
            while (_slots[at] != 0) at++;
            _slots[at] = key;
        }
    }
}
