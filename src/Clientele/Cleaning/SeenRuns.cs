using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Clientele.Sales.Lines;

namespace Clientele.Cleaning;

/// <summary>
/// The hashes of all lines so far of one partition, kept per run key (customer and invoice): equal lines have equal keys, so a line is
/// compared only with the lines of its own order, which are few and stand together. A line is known by 128 bits of keyed hash: 64 of its
/// order and 64 of the line.
/// </summary>
/// <remarks>
/// A table of keys, 16 bytes a slot, at most 70 % full, points into a <see cref="PieceStore"/>, 8 bytes a line. A key that comes back moves
/// its hashes to a stretch that doubles; one that comes back with more than <see cref="MostListed"/> lines gives them to a
/// <see cref="DuplicateSet"/>, so that no line is ever compared with more than that many. Where lines do not come in runs all of them go
/// there, known by 128 bits of the line itself. With orders of m lines the chance that any two of n different lines are taken for equal
/// is about n · m / 2⁶⁵: 10⁻¹¹ for fifty million lines of orders of twenty.
/// </remarks>
internal sealed unsafe class SeenRuns : IDisposable
{
    /// <summary>Hashes that one key may list when it comes back.</summary>
    private const int MostListed = 64;

    private const uint LeastSlots = 64;
    private const double MostFull = 0.7;
    private const int CountBits = 19;
    private const uint Scattered = (1 << CountBits) - 1;
    private const uint MostInOne = Scattered - 1;

    // Set in the word of a list that has come back: its room is a power of two.
    private const ulong Doubling = 1UL << 63;

    private readonly DuplicateBudget _budget;
    private readonly PieceStore? _log;
    private readonly DuplicateSet _scattered;
    private ZeroedMemory? _memory;
    private Slot* _slots;
    private uint _mask;
    private uint _count;
    private bool _grown;
    private ulong* _next;
    private int _room;

    private SeenRuns(PieceStore? log, DuplicateSet scattered, DuplicateBudget budget) => (_log, _scattered, _budget) = (log, scattered, budget);

    /// <summary>Nothing seen so far, for each partition; their tables side by side in one stretch of memory.</summary>
    /// <param name="log">Where lists stand; null: lines do not come in runs.</param>
    /// <param name="scattered">Per partition what takes the lines of keys that come back with many.</param>
    /// <param name="keys">Keys expected in a partition.</param>
    /// <param name="budget">What slots are taken from.</param>
    public static SeenRuns[] Create(PieceStore? log, DuplicateSet[] scattered, long keys, DuplicateBudget budget)
    {
        var slots = LeastSlots;
        while (slots * MostFull < keys && slots < 1 << 30) slots *= 2;
        var bytes = slots * (long)sizeof(Slot);
        var memory = log is null ? null : Take(budget, bytes * scattered.Length);
        var created = new SeenRuns[scattered.Length];
        for (var i = 0; i < created.Length; i++)
        {
            created[i] = new SeenRuns(log, scattered[i], budget);
            if (memory is not null) created[i].Use(memory, bytes * i, slots);
        }

        return created;
    }

    /// <summary>Brings the slot of a key towards the cache; any thread may ask for it at any time: nothing is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(in SalesRun run, SalesBatch batch)
    {
        if (!Sse.IsSupported) return;
        if (_log is not null) Sse.Prefetch0(_slots + ((uint)(run.Key | 1) & _mask));
        else _scattered.Prefetch(batch.Hashes[run.First]);
    }

    /// <summary>Marks the lines of a run that equal a line of an earlier run, and remembers the others. Lines that repeat one of their own run are marked already.</summary>
    public void Mark(SalesBatch batch, ref SalesRun run)
    {
        if (_log is null || run.Count > (int)MostInOne)
        {
            Scatter(batch, ref run);
            return;
        }

        var key = run.Key | 1; // zero marks a free slot
        var at = (uint)key & _mask;
        while (_slots[at].Key != key)
        {
            if (_slots[at].Key == 0)
            {
                Begin(key, at, batch, in run);
                return;
            }

            at = (at + 1) & _mask;
        }

        Return(ref _slots[at], batch, ref run);
    }

    public void Dispose()
    {
        _memory?.Dispose();
        _scattered.Free();
    }

    private void Begin(ulong key, uint at, SalesBatch batch, in SalesRun run)
    {
        var list = Room(run.Count);
        var count = Append(list, 0, batch, in run);
        _next = list + count;
        _room -= count;
        _slots[at] = new Slot { Key = key, List = ((ulong)list << (CountBits - 3)) | (uint)count };
        if (++_count > _mask * MostFull) Grow();
    }

    private void Return(ref Slot slot, SalesBatch batch, ref SalesRun run)
    {
        var count = (int)(slot.List & Scattered);
        if (count == (int)Scattered)
        {
            Scatter(batch, ref run);
            return;
        }

        var list = (ulong*)(((slot.List & ~Doubling) >> CountBits) << 3);
        if (count + run.Count > MostListed)
        {
            for (var i = 0; i < count; i++) _scattered.Add(list[i], slot.Key);
            slot.List = Scattered;
            Scatter(batch, ref run);
            return;
        }

        for (var i = run.First; i < run.End; i++)
        {
            if (batch.Lines[i].Fault != LineFault.None || !new ReadOnlySpan<ulong>(list, count).Contains(batch.Hashes[i])) continue;
            batch.Lines[i].Facts |= LineFacts.Duplicate;
            run.Some |= LineFacts.Duplicate;
        }

        Lengthen(ref slot, list, count, batch, in run);
    }

    private void Lengthen(ref Slot slot, ulong* list, int count, SalesBatch batch, in SalesRun run)
    {
        var longer = list;
        var needed = count + run.Count;
        if (needed > ((slot.List & Doubling) == 0 ? count : Power(count)))
        {
            var room = Power(needed);
            longer = Room(room);
            _next = longer + room;
            _room -= room;
            for (var i = 0; i < count; i++) longer[i] = list[i];
        }

        count = Append(longer, count, batch, in run);
        slot.List = Doubling | ((ulong)longer << (CountBits - 3)) | (uint)count;
    }

    private static int Power(int least)
    {
        var power = 4;
        while (power < least) power *= 2;
        return power;
    }

    private static int Append(ulong* list, int count, SalesBatch batch, in SalesRun run)
    {
        if ((run.Some & (LineFacts.Unreadable | LineFacts.Duplicate)) == 0)
        {
            batch.Hashes.AsSpan(run.First, run.Count).CopyTo(new Span<ulong>(list + count, run.Count));
            return count + run.Count;
        }

        for (var i = run.First; i < run.End; i++)
        {
            ref readonly var line = ref batch.Lines[i];
            if (line.Fault != LineFault.None || (line.Facts & LineFacts.Duplicate) != 0) continue;
            list[count++] = batch.Hashes[i];
        }

        return count;
    }

    private void Scatter(SalesBatch batch, ref SalesRun run)
    {
        for (var i = run.First; i < run.End; i++)
        {
            ref var line = ref batch.Lines[i];
            if (line.Fault != LineFault.None || (line.Facts & LineFacts.Duplicate) != 0) continue;
            if (_scattered.Add(batch.Hashes[i], _log is null ? batch.UpperHashes[i] : run.Key | 1)) continue;
            line.Facts |= LineFacts.Duplicate;
            run.Some |= LineFacts.Duplicate;
        }
    }

    private ulong* Room(int hashes)
    {
        if (_room < hashes) _next = _log!.Take(hashes, out _room);
        return _next;
    }

    private static ZeroedMemory Take(DuplicateBudget budget, long bytes)
    {
        budget.Take(bytes);
        return new ZeroedMemory(bytes);
    }

    private void Use(ZeroedMemory memory, long offset, uint slots)
    {
        _memory = memory;
        _slots = (Slot*)(memory.Start + offset);
        _mask = slots - 1;
    }

    private void Grow()
    {
        var old = _slots;
        var (slots, memory) = (_mask + 1, _memory);
        Use(Take(_budget, 2 * slots * (long)sizeof(Slot)), 0, slots * 2);
        for (var i = 0U; i < slots; i++)
        {
            if (old[i].Key == 0) continue;
            var at = (uint)old[i].Key & _mask;
            while (_slots[at].Key != 0) at = (at + 1) & _mask;
            _slots[at] = old[i];
        }

        if (_grown) memory!.Dispose(); // the first stretch is shared with the other partitions
        _grown = true;
    }

    private struct Slot
    {
        public ulong Key;

        /// <summary>Address / 8 and count of the hashes.</summary>
        public ulong List;
    }
}
