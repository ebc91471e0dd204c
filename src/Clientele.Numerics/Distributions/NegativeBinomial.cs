using Clientele.Numerics.Testing;

namespace Clientele.Numerics.Distributions;

/// <summary>Counts that vary more than chance alone would make them: a Poisson count whose mean differs from time to time.</summary>
/// <remarks>By mean and variance; a variance at or below the mean makes it Poisson. Costs the quantile, up to where a smooth curve takes over.</remarks>
public static class NegativeBinomial
{
    // Above this mean the counts lie so densely that [WH31] is within a part in a thousand of them.
    private const double Dense = 2000;

    /// <summary>The least count that is not exceeded with this probability.</summary>
    /// <param name="mean">At least 0 and finite.</param>
    /// <param name="variance">At least 0 and finite.</param>
    /// <param name="p">Above 0 and below 1.</param>
    public static double Quantile(double mean, double variance, double p)
    {
        if (!(mean >= 0 && double.IsFinite(mean))) throw new ArgumentOutOfRangeException(nameof(mean), mean, "Must be finite and at least 0.");
        if (!(variance >= 0 && double.IsFinite(variance))) throw new ArgumentOutOfRangeException(nameof(variance), variance, "Must be finite and at least 0.");
        if (!(p is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "Must lie between 0 and 1.");
        if (mean == 0) return 0;
        var excess = Math.Max(0, variance - mean);
        // Of the count 0: (m/v)^(m²/(v − m)), for Poisson e^−m.
        var size = excess > mean * 1e-9 ? mean * mean / excess : double.PositiveInfinity;
        var log = double.IsInfinity(size) ? -mean : size * Math.Log(mean / (mean + excess));
        if (mean > Dense || log < -700) return Smooth(mean, mean + excess, p);

        var ratio = double.IsInfinity(size) ? 0 : excess / (mean + excess);
        var (mass, count) = (Math.Exp(log), 0.0);
        var sum = mass;
        while (sum < p && mass > 0)
        {
            mass *= double.IsInfinity(size) ? mean / (count + 1) : (size + count) / (count + 1) * ratio;
            count++;
            sum += mass;
            if (mass < 1e-18 && count > mean) break;
        }

        return count;
    }

    // [WH31] of a gamma distribution with this mean and variance: its cube root is nearly normal.
    private static double Smooth(double mean, double variance, double p)
    {
        var ninth = variance / (9 * mean * mean);
        var z = p == 0.5 ? 0 : Math.Sign(p - 0.5) * Tails.NormalTwoSidedQuantile(2 * Math.Min(p, 1 - p));
        var root = 1 - ninth + (z * Math.Sqrt(ninth));
        return Math.Max(0, Math.Floor(mean * root * root * root));
    }
}
