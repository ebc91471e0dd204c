namespace Clientele.Numerics.Testing;

/// <summary>
/// How many marked ones are among those drawn without putting back. Full precision for counts up to 2^40, far out in the tails too;
/// costs a few standard deviations, not the counts.
/// </summary>
/// <remarks>[Loa00] for the probability of one count; the tails are summed by the ratios of neighbours, from the far side of the mode.</remarks>
public static class Hypergeometric
{
    // ln n! less Stirling's formula, n = 0 … 15 [Loa00] table 1.
    private static readonly double[] s_stirling =
    [
        0, 0.0810614667953272582, 0.0413406959554092941, 0.0276779256849983391, 0.0207906721037650931, 0.0166446911898211922, 0.0138761288230707480,
        0.0118967099458917701, 0.0104112652619720965, 0.00925546218271273292, 0.00833056343336287126, 0.00757367548795184079, 0.00694284010720952987,
        0.00640899418800420707, 0.00595137011275884774, 0.00555473355196280137,
    ];

    /// <summary>Probability of <paramref name="x"/> marked ones or more.</summary>
    /// <param name="x">Any count; at most the least possible gives 1, above the most possible 0.</param>
    /// <param name="marked">0 … <paramref name="all"/>.</param>
    /// <param name="drawn">0 … <paramref name="all"/>.</param>
    /// <param name="all">0 … 2^40.</param>
    public static double AtLeast(long x, long marked, long drawn, long all)
    {
        Check(marked, drawn, all);
        var (least, most) = (Math.Max(0, marked + drawn - all), Math.Min(marked, drawn));
        if (x <= least) return 1;
        if (x > most) return 0;
        return x > Mode(marked, drawn, all) ? Above(x, most, marked, drawn, all) : 1 - Below(x - 1, least, marked, drawn, all);
    }

    /// <summary>Probability of <paramref name="x"/> marked ones or fewer.</summary>
    public static double AtMost(long x, long marked, long drawn, long all)
    {
        Check(marked, drawn, all);
        var (least, most) = (Math.Max(0, marked + drawn - all), Math.Min(marked, drawn));
        if (x >= most) return 1;
        if (x < least) return 0;
        return x < Mode(marked, drawn, all) ? Below(x, least, marked, drawn, all) : 1 - Above(x + 1, most, marked, drawn, all);
    }

    private static double Mode(long marked, long drawn, long all) => Math.Floor((marked + 1.0) * (drawn + 1.0) / (all + 2.0));

    private static double Above(long x, long most, long marked, long drawn, long all)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = x; k < most && term > sum * 1e-17; k++)
        {
            term *= (double)(marked - k) * (drawn - k) / ((k + 1.0) * (all - marked - drawn + k + 1));
            sum += term;
        }

        return Math.Min(1, Math.Exp(LogMass(x, marked, drawn, all) + Math.Log(sum)));
    }

    private static double Below(long x, long least, long marked, long drawn, long all)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = x; k > least && term > sum * 1e-17; k--)
        {
            term *= (double)k * (all - marked - drawn + k) / ((marked - k + 1.0) * (drawn - k + 1));
            sum += term;
        }

        return Math.Min(1, Math.Exp(LogMass(x, marked, drawn, all) + Math.Log(sum)));
    }

    private static double LogMass(long x, long marked, long drawn, long all)
    {
        if (drawn == 0 || drawn == all) return 0;
        var (p, q) = ((double)drawn / all, (double)(all - drawn) / all);
        return LogBinomial(x, marked, p, q) + LogBinomial(drawn - x, all - marked, p, q) - LogBinomial(drawn, all, p, q);
    }

    // [Loa00] eq. 8 in logarithms.
    private static double LogBinomial(long x, long n, double p, double q)
    {
        if (x == 0) return n == 0 ? 0 : p < 0.1 ? -Deviance(n, n * q) - (n * p) : n * Math.Log(q);
        if (x == n) return q < 0.1 ? -Deviance(n, n * p) - (n * q) : n * Math.Log(p);
        var parts = Stirling(n) - Stirling(x) - Stirling(n - x) - Deviance(x, n * p) - Deviance(n - x, n * q);
        return parts - (0.5 * (Math.Log(2 * Math.PI) + Math.Log(x) + Math.Log((double)(n - x) / n)));
    }

    private static double Stirling(long n)
    {
        if (n < s_stirling.Length) return s_stirling[n];
        var square = (double)n * n;
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (1.0 / 1188 / square)) / square)) / square)) / square)) / n;
    }

    // x ln(x / np) + np − x, without cancelling where the two are near.
    private static double Deviance(double x, double np)
    {
        if (Math.Abs(x - np) >= 0.1 * (x + np)) return (x * Math.Log(x / np)) + np - x;
        var v = (x - np) / (x + np);
        var (sum, part) = ((x - np) * v, 2 * x * v);
        v *= v;
        for (var j = 1; j < 1000; j++)
        {
            part *= v;
            var next = sum + (part / ((2 * j) + 1));
            if (next == sum) break;
            sum = next;
        }

        return sum;
    }

    private static void Check(long marked, long drawn, long all)
    {
        if (all is < 0 or > 1L << 40) throw new ArgumentOutOfRangeException(nameof(all), all, "Must lie between 0 and 2^40.");
        if (marked < 0 || marked > all) throw new ArgumentOutOfRangeException(nameof(marked), marked, $"Must lie between 0 and {all}.");
        if (drawn < 0 || drawn > all) throw new ArgumentOutOfRangeException(nameof(drawn), drawn, $"Must lie between 0 and {all}.");
    }
}
