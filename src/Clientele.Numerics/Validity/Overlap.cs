using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Validity;

/// <summary>The table of two partitions: how many points each pair of clusters shares. Only cells that hold points are kept; costs n.</summary>
internal sealed class Overlap
{
    /// <summary>Counts; labels may be any numbers.</summary>
    public Overlap(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length != b.Length) throw new ArgumentException($"{a.Length} labels against {b.Length}.", nameof(b));
        Points = a.Length;
        var keys = new ulong[a.Length];
        var (spare, items, spareItems) = (new ulong[a.Length], new int[a.Length], new int[a.Length]);
        for (var i = 0; i < keys.Length; i++) keys[i] = (uint)b[i];
        RadixSort.Sort(keys, items, spare, spareItems);
        var columns = new Dictionary<uint, int>();
        var second = new List<int>();
        Runs(keys, (key, count) =>
        {
            columns[(uint)key] = second.Count;
            second.Add(count);
        });

        for (var i = 0; i < keys.Length; i++) keys[i] = ((ulong)(uint)a[i] << 32) | (uint)b[i];
        RadixSort.Sort(keys, items, spare, spareItems);
        var (first, cells, last) = (new List<int>(), new List<(int, int, int)>(), ulong.MaxValue);
        Runs(keys, (key, count) =>
        {
            if (key >> 32 != last) first.Add(0);
            last = key >> 32;
            first[^1] += count;
            cells.Add((first.Count - 1, columns[(uint)key], count));
        });

        (First, Second, Cells) = ([.. first], [.. second], [.. cells]);
    }

    /// <summary>n.</summary>
    public int Points { get; }

    /// <summary>Points of each cluster of the first partition.</summary>
    public int[] First { get; }

    /// <summary>Points of each cluster of the second partition.</summary>
    public int[] Second { get; }

    /// <summary>Cluster of the first, cluster of the second, points in both.</summary>
    public (int A, int B, int Count)[] Cells { get; }

    /// <summary>The clusters are the same, whatever they are called.</summary>
    public bool Equal => Cells.Length == First.Length && Cells.Length == Second.Length;

    /// <summary>Pairs of points that are together in both, in the first, in the second.</summary>
    public (long Both, long First, long Second) Together() => (Cells.Sum(cell => Pairs(cell.Count)), First.Sum(Pairs), Second.Sum(Pairs));

    public static long Pairs(int count) => (long)count * (count - 1) / 2;

    private static void Runs(ulong[] keys, Action<ulong, int> take)
    {
        for (var from = 0; from < keys.Length;)
        {
            var to = from + 1;
            while (to < keys.Length && keys[to] == keys[from]) to++;
            take(keys[from], to - from);
            from = to;
        }
    }
}
