using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Mixtures;

/// <summary>The second half of a round: shares, means and covariances from moments.</summary>
internal static class Maximization
{
    // Columns that hardly vary beside the others count as constant; their squares would vanish.
    private const double LeastVariance = 1e-200;

    // Rows that the variances of columns are judged by, evenly taken from all.
    private const int Sample = 8192;

    // Standard deviations of a normal distribution from its 5 % to its 95 % quantile.
    private const double MiddleSpan = 3.2897072539029444;

    /// <summary>What is added to the variances of each column [d].</summary>
    /// <param name="values">Distinct rows in the frame [n × d].</param>
    /// <param name="weights">[n].</param>
    /// <param name="share">Of the variance of the column.</param>
    public static double[] Floors(double[] values, double[] weights, int d, double share)
    {
        var (floors, n) = (new double[d], Math.Min(weights.Length, Sample));
        var (rows, own) = (new int[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            rows[i] = (int)((long)i * weights.Length / n);
            own[i] = weights[rows[i]];
        }

        weights = own;
        var (keys, items, spareKeys, spareItems) = (new ulong[n], new int[n], new ulong[n], new int[n]);
        var mean = 0.0;
        for (var q = 0; q < d; q++)
        {
            for (var i = 0; i < n; i++) (keys[i], items[i]) = (RadixSort.Key(values[((long)rows[i] * d) + q]), i);
            RadixSort.Sort(keys, items, spareKeys, spareItems);
            var span = (Quantile(keys, items, weights, 0.95) - Quantile(keys, items, weights, 0.05)) / MiddleSpan;
            floors[q] = span * span >= LeastVariance ? span * span : Variance(keys, items, weights);
            mean += floors[q] / d;
        }

        // A constant column adds the same to every component; any scale will do.
        for (var q = 0; q < d; q++)
        {
            var variance = floors[q] >= LeastVariance ? floors[q] : mean >= LeastVariance ? mean : 1;
            floors[q] = share * variance;
        }

        return floors;
    }

    /// <summary>The components that suit the moments best.</summary>
    /// <param name="from">The components that the moments are about.</param>
    /// <param name="moments">As <see cref="MixturePass"/> joins them.</param>
    /// <param name="floors">[d].</param>
    public static Components Of(Components from, double[] moments, double[] floors)
    {
        var (k, d, size) = (from.K, from.Columns, from.Size);
        var (weights, means, covariances) = (new double[k], (double[])from.Means.Clone(), new double[k * size]);
        var (width, total) = (1 + d + size, 0.0);
        for (var c = 0; c < k; c++) total += moments[c * width];
        for (var c = 0; c < k; c++)
        {
            ReadOnlySpan<double> own = new(moments, c * width, width);
            var covariance = new Span<double>(covariances, c * size, size);
            weights[c] = own[0] / total;
            if (own[0] > 0)
            {
                for (var q = 0; q < d; q++) means[(c * d) + q] += own[1 + q] / own[0];
                Centred(own, d, from.Triangular, covariance);
            }
        }

        Shape(from.Shape, weights, covariances, k, d, size);
        for (var c = 0; c < k; c++)
        {
            for (var q = 0; q < d; q++) covariances[(c * size) + (from.Triangular ? Triangle.At(q, q) : q)] += floors[q];
        }

        if (from.Shape == CovarianceShape.Spherical) Round(covariances, k, d);
        return Components.Of(from.Shape, k, d, weights, means, covariances);
    }

    // Moments about the old mean, moved to the new one.
    private static void Centred(ReadOnlySpan<double> own, int d, bool triangular, Span<double> covariance)
    {
        for (var (i, at) = (0, 0); i < d; i++)
        {
            for (var j = triangular ? 0 : i; j <= i; j++, at++)
            {
                var moment = (own[1 + d + at] / own[0]) - (own[1 + i] / own[0] * (own[1 + j] / own[0]));
                covariance[at] = i == j ? Math.Max(moment, 0) : moment;
            }
        }
    }

    private static void Shape(CovarianceShape shape, double[] weights, double[] covariances, int k, int d, int size)
    {
        if (shape != CovarianceShape.Tied) return;
        var pooled = new double[size];
        for (var c = 0; c < k; c++)
        {
            for (var s = 0; s < size; s++) pooled[s] += weights[c] * covariances[(c * size) + s];
        }

        for (var c = 0; c < k; c++) pooled.CopyTo(covariances, c * size);
    }

    private static void Round(double[] covariances, int k, int d)
    {
        for (var c = 0; c < k; c++)
        {
            var sum = 0.0;
            for (var q = 0; q < d; q++) sum += covariances[(c * d) + q];
            Array.Fill(covariances, sum / d, c * d, d);
        }
    }

    // The least value that this share of the weight does not exceed.
    private static double Quantile(ulong[] keys, int[] items, double[] weights, double share)
    {
        var (total, sum) = (0.0, 0.0);
        foreach (var item in items) total += weights[item];
        for (var i = 0; i < keys.Length; i++)
        {
            sum += weights[items[i]];
            if (sum >= share * total) return RadixSort.Value(keys[i]);
        }

        return RadixSort.Value(keys[^1]);
    }

    private static double Variance(ulong[] keys, int[] items, double[] weights)
    {
        var (total, mean, squares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < keys.Length; i++)
        {
            var (weight, value) = (weights[items[i]], RadixSort.Value(keys[i]));
            total += weight;
            var step = value - mean;
            mean += step * (weight / total);
            squares += weight * step * (value - mean);
        }

        return Math.Max(squares / total, 0);
    }
}
