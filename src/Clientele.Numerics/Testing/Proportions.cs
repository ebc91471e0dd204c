namespace Clientele.Numerics.Testing;

/// <summary>Shares of yes in counts.</summary>
public static class Proportions
{
    /// <summary>Wilson's score interval of a share; holds its level for few counts and for shares near 0 and 1, too.</summary>
    /// <param name="yes">0 … all.</param>
    /// <param name="all">At least 1.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <remarks>[Wil27], without correction for continuity.</remarks>
    public static (double Low, double High) Wilson(long yes, long all, double level = 0.95)
    {
        Check(yes, all);
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "Must lie between 0 and 1.");
        var (n, p, z) = ((double)all, (double)yes / all, Tails.NormalTwoSidedQuantile(1 - level));
        var square = z * z;
        var middle = (p + (square / (2 * n))) / (1 + (square / n));
        var half = z / (1 + (square / n)) * Math.Sqrt((p * (1 - p) / n) + (square / (4 * n * n)));
        return (yes == 0 ? 0 : Math.Max(middle - half, 0), yes == all ? 1 : Math.Min(middle + half, 1));
    }

    /// <summary>Whether two shares differ: z with the pooled share, two-sided, without correction for continuity; z² is the chi-squared of
    /// the 2 × 2 table. All yes or all no shows no difference: z = 0, p = 1.</summary>
    /// <param name="yes1">0 … all1.</param>
    /// <param name="all1">At least 1.</param>
    /// <param name="yes2">0 … all2.</param>
    /// <param name="all2">At least 1.</param>
    public static TestResult Difference(long yes1, long all1, long yes2, long all2)
    {
        Check(yes1, all1);
        Check(yes2, all2);
        var (yes, all) = ((double)yes1 + yes2, (double)all1 + all2);
        if (yes == 0 || yes == all) return new(0, double.NaN, 1);
        // p1 − p2 as one quotient of whole numbers, so that equal shares give exactly 0.
        var apart = (double)(((Int128)yes1 * all2) - ((Int128)yes2 * all1)) / all1 / all2;
        var z = apart / Math.Sqrt(yes / all * ((all - yes) / all) * (1.0 / all1 + (1.0 / all2)));
        return new(z, double.NaN, Tails.NormalTwoSided(z));
    }

    private static void Check(long yes, long all)
    {
        if (all < 1) throw new ArgumentOutOfRangeException(nameof(all), all, "Must be at least 1.");
        if (yes < 0 || yes > all) throw new ArgumentOutOfRangeException(nameof(yes), yes, $"Must lie between 0 and {all}.");
    }
}
