using System.Numerics;
using System.Runtime.CompilerServices;

namespace Clientele.Numerics.Patterns;

/// <summary>Finds the frequent sets whose rarest item is a given one. Belongs to one worker; its space is used again.</summary>
internal sealed class PrefixSearch(PrefixIndex items, int minimum, int longest, CancellationToken cancellation)
{
    private readonly int[] _beside = new int[items.Count];
    private readonly int[] _slots = new int[items.Count];
    private readonly List<Level> _levels = [];
    private readonly int[] _path = new int[Math.Max(1, longest)];
    private PrefixSets _found = new();
    private long _budget;

    /// <summary>All sets that start with a rank; stops soon after more than <paramref name="budget"/>.</summary>
    public PrefixSets Run(int rank, long budget)
    {
        (_found, _budget, _path[0]) = (new PrefixSets(), budget, rank);
        _found.Add(_path.AsSpan(0, 1), items.Counts[rank]);
        if (longest < 2) return _found;
        var level = Beside(rank);
        for (var i = 0; i < level.Count; i++)
        {
            _path[1] = level.Ranks[i];
            _found.Add(_path.AsSpan(0, 2), level.Counts[i]);
        }

        if (longest > 2 && level.Count > 1)
        {
            Bits(rank, level);
            for (var i = 0; i + 1 < level.Count; i++) Extend(level, i, 1);
        }

        return _found;
    }

    // The ranks that stand behind this one often enough, and how often.
    private Level Beside(int rank)
    {
        var (ranks, beside) = (items.Ranks, _beside);
        Array.Clear(beside, rank, beside.Length - rank);
        foreach (var place in Places(rank))
        {
            for (var at = place + 1; ranks[at] >= 0; at++) beside[ranks[at]]++;
        }

        var level = At(0);
        level.Count = 0;
        for (var r = rank + 1; r < beside.Length; r++)
        {
            _slots[r] = PrefixIndex.End;
            if (beside[r] < minimum) continue;
            _slots[r] = level.Count;
            level.Add(r, beside[r]);
        }

        return level;
    }

    private void Bits(int rank, Level level)
    {
        cancellation.ThrowIfCancellationRequested();
        var (ranks, words) = (items.Ranks, (items.Counts[rank] + 63) / 64);
        level.Clear(words);
        var (bits, slots, holder) = (level.Bits, _slots, 0);
        foreach (var place in Places(rank))
        {
            for (var at = place + 1; ranks[at] >= 0; at++)
            {
                var slot = slots[ranks[at]];
                if (slot >= 0) bits[((long)slot * words) + (holder >> 6)] |= 1UL << (holder & 63);
            }

            holder++;
        }
    }

    // The path has one item per depth; the item of the level becomes its next.
    private void Extend(Level level, int item, int depth)
    {
        if (_found.Count > _budget) return;
        var (next, words) = (At(depth), level.Words);
        var last = depth + 2 == longest;
        _path[depth] = level.Ranks[item];
        next.Open(words, last ? 0 : level.Count - item - 1);
        var mine = level.Row(item);
        for (var other = item + 1; other < level.Count; other++)
        {
            var count = last ? Common(mine, level.Row(other)) : Meet(mine, level.Row(other), next.Row(next.Count));
            if (count < minimum) continue;
            _path[depth + 1] = level.Ranks[other];
            _found.Add(_path.AsSpan(0, depth + 2), count);
            next.Add(level.Ranks[other], count);
        }

        if (last) return;
        cancellation.ThrowIfCancellationRequested();
        for (var i = 0; i + 1 < next.Count; i++) Extend(next, i, depth + 1);
    }

    private ReadOnlySpan<int> Places(int rank) => items.Places.AsSpan(items.Starts[rank], items.Counts[rank]);

    private Level At(int depth)
    {
        while (_levels.Count <= depth) _levels.Add(new Level());
        return _levels[depth];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Common(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var count = 0;
        for (var i = 0; i < a.Length; i++) count += BitOperations.PopCount(a[i] & b[i]);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Meet(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, Span<ulong> both)
    {
        var count = 0;
        for (var i = 0; i < a.Length; i++)
        {
            both[i] = a[i] & b[i];
            count += BitOperations.PopCount(both[i]);
        }

        return count;
    }

    // The items that can follow a path, with the bits of the transactions that hold it.
    private sealed class Level
    {
        public int Count;
        public int Words;
        public int[] Ranks = new int[16];
        public int[] Counts = new int[16];
        public ulong[] Bits = [];

        public Span<ulong> Row(int slot) => Bits.AsSpan(checked(slot * Words), Words);

        public void Add(int rank, int count)
        {
            if (Count == Ranks.Length)
            {
                Array.Resize(ref Ranks, Count * 2);
                Array.Resize(ref Counts, Count * 2);
            }

            (Ranks[Count], Counts[Count]) = (rank, count);
            Count++;
        }

        public void Clear(int words)
        {
            var most = Count;
            Open(words, most);
            Count = most;
            Array.Clear(Bits, 0, checked(most * words));
        }

        public void Open(int words, int rows)
        {
            (Count, Words) = (0, words);
            var needed = checked((rows + 1) * words);
            if (Bits.Length < needed) Bits = new ulong[Math.Max(needed, Bits.Length * 2 < 0 ? needed : Math.Min(Bits.Length * 2, needed * 2))];
        }
    }
}
