namespace Clientele.Numerics.Validity;

/// <summary>
/// Mutual information that two partitions with these cluster sizes share by chance: for each pair of clusters the mean over the
/// hypergeometric distribution of the points in both.
/// </summary>
/// <remarks>[VEB10] theorem 1. The distribution is built from its mode by ratios of neighbours and divided by its sum: no log-gamma, and
/// none of its lost digits at large n. Equal sizes are looked at once.</remarks>
internal static class ExpectedInformation
{
    // Less than this share of the mode no longer changes a double.
    private const double Least = 1e-25;

    public static double Of(Overlap overlap)
    {
        var second = overlap.Second.CountBy(size => size).OrderBy(pair => pair.Key).ToArray();
        var sum = 0.0;
        foreach (var (a, times) in overlap.First.CountBy(size => size).OrderBy(pair => pair.Key))
        {
            foreach (var (b, others) in second) sum += (double)times * others * OfPair(a, b, overlap.Points);
        }

        return sum;
    }

    private static double OfPair(long a, long b, long n)
    {
        var (low, high) = (Math.Max(0, a + b - n), Math.Min(a, b));
        var mode = Math.Clamp((long)((a + 1.0) * (b + 1.0) / (n + 2.0)), low, high);
        var (mass, mean) = (1.0, Term(mode, a, b, n));
        var weight = 1.0;
        for (var m = mode; m < high && weight > Least; m++)
        {
            weight *= (double)(a - m) * (b - m) / ((double)(m + 1) * (n - a - b + m + 1));
            mass += weight;
            mean += weight * Term(m + 1, a, b, n);
        }

        weight = 1;
        for (var m = mode; m > low && weight > Least; m--)
        {
            weight *= (double)m * (n - a - b + m) / ((double)(a - m + 1) * (b - m + 1));
            mass += weight;
            mean += weight * Term(m - 1, a, b, n);
        }

        return mean / mass;
    }

    private static double Term(long m, long a, long b, long n) => m == 0 ? 0 : (double)m / n * Math.Log((double)m / a * n / b);
}
