using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Validity;

/// <summary>How far two partitions of the same points say the same. What the clusters are called does not matter.</summary>
public static class Agreement
{
    /// <summary>
    /// Adjusted Rand index: 1 for equal partitions, about 0 for unrelated ones, below 0 for less than chance. Two partitions that leave no
    /// choice (both one cluster, both all apart, fewer than two points) agree: 1.
    /// </summary>
    /// <param name="a">Any numbers as labels [n].</param>
    /// <param name="b">Any numbers as labels [n].</param>
    /// <remarks>[HA85].</remarks>
    public static double AdjustedRand(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length != b.Length) throw new ArgumentException($"{a.Length} labels against {b.Length}.", nameof(b));
        if (a.Length < 2) return 1;

        var n = a.Length;
        var (keys, spare, items, spareItems) = (new ulong[n], new ulong[n], new int[n], new int[n]);
        for (var i = 0; i < n; i++) keys[i] = ((ulong)(uint)a[i] << 32) | (uint)b[i];
        RadixSort.Sort(keys, items, spare, spareItems);
        var (both, first) = (Pairs(keys, 0), Pairs(keys, 32));
        for (var i = 0; i < n; i++) keys[i] = (uint)b[i];
        RadixSort.Sort(keys, items, spare, spareItems);
        var second = Pairs(keys, 0);

        var all = (long)n * (n - 1) / 2;
        var expected = (double)first / all * second;
        var most = 0.5 * ((double)first + second);
        return first == second && both == first ? 1 : (both - expected) / (most - expected);
    }

    // Pairs within runs of equal keys, the lowest bits left aside.
    private static long Pairs(ulong[] keys, int shift)
    {
        var (pairs, run) = (0L, 0L);
        for (var i = 0; i < keys.Length; i++)
        {
            run = i > 0 && keys[i] >> shift == keys[i - 1] >> shift ? run + 1 : 0;
            pairs += run;
        }

        return pairs;
    }
}
