namespace Clientele.Explore;

/// <summary>The change of a product of factors, shared out among the factors without a rest.</summary>
/// <remarks>
/// Each factor gets what its change adds to the product, averaged over all orders in which the factors can change one after the other:
/// the Shapley value [Sha53], as used to take changes apart by [AFS02]. Zero factors are no trouble, as they are for logarithms.
/// </remarks>
internal static class ProductParts
{
    /// <summary>One part per factor; they add up to the change, rounding of doubles aside. 2^n terms per factor.</summary>
    /// <param name="before">Factors before [n], n up to 16.</param>
    /// <param name="after">Factors after [n].</param>
    public static double[] Shapley(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var n = before.Length;
        var parts = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var others = 0; others < 1 << n; others++)
            {
                if ((others >> i & 1) != 0) continue;
                var (product, changed) = (1.0, 0);
                for (var j = 0; j < n; j++)
                {
                    if (j == i) continue;
                    var has = (others >> j & 1) != 0;
                    product *= has ? after[j] : before[j];
                    changed += has ? 1 : 0;
                }

                parts[i] += Weight(changed, n) * (after[i] - before[i]) * product;
            }
        }

        return parts;
    }

    /// <summary>Rounds parts to whole units so that they add up to the total: down, then one unit more for the largest remainders, the first of equal ones first.</summary>
    /// <param name="parts">Parts in units.</param>
    /// <param name="total">What they must add up to; their sum but for rounding.</param>
    public static long[] Round(ReadOnlySpan<double> parts, long total)
    {
        var rounded = new long[parts.Length];
        var rest = total;
        for (var i = 0; i < parts.Length; i++)
        {
            rounded[i] = (long)Math.Floor(parts[i]);
            rest -= rounded[i];
        }

        var taken = new bool[parts.Length];
        var every = rest / parts.Length; // other than 0 only beyond the digits of a double
        rest -= every * parts.Length;
        if (rest < 0)
        {
            every--;
            rest += parts.Length;
        }

        for (var i = 0; i < parts.Length; i++) rounded[i] += every;
        for (; rest > 0; rest--)
        {
            var best = -1;
            for (var i = 0; i < parts.Length; i++)
            {
                if (!taken[i] && (best < 0 || parts[i] - Math.Floor(parts[i]) > parts[best] - Math.Floor(parts[best]))) best = i;
            }

            taken[best] = true;
            rounded[best]++;
        }

        return rounded;
    }

    /// <summary>changed! (n − 1 − changed)! / n!</summary>
    private static double Weight(int changed, int n)
    {
        var weight = 1.0 / n;
        for (var i = 1; i <= changed; i++) weight *= (double)i / (n - i);
        return weight;
    }
}
