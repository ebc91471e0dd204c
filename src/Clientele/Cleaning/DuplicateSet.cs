using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Clientele.Cleaning;

/// <summary>The 128-bit hashes of all lines so far that fall into one partition: open addressing, 16 bytes a line.</summary>
/// <remarks>
/// A slot is found by multiplying the hash with the capacity, so the capacity may be any number and a larger table keeps the order of the
/// smaller one: growing by a quarter is one pass over both. At most 80 % full; made for a known number of lines 59 %, for tens of millions nearly 80 %: 20 to 27 bytes a line.
/// </remarks>
internal sealed unsafe class DuplicateSet
{
    private const int LeastCapacity = 64;

    /// <summary>Hashes in one set beyond which memory counts for more than short probes.</summary>
    private const long Roomy = 300_000;

    private readonly DuplicateBudget _budget;
    private ZeroedMemory _memory;
    private Slot* _slots;
    private uint _capacity;
    private uint _length;
    private uint _limit;
    private bool _grown;

    private DuplicateSet(DuplicateBudget budget, ZeroedMemory memory, long offset, uint capacity)
    {
        _budget = budget;
        _memory = memory;
        Use((Slot*)(memory.Start + offset), capacity);
    }

    public int Count { get; private set; }

    /// <summary>Empty sets side by side in one stretch of memory, each for so many hashes before it must grow.</summary>
    public static DuplicateSet[] Create(int sets, long expected, DuplicateBudget budget)
    {
        var capacity = (uint)Math.Min(Math.Max(LeastCapacity, expected > Roomy ? expected * 5 / 4 : expected * 17 / 10), 1 << 30);
        var bytes = (capacity + RunOut(capacity)) * (long)sizeof(Slot);
        budget.Take(bytes * sets);
        var memory = new ZeroedMemory(bytes * sets);
        var created = new DuplicateSet[sets];
        for (var i = 0; i < sets; i++) created[i] = new DuplicateSet(budget, memory, bytes * i, capacity);
        return created;
    }

    /// <summary>Gives the memory back.</summary>
    public void Free() => _memory.Dispose();

    /// <summary>Brings the slot of a hash towards the cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong low)
    {
        if (Sse.IsSupported) Sse.Prefetch0(_slots + Start(low));
    }

    /// <summary>Adds a hash; false when it is there already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(ulong low, ulong high)
    {
        low |= 1; // zero marks a free slot
        var at = Start(low);
        while (true)
        {
            var slot = _slots + at;
            if (slot->Low == 0)
            {
                slot->Low = low;
                slot->High = high;
                if (++Count > _limit) Grow();
                return true;
            }

            if (slot->Low == low && slot->High == high) return false;
            if (++at < _length) continue;
            Grow();
            at = Start(low);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nuint Start(ulong low) => (nuint)(((low >> 32) * _capacity) >> 32);

    private void Use(Slot* slots, uint capacity)
    {
        _slots = slots;
        _capacity = capacity;
        _length = capacity + RunOut(capacity);
        _limit = (uint)(capacity * 0.8);
    }

    private void Grow()
    {
        var capacity = (uint)Math.Min(_capacity * (_capacity > 1 << 14 ? 1.25 : 2), 1 << 30);
        var length = capacity + RunOut(capacity);
        _budget.Take((length - (long)_length) * sizeof(Slot));
        var memory = new ZeroedMemory(length * (long)sizeof(Slot));
        var old = _slots;
        var oldLength = _length;
        var oldMemory = _memory;
        Use((Slot*)memory.Start, capacity);
        _memory = memory;
        for (var i = 0U; i < oldLength; i++)
        {
            if (old[i].Low == 0) continue;
            var at = Start(old[i].Low);
            while (_slots[at].Low != 0) at++;
            if (at >= _length - 1) throw new InvalidOperationException("Hashes of lines collide.");
            _slots[at] = old[i];
        }

        if (_grown) oldMemory.Dispose(); // the first stretch is shared with the other sets
        _grown = true;
    }

    /// <summary>The run-out beyond the last slot takes what collides at the end, so no probe wraps around; linear probing at 80 % makes clusters of a few hundred slots at most.</summary>
    private static uint RunOut(uint capacity) => Math.Min(capacity, 4096);

    private struct Slot
    {
        public ulong Low;
        public ulong High;
    }
}
