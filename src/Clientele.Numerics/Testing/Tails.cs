using MathNet.Numerics;

namespace Clientele.Numerics.Testing;

/// <summary>Probabilities of the ends of distributions, without the loss of digits of 1 − the rest; to about 1e-13 of themselves.</summary>
internal static class Tails
{
    // From here on the series has all its digits; below, the continued fraction is short.
    private const double Few = 30;

    /// <summary>P(|Z| ≥ |z|), standard normal.</summary>
    public static double NormalTwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2);

    /// <summary>The z ≥ 0 outside of which, on both sides together, that probability lies.</summary>
    public static double NormalTwoSidedQuantile(double p) => Constants.Sqrt2 * SpecialFunctions.ErfcInv(p);

    /// <summary>P(X ≥ x), chi-squared.</summary>
    /// <param name="x">At least 0.</param>
    /// <param name="df">Degrees of freedom, above 0.</param>
    public static double ChiSquareUpper(double x, double df) =>
        x <= 0 ? 1 : double.IsInfinity(x) ? 0 : SpecialFunctions.GammaUpperRegularized(df / 2, x / 2);

    /// <summary>P(|T| ≥ |t|), Student's t.</summary>
    /// <param name="t">Any number.</param>
    /// <param name="df">Degrees of freedom, above 0, not always whole.</param>
    public static double StudentTwoSided(double t, double df)
    {
        if (double.IsNaN(t) || double.IsNaN(df)) return double.NaN;
        var square = t * t;
        if (double.IsInfinity(square) || square / df > 1e300) return 0;
        return df < Few ? Fraction(df / 2, square / df) : Series(df / 2, square / df);
    }

    // I_x(a, 1/2) at x = 1 / (1 + ratio): [AS64] 26.5.8 in Lentz's form, from the side where it is short. The library's own loses digits in
    // its log-gammas.
    private static double Fraction(double a, double ratio)
    {
        const double B = 0.5;
        if (ratio == 0) return 1;
        var (x, rest) = (1 / (1 + ratio), ratio / (1 + ratio));
        // x^a · (1 − x)^b / B(a, b), with Γ(1/2) = √π.
        var front = Math.Exp(-a * Scaling.Log1p.Apply(ratio)) * Math.Sqrt(rest) * GammaRatio(a) / Math.Sqrt(Math.PI);
        return x < (a + 1) / (a + B + 2) ? front * Lentz(a, B, x) / a : 1 - (front * Lentz(B, a, rest) / B);
    }

    private static double Lentz(double a, double b, double x)
    {
        const double Tiny = 1e-300;
        var (c, d) = (1.0, 1 - ((a + b) * x / (a + 1)));
        d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
        var h = d;
        for (var m = 1; m < 500; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 + (even * d);
            c = 1 + (even / c);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            if (Math.Abs(c) < Tiny) c = Tiny;
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 + (odd * d);
            c = 1 + (odd / c);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            if (Math.Abs(c) < Tiny) c = Tiny;
            h *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16) break;
        }

        return h;
    }

    // I_x(a, 1/2) at x = 1 / (1 + ratio) for a of 15 and more: [DM92] the series behind eq. 9, with Q(1/2, u) = erfc(√u).
    private static double Series(double a, double ratio)
    {
        const double B = 0.5;
        var t = a - 0.25;
        var log = -Scaling.Log1p.Apply(ratio);
        var u = -t * log;
        var h = Math.Sqrt(u / Math.PI) * Math.Exp(-u);
        if (u == 0) return 1;
        if (h == 0) return 0;
        var j = SpecialFunctions.Erfc(Math.Sqrt(u)) / h;
        var (sum, power, n2) = (j, 1.0, B);
        Span<double> p = stackalloc double[30];
        Span<double> factorials = stackalloc double[31];
        (p[0], factorials[0]) = (1, 1);
        for (var n = 1; n < p.Length; n++)
        {
            // factorials[n] is (2n + 1)!.
            factorials[n] = factorials[n - 1] * (2 * n) * ((2 * n) + 1);
            p[n] = 0;
            for (var m = 1; m < n; m++) p[n] += ((m * B) - n) * p[n - m] / factorials[m];
            p[n] = (p[n] / n) + ((B - 1) / factorials[n]);
            j = ((n2 * (n2 + 1) * j) + ((u + n2 + 1) * power)) / (4 * t * t);
            power *= 0.25 * log * log;
            n2 += 2;
            var term = p[n] * j;
            sum += term;
            if (Math.Abs(term) < 1e-17 * Math.Abs(sum)) break;
        }

        return Math.Min(h * GammaRatio(a) / Math.Sqrt(t) * sum, 1);
    }

    // Γ(a + 1/2) / Γ(a), [AS64] 6.1.47, where a is 50 or more; below, by the steps up to there.
    private static double GammaRatio(double a)
    {
        var steps = 1.0;
        for (; a < 50; a++) steps *= a / (a + 0.5);
        var (i, series) = (1 / a, 0.0);
        ReadOnlySpan<double> terms = [869.0 / 4194304, -399.0 / 262144, -21.0 / 32768, 5.0 / 1024, 1.0 / 128, -1.0 / 8, 1];
        foreach (var term in terms) series = (series * i) + term;
        return steps * Math.Sqrt(a) * series;
    }
}
