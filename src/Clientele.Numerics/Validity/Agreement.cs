namespace Clientele.Numerics.Validity;

/// <summary>
/// How far two partitions of the same points say the same. What the clusters are called does not matter; −1 (noise) is a group like any
/// other. Every index is 1 for equal partitions, fewer than two points included. Costs n.
/// </summary>
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
        var overlap = new Overlap(a, b);
        if (overlap.Equal || overlap.Points < 2) return 1;
        var (both, first, second) = overlap.Together();
        var expected = (double)first / Overlap.Pairs(overlap.Points) * second;
        var most = 0.5 * ((double)first + second);
        return (both - expected) / (most - expected);
    }

    /// <summary>Rand index: the share of pairs of points on which both agree, together or apart. High by chance alone when there are many clusters.</summary>
    /// <remarks>[Rand71].</remarks>
    public static double Rand(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var overlap = new Overlap(a, b);
        if (overlap.Points < 2) return 1;
        var (both, first, second) = overlap.Together();
        var all = Overlap.Pairs(overlap.Points);
        return (double)(all - first - second + (2 * both)) / all;
    }

    /// <summary>Jaccard index: of the pairs of points that are together in one of the two, the share that is together in both.</summary>
    public static double Jaccard(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var (both, first, second) = new Overlap(a, b).Together();
        return first + second == both ? 1 : (double)both / (first + second - both);
    }

    /// <summary>Normalised mutual information: what one tells about the other, against the mean of their entropies. Not 0 by chance.</summary>
    /// <remarks>[VEB10] NMI with the arithmetic mean.</remarks>
    public static double NormalisedMutualInformation(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var overlap = new Overlap(a, b);
        if (overlap.Equal) return 1;
        var entropies = Entropy(overlap.First, overlap.Points) + Entropy(overlap.Second, overlap.Points);
        return Math.Clamp(MutualInformation(overlap) / (0.5 * entropies), 0, 1);
    }

    /// <summary>Adjusted mutual information: the same less what chance would give; about 0 for unrelated partitions.</summary>
    /// <remarks>[VEB10] AMI with the arithmetic mean; costs up to the product of the numbers of clusters besides n.</remarks>
    public static double AdjustedMutualInformation(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var overlap = new Overlap(a, b);
        if (overlap.Equal) return 1;
        var mean = 0.5 * (Entropy(overlap.First, overlap.Points) + Entropy(overlap.Second, overlap.Points));
        var expected = ExpectedInformation.Of(overlap);
        var room = mean - expected;
        return Math.Abs(room) < 1e-15 ? 0 : (MutualInformation(overlap) - expected) / room;
    }

    private static double MutualInformation(Overlap overlap)
    {
        var sum = 0.0;
        foreach (var (i, j, count) in overlap.Cells)
            sum += (double)count / overlap.Points * Math.Log((double)count / overlap.First[i] * overlap.Points / overlap.Second[j]);
        return Math.Max(sum, 0);
    }

    private static double Entropy(int[] counts, int points)
    {
        var sum = 0.0;
        foreach (var count in counts) sum -= (double)count / points * Math.Log((double)count / points);
        return sum;
    }
}
