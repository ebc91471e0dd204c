namespace Clientele;

/// <summary>Sorts positions by 64-bit keys, eight bits at a time. Linear and stable, and compiled ahead of time as the generic sorts are not.</summary>
internal static class RadixOrder
{
    private const int Digits = 8;
    private const int Values = 256;

    // Fewer are in order before the counts of their digits are.
    private const int Few = 48;

    /// <summary>Reorders <paramref name="order"/> by <paramref name="keys"/> of what it points at; equal keys keep their order.</summary>
    internal static void SortBy(ulong[] keys, int[] order)
    {
        if (order.Length <= Few)
        {
            Insert(keys, order);
            return;
        }

        Span<int> counts = stackalloc int[Digits * Values];
        counts.Clear();
        foreach (var key in keys)
        {
            for (var d = 0; d < Digits; d++) counts[d * Values + (int)((key >> (8 * d)) & 0xFF)]++;
        }

        var from = order;
        var to = new int[order.Length];
        for (var d = 0; d < Digits; d++)
        {
            if (order.Length == 0 || counts[d * Values + (int)((keys[0] >> (8 * d)) & 0xFF)] == order.Length) continue;
            var start = 0;
            for (var v = d * Values; v < (d + 1) * Values; v++) (counts[v], start) = (start, start + counts[v]);
            foreach (var i in from) to[counts[d * Values + (int)((keys[i] >> (8 * d)) & 0xFF)]++] = i;
            (from, to) = (to, from);
        }

        if (!ReferenceEquals(from, order)) Array.Copy(from, order, order.Length);
    }

    private static void Insert(ulong[] keys, int[] order)
    {
        for (var i = 1; i < order.Length; i++)
        {
            var (place, key) = (order[i], keys[order[i]]);
            var at = i - 1;
            for (; at >= 0 && keys[order[at]] > key; at--) order[at + 1] = order[at];
            order[at + 1] = place;
        }
    }

    internal static int[] Identity(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++) order[i] = i;
        return order;
    }

    /// <summary>Sorts keys in place.</summary>
    internal static void Sort(Span<ulong> keys)
    {
        Span<int> counts = stackalloc int[Digits * Values];
        counts.Clear();
        foreach (var key in keys)
        {
            for (var d = 0; d < Digits; d++) counts[d * Values + (int)((key >> (8 * d)) & 0xFF)]++;
        }

        var from = keys;
        Span<ulong> to = new ulong[keys.Length];
        var moved = false;
        for (var d = 0; d < Digits; d++)
        {
            if (keys.IsEmpty || counts[d * Values + (int)((from[0] >> (8 * d)) & 0xFF)] == keys.Length) continue;
            var start = 0;
            for (var v = d * Values; v < (d + 1) * Values; v++) (counts[v], start) = (start, start + counts[v]);
            foreach (var key in from) to[counts[d * Values + (int)((key >> (8 * d)) & 0xFF)]++] = key;
            var filled = to;
            to = from;
            from = filled;
            moved = !moved;
        }

        if (moved) from.CopyTo(keys);
    }

    /// <summary>Sorts a stretch in place; quadratic below two dozen items, otherwise by digits.</summary>
    internal static void Sort(long[] values, int start, int length)
    {
        var sorted = 1;
        while (sorted < length && values[start + sorted - 1] <= values[start + sorted]) sorted++;
        if (sorted >= length) return;
        if (length > 24)
        {
            var keys = new ulong[length];
            for (var i = 0; i < length; i++) keys[i] = (ulong)values[start + i] ^ (1UL << 63);
            Sort(keys);
            for (var i = 0; i < length; i++) values[start + i] = (long)(keys[i] ^ (1UL << 63));
            return;
        }

        for (var i = start + 1; i < start + length; i++)
        {
            var value = values[i];
            var at = i - 1;
            while (at >= start && values[at] > value)
            {
                values[at + 1] = values[at];
                at--;
            }

            values[at + 1] = value;
        }
    }
}
