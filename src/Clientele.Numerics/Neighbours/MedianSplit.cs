namespace Clientele.Numerics.Neighbours;

/// <summary>Puts the smaller part of some keys before the larger one; of equal keys the lower item counts as smaller.</summary>
internal static class MedianSplit
{
    // Halving needs some 2 log2 n rounds; contrived orders need more and are sorted instead.
    private const int MostRounds = 80;

    /// <summary>Afterwards every pair before <paramref name="middle"/> is smaller than every pair from there on. O(n).</summary>
    public static void Split(double[] keys, int[] items, int from, int to, int middle)
    {
        for (var round = 0; to - from > 1; round++)
        {
            if (round == MostRounds)
            {
                Sort(keys, items, from, to);
                return;
            }

            var (key, item) = Pivot(keys, items, from, to);
            var (i, j) = (from, to - 1);
            while (i <= j)
            {
                while (keys[i] < key || (keys[i] == key && items[i] < item)) i++;
                while (keys[j] > key || (keys[j] == key && items[j] > item)) j--;
                if (i > j) break;
                (keys[i], keys[j]) = (keys[j], keys[i]);
                (items[i], items[j]) = (items[j], items[i]);
                i++;
                j--;
            }

            if (middle <= j) to = j + 1;
            else if (middle >= i) from = i;
            else return;
        }
    }

    private static (double Key, int Item) Pivot(double[] keys, int[] items, int from, int to)
    {
        var (a, b, c) = (from, from + ((to - from) / 2), to - 1);
        if (Before(b, a)) (a, b) = (b, a);
        if (Before(c, b)) b = Before(c, a) ? a : c;
        return (keys[b], items[b]);

        bool Before(int p, int q) => keys[p] < keys[q] || (keys[p] == keys[q] && items[p] < items[q]);
    }

    private static void Sort(double[] keys, int[] items, int from, int to)
    {
        var pairs = new (double Key, int Item)[to - from];
        for (var i = from; i < to; i++) pairs[i - from] = (keys[i], items[i]);
        Array.Sort(pairs);
        for (var i = from; i < to; i++) (keys[i], items[i]) = pairs[i - from];
    }
}
