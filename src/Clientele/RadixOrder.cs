namespace Clientele;

/// <summary>Sorts positions by 64-bit keys, eight bits at a time. Linear and stable, and compiled ahead of time as the generic sorts are not.</summary>
internal static class RadixOrder
{
    /// <summary>Reorders <paramref name="order"/> by <paramref name="keys"/> of what it points at; equal keys keep their order.</summary>
    internal static void SortBy(ulong[] keys, int[] order)
    {
        const int Digits = 8;
        const int Values = 256;
        var counts = new int[Digits * Values];
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

    internal static int[] Identity(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++) order[i] = i;
        return order;
    }

    /// <summary>Sorts keys in place.</summary>
    internal static void Sort(ulong[] keys)
    {
        var order = Identity(keys.Length);
        SortBy(keys, order);
        var sorted = new ulong[keys.Length];
        for (var i = 0; i < order.Length; i++) sorted[i] = keys[order[i]];
        Array.Copy(sorted, keys, keys.Length);
    }

    /// <summary>Sorts a stretch in place; quadratic below two dozen items, otherwise by digits.</summary>
    internal static void Sort(long[] values, int start, int length)
    {
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
