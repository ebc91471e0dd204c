using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Clientele.Cleaning;

/// <summary>The 128-bit hashes of all lines so far that fall into one partition: open addressing, 16 bytes a line.</summary>
/// <remarks>
/// A slot is found by multiplying the hash with the capacity, so the capacity may be any number and a larger table keeps the order of the
/// smaller one: growing by a quarter is one pass over both. At most 80 % full, so about 20 to 25 bytes a line.
/// </remarks>
internal sealed class DuplicateSet
{
    private const int LeastCapacity = 64;

    private readonly DuplicateBudget _budget;
    private Slot[] _slots;
    private uint _capacity;
    private uint _limit;

    public DuplicateSet(long expected, DuplicateBudget budget)
    {
        _slots = new Slot[0];
        _budget = budget;
        Resize(Math.Max(LeastCapacity, expected * 4 / 3));
    }

    public int Count { get; private set; }

    /// <summary>Brings the slot of a hash towards the cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(ulong low)
    {
        if (!Sse.IsSupported) return;
        ref var slot = ref Unsafe.Add(ref _slots[0], Start(low));
        Sse.Prefetch0(Unsafe.AsPointer(ref slot));
    }

    /// <summary>Adds a hash; false when it is there already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(ulong low, ulong high)
    {
        low |= 1; // zero marks a free slot
        ref var slots = ref _slots[0];
        var at = Start(low);
        while (true)
        {
            ref var slot = ref Unsafe.Add(ref slots, at);
            if (slot.Low == 0)
            {
                slot.Low = low;
                slot.High = high;
                if (++Count > _limit) Resize(_capacity * (_capacity > 1 << 12 ? 1.25 : 2));
                return true;
            }

            if (slot.Low == low && slot.High == high) return false;
            if (++at < (nuint)_slots.Length) continue;
            Resize(_capacity * 1.25);
            slots = ref _slots[0];
            at = Start(low);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nuint Start(ulong low) => (nuint)(((low >> 32) * _capacity) >> 32);

    /// <summary>The run-out beyond the last slot takes what collides at the end, so no probe wraps around.</summary>
    private void Resize(double capacity)
    {
        var old = _slots;
        _capacity = (uint)Math.Min(capacity, 1 << 30);
        _limit = (uint)(_capacity * 0.8);
        var length = _capacity + RunOut(_capacity);
        _budget.Take(length * 16L - old.Length * 16L);
        _slots = new Slot[length];
        for (var i = 0; i < old.Length; i++)
        {
            ref var slot = ref old[i];
            if (slot.Low == 0) continue;
            var at = Start(slot.Low);
            while (_slots[at].Low != 0) at++;
            _slots[at] = slot;
        }
    }

    /// <summary>Linear probing at 80 % makes clusters of a few hundred slots at most.</summary>
    private static uint RunOut(uint capacity) => Math.Min(capacity, 4096);

    private struct Slot
    {
        public ulong Low;
        public ulong High;
    }
}
