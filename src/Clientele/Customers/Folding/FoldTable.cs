using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Clientele.Customers.Folding;

/// <summary>Open addressing from 64-bit hashes to positions in a growing list of entries.</summary>
/// <typeparam name="T">Entry.</typeparam>
internal struct FoldTable<T>
    where T : struct
{
    private int[] _slots;
    private uint[] _tags;
    private int _mask;

    public T[] Entries;

    public int Count;

    public FoldTable(int capacity)
    {
        _slots = new int[capacity];
        _tags = new uint[capacity];
        _mask = capacity - 1;
        Entries = new T[capacity / 2];
    }

    /// <summary>First position to look at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Start(ulong hash) => (int)(hash >> 20) & _mask;

    /// <summary>Brings the first slot towards the cache. Another thread may be changing the table: nothing is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly unsafe void Prefetch(ulong hash)
    {
        if (!Sse.IsSupported) return;
        var (slots, tags) = (_slots, _tags);
        var start = (int)(hash >> 20) & (slots.Length - 1);
        Sse.Prefetch0(Unsafe.AsPointer(ref slots[start]));
        if (start < tags.Length) Sse.Prefetch0(Unsafe.AsPointer(ref tags[start]));
    }

    /// <summary>Brings the entry towards the cache whose place the first slot tells, and says which it is; -1: none. Another thread may be changing the table: it is a guess.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly unsafe int PrefetchEntry(ulong hash)
    {
        if (!Sse.IsSupported) return -1;
        var (slots, entries) = (_slots, Entries);
        var at = slots[(int)(hash >> 20) & (slots.Length - 1)] - 1;
        if ((uint)at >= (uint)entries.Length) return -1;
        var entry = (byte*)Unsafe.AsPointer(ref entries[at]);
        Sse.Prefetch0(entry);
        Sse.Prefetch0(entry + Unsafe.SizeOf<T>() - 1);
        return at;
    }

    /// <summary>The entry at a slot whose tag fits the hash, or -1 at a free slot, or -2 when the tag differs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int At(int slot, ulong hash)
    {
        var entry = _slots[slot];
        if (entry == 0) return -1;
        return _tags[slot] == (uint)hash ? entry - 1 : -2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Next(int slot) => (slot + 1) & _mask;

    /// <summary>Takes a free slot for a new entry and returns the entry's position. May move the table.</summary>
    public int Take(int slot, ulong hash)
    {
        _slots[slot] = ++Count;
        _tags[slot] = (uint)hash;
        if (Count == Entries.Length) Extend();
        return Count - 1;
    }

    private void Extend()
    {
        var entries = Entries;
        Entries = new T[Math.Max(16, Count + Count / 2)];
        Array.Copy(entries, Entries, Count);
    }

    /// <summary>More than two thirds full: grow before the next entry.</summary>
    public readonly bool IsCrowded => Count * 3L > _slots.Length * 2L;

    /// <summary>Doubles the slots.</summary>
    /// <param name="hashes">Full hash per entry.</param>
    public void Grow(Func<T, ulong> hashes)
    {
        var capacity = _slots.Length * 2;
        _slots = new int[capacity];
        _tags = new uint[capacity];
        _mask = capacity - 1;
        for (var i = 0; i < Count; i++)
        {
            var hash = hashes(Entries[i]);
            var slot = Start(hash);
            while (_slots[slot] != 0) slot = Next(slot);
            _slots[slot] = i + 1;
            _tags[slot] = (uint)hash;
        }
    }
}
