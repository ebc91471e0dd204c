namespace Clientele.Numerics.Ordering;

/// <summary>A sample of rows that their order and copies do not change: those with the least distinct hashes. It also tells how many are distinct.</summary>
/// <remarks>[BJKST02] K minimum values.</remarks>
internal static class LeastHashes
{
    private const int Sample = 2048;

    /// <summary>One row for each of the least hashes, by rising hash.</summary>
    /// <param name="hashes">Of all rows, evenly spread; at least one.</param>
    /// <param name="distinctHashes">About how many distinct hashes there are.</param>
    public static int[] Of(ulong[] hashes, out ulong distinctHashes)
    {
        // Twice as many as needed if all are distinct; more where copies left too few.
        var limit = hashes.Length <= 2 * Sample ? ulong.MaxValue : ulong.MaxValue / (ulong)hashes.Length * (2 * Sample);
        while (true)
        {
            var (below, rows) = (new List<ulong>(3 * Sample), new List<int>(3 * Sample));
            for (var i = 0; i < hashes.Length; i++)
            {
                if (hashes[i] > limit) continue;
                below.Add(hashes[i]);
                rows.Add(i);
            }

            var (sorted, order) = (below.ToArray(), rows.ToArray());
            RadixSort.Sort(sorted, order, new ulong[sorted.Length], new int[order.Length]);
            var distinct = 0;
            for (var i = 0; i < sorted.Length && distinct < Sample; i++)
            {
                if (i > 0 && sorted[i] == sorted[i - 1]) continue;
                (sorted[distinct], order[distinct]) = (sorted[i], order[i]);
                distinct++;
            }

            distinctHashes = distinct == Sample ? (ulong)(Sample * (18446744073709551616.0 / Math.Max(1, sorted[Sample - 1]))) : (ulong)distinct;
            if (distinct == Sample || limit == ulong.MaxValue) return First(order, distinct);
            limit = limit > ulong.MaxValue / 16 ? ulong.MaxValue : limit * 16;
        }
    }

    private static int[] First(int[] order, int count)
    {
        var first = new int[count];
        Array.Copy(order, first, count);
        return first;
    }
}
