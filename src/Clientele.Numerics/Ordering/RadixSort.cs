namespace Clientele.Numerics.Ordering;

/// <summary>Stable sort of 64-bit keys, 8 bits at a time; digits that all keys share cost nothing.</summary>
internal static class RadixSort
{
    private const int Few = 48;
    private const int MostSpread = 65_536;

    /// <summary>The order of doubles as the order of unsigned numbers; −0 counts as 0. NaN is not allowed.</summary>
    public static ulong Key(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (bits >> 63) != 0 ? ~bits : bits | (1UL << 63);
    }

    /// <summary>The double whose <see cref="Key"/> this is.</summary>
    public static double Value(ulong key) =>
        BitConverter.UInt64BitsToDouble((key >> 63) != 0 ? key & ~(1UL << 63) : ~key);

    /// <summary>Sorts keys and carries items along; the spare spans are as long and hold nothing afterwards.</summary>
    public static void Sort(Span<ulong> keys, Span<int> items, Span<ulong> spareKeys, Span<int> spareItems)
    {
        if (keys.Length <= Few)
        {
            Insert(keys, items);
            return;
        }

        Span<int> counts = stackalloc int[8 * 256];
        counts.Clear();
        foreach (var key in keys)
        {
            for (var digit = 0; digit < 8; digit++) counts[(digit << 8) + (int)((key >> (digit << 3)) & 255)]++;
        }

        var swapped = false;
        for (var digit = 0; digit < 8; digit++)
        {
            var places = counts.Slice(digit << 8, 256);
            var shift = digit << 3;
            if (places[(int)((keys[0] >> shift) & 255)] == keys.Length) continue;
            var sum = 0;
            for (var v = 0; v < 256; v++)
            {
                var count = places[v];
                places[v] = sum;
                sum += count;
            }

            var sourceKeys = swapped ? spareKeys : keys;
            var sourceItems = swapped ? spareItems : items;
            var targetKeys = swapped ? keys : spareKeys;
            var targetItems = swapped ? items : spareItems;
            for (var i = 0; i < sourceKeys.Length; i++)
            {
                var place = places[(int)((sourceKeys[i] >> shift) & 255)]++;
                targetKeys[place] = sourceKeys[i];
                targetItems[place] = sourceItems[i];
            }

            swapped = !swapped;
        }

        if (!swapped) return;
        spareKeys[..keys.Length].CopyTo(keys);
        spareItems[..items.Length].CopyTo(items);
    }

    /// <summary>
    /// <see cref="Sort"/> for keys that differ below a bit only and are spread there like chance: two digits nearly sort them, insertion does
    /// the rest. Stable.
    /// </summary>
    /// <param name="below">All keys are equal from this bit on, at least 16.</param>
    public static void SortSpread(Span<ulong> keys, Span<int> items, Span<ulong> spareKeys, Span<int> spareItems, int below)
    {
        if (keys.Length > MostSpread)
        {
            Sort(keys, items, spareKeys, spareItems);
            return;
        }

        if (keys.Length > Few)
        {
            Span<int> places = stackalloc int[2 * 256];
            places.Clear();
            foreach (var key in keys)
            {
                places[(int)((key >> (below - 16)) & 255)]++;
                places[256 + (int)((key >> (below - 8)) & 255)]++;
            }

            var (low, high) = (0, 0);
            for (var v = 0; v < 256; v++)
            {
                var (lows, highs) = (places[v], places[256 + v]);
                (places[v], places[256 + v]) = (low, high);
                (low, high) = (low + lows, high + highs);
            }

            for (var i = 0; i < keys.Length; i++)
            {
                var place = places[(int)((keys[i] >> (below - 16)) & 255)]++;
                (spareKeys[place], spareItems[place]) = (keys[i], items[i]);
            }

            for (var i = 0; i < keys.Length; i++)
            {
                var place = places[256 + (int)((spareKeys[i] >> (below - 8)) & 255)]++;
                (keys[place], items[place]) = (spareKeys[i], spareItems[i]);
            }
        }

        Insert(keys, items);
    }

    private static void Insert(Span<ulong> keys, Span<int> items)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            var (key, item) = (keys[i], items[i]);
            var j = i - 1;
            for (; j >= 0 && keys[j] > key; j--)
            {
                keys[j + 1] = keys[j];
                items[j + 1] = items[j];
            }

            keys[j + 1] = key;
            items[j + 1] = item;
        }
    }
}
