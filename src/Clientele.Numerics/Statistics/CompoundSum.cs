using Clientele.Numerics.Clustering;

namespace Clientele.Numerics.Statistics;

/// <summary>
/// What a crowd will bring when each member acts with a known probability and then brings a value like those seen before: the sum of a
/// binomial number of draws from a distribution that is known by a sample only.
/// </summary>
/// <remarks>
/// The interval holds both kinds of doubt: how many will act and what they bring, and that the sample may mislead about the distribution
/// (Bayesian bootstrap [Rub81]; beyond 60 values its normal limit). For skewed values of which fewer than some 30 were seen it is too narrow.
/// Costs 2,000 draws of about as many values as will act, at most 200 each. The same seed and values in any order give the same interval.
/// </remarks>
public static class CompoundSum
{
    private const int Rounds = 2000;
    private const int Bootstrapped = 60;
    private const int OneByOne = 200;

    /// <summary>The central interval that holds the sum with the probability given.</summary>
    /// <param name="crowd">Members, 0 or more.</param>
    /// <param name="probability">That one acts, 0 to 1.</param>
    /// <param name="values">What members brought before: finite, at least one unless the crowd or the probability is 0.</param>
    /// <param name="seed">Chooses the draws.</param>
    /// <param name="level">Above 0 and below 1.</param>
    public static (double Low, double High) Interval(int crowd, double probability, ReadOnlySpan<double> values, ulong seed, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(crowd);
        if (!(probability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "Must lie between 0 and 1.");
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "Must lie between 0 and 1.");
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) throw new ArgumentException("Every value must be finite.", nameof(values));
        }

        if (crowd == 0 || probability == 0) return (0, 0);
        if (values.IsEmpty) throw new ArgumentException("Needs at least one value.", nameof(values));
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var sums = new double[Rounds];
        var upTo = new double[sorted.Length];
        for (var round = 0; round < Rounds; round++)
            sums[round] = Draw(new Chance(new Draws(seed, sorted.Length, round)), crowd, probability, sorted, upTo);
        Array.Sort(sums);
        return (Quantile.OfSorted(sums, (1 - level) / 2), Quantile.OfSorted(sums, (1 + level) / 2));
    }

    private static double Draw(Chance chance, int crowd, double probability, double[] sorted, double[] upTo)
    {
        var acting = chance.Binomial(crowd, probability);
        if (acting == 0) return 0;
        var (mean, deviation) = sorted.Length <= Bootstrapped ? Reweigh(chance, sorted, upTo) : Shift(chance, sorted, upTo);
        if (acting > OneByOne) return (acting * mean) + (deviation * Math.Sqrt(acting) * chance.Normal());
        var sum = 0.0;
        var shift = sorted.Length <= Bootstrapped ? 0 : mean - Mean(sorted);
        for (var i = 0; i < acting; i++) sum += sorted[Place(upTo, chance.Uniform())] + shift;
        return sum;
    }

    /// <summary>A distribution that may lie behind the sample: its values with weights drawn from the flat Dirichlet distribution.</summary>
    private static (double Mean, double Deviation) Reweigh(Chance chance, double[] sorted, double[] upTo)
    {
        var (all, sum) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            var weight = -Math.Log(1 - chance.Uniform());
            all += weight;
            sum += weight * sorted[i];
            upTo[i] = all;
        }

        var (mean, square, before) = (sum / all, 0.0, 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            square += (upTo[i] - before) * (sorted[i] - mean) * (sorted[i] - mean);
            before = upTo[i];
        }

        for (var i = 0; i < upTo.Length; i++) upTo[i] /= all;
        return (mean, Math.Sqrt(square / all));
    }

    private static (double Mean, double Deviation) Shift(Chance chance, double[] sorted, double[] upTo)
    {
        var (mean, square) = (Mean(sorted), 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            square += (sorted[i] - mean) * (sorted[i] - mean);
            upTo[i] = (i + 1.0) / sorted.Length;
        }

        var deviation = Math.Sqrt(square / sorted.Length);
        return (mean + (deviation / Math.Sqrt(sorted.Length) * chance.Normal()), deviation);
    }

    private static double Mean(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    private static int Place(double[] upTo, double share)
    {
        var at = Array.BinarySearch(upTo, share);
        return Math.Min(at < 0 ? ~at : at + 1, upTo.Length - 1);
    }

    /// <summary>Draws one after the other.</summary>
    private sealed class Chance(Draws draws)
    {
        // Above this many expected (and expected not to) the normal limit is closer than a percent of a deviation.
        private const double Many = 400;

        private int _step;

        public double Uniform() => draws.Uniform(_step++, 0);

        public double Normal() => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (draws.Uniform(_step++, 0) * (1 - 1e-12)) + 5e-13);

        /// <summary>How many of <paramref name="n"/> act: the cumulated probabilities walked from the mode outwards, or the normal limit.</summary>
        public int Binomial(int n, double p)
        {
            var expected = n * p;
            if (expected * (1 - p) > Many) return (int)Math.Clamp(Math.Round(expected + (Math.Sqrt(expected * (1 - p)) * Normal())), 0, n);
            if (p == 1) return n;
            var (left, mode) = (Uniform(), Math.Min(n, (int)((n + 1.0) * p)));
            var at = MathNet.Numerics.Distributions.Binomial.PMF(p, n, mode);
            var (low, high, down, up) = (mode, mode, at, at);
            left -= at;
            while (left > 0 && (low > 0 || high < n))
            {
                var below = low > 0 ? down * low / (n - low + 1.0) * (1 - p) / p : 0;
                var above = high < n ? up * (n - high) / (high + 1.0) * p / (1 - p) : 0;
                if (below >= above)
                {
                    (low, down) = (low - 1, below);
                    left -= below;
                    if (left <= 0) return low;
                    if (below == 0 && above == 0) return mode;
                }
                else
                {
                    (high, up) = (high + 1, above);
                    left -= above;
                    if (left <= 0) return high;
                }
            }

            return mode;
        }
    }
}
