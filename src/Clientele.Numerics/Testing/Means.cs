using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Testing;

/// <summary>Two samples of numbers against each other. NaN stands for a missing value and is left out.</summary>
public static class Means
{
    /// <summary>Welch's t of two means, two-sided; spreads may differ. NaN below 2 values in either, and where neither varies and the
    /// means are equal.</summary>
    /// <param name="a">Finite, or NaN for missing.</param>
    /// <param name="b">Finite, or NaN for missing.</param>
    /// <remarks>[Wel47].</remarks>
    public static TestResult Welch(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (x, y) = (Sample.Of(ColumnCheck.Present(a)), Sample.Of(ColumnCheck.Present(b)));
        if (x.Count < 2 || y.Count < 2) return new(double.NaN, double.NaN, double.NaN);
        // Against the larger spread, so that no square overflows or vanishes.
        var largest = Math.Max(x.Sd, y.Sd);
        if (largest == 0) return x.Mean == y.Mean ? new(double.NaN, double.NaN, double.NaN) : new(x.Mean > y.Mean ? double.PositiveInfinity : double.NegativeInfinity, x.Count + y.Count - 2, 0);
        var (first, second) = (x.Sd / largest, y.Sd / largest);
        var (u, v) = (first * first / x.Count, second * second / y.Count);
        // Halves, because the difference of two finite means may not be.
        var t = ((0.5 * x.Mean) - (0.5 * y.Mean)) / largest / Math.Sqrt(u + v) * 2;
        var df = (u + v) * (u + v) / ((u * u / (x.Count - 1)) + (v * v / (y.Count - 1)));
        return new(t, df, Tails.StudentTwoSided(t, df));
    }

    /// <summary>Cohen's d: the difference of the means in pooled standard deviations. NaN where these are 0 or not defined.</summary>
    /// <param name="a">Finite, or NaN for missing.</param>
    /// <param name="b">Finite, or NaN for missing.</param>
    /// <remarks>[Coh88].</remarks>
    public static double CohenD(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => D(Sample.Of(ColumnCheck.Present(a)), Sample.Of(ColumnCheck.Present(b)));

    /// <summary>Hedges' g: Cohen's d less its bias in small samples, by the factor 1 − 3 / (4 (n1 + n2) − 9).</summary>
    /// <param name="a">Finite, or NaN for missing.</param>
    /// <param name="b">Finite, or NaN for missing.</param>
    /// <remarks>[Hed81].</remarks>
    public static double HedgesG(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (x, y) = (Sample.Of(ColumnCheck.Present(a)), Sample.Of(ColumnCheck.Present(b)));
        return D(x, y) * (1 - (3 / ((4 * (x.Count + y.Count)) - 9)));
    }

    private static double D(Sample x, Sample y)
    {
        if (x.Count < 1 || y.Count < 1 || x.Count + y.Count < 3) return double.NaN;
        var largest = Math.Max(x.Sd, y.Sd);
        if (largest == 0) return double.NaN;
        var (first, second) = (x.Sd / largest, y.Sd / largest);
        var pooled = Math.Sqrt((((x.Count - 1) * first * first) + ((y.Count - 1) * second * second)) / (x.Count + y.Count - 2));
        return ((0.5 * x.Mean) - (0.5 * y.Mean)) / largest / pooled * 2;
    }

    // A single value has no spread of its own and adds none to the pooled one.
    private readonly record struct Sample(double Count, double Mean, double Sd)
    {
        public static Sample Of(ReadOnlySpan<double> values) =>
            values.IsEmpty ? new(0, double.NaN, 0) : new(values.Length, Moments.Mean(values), values.Length == 1 ? 0 : Moments.SampleSd(values));
    }
}
