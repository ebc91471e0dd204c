namespace Clientele.Numerics.Clustering;

/// <summary>
/// K-Means: k centres with little sum of squared distances to the rows. The same rows, weights, options and seed give the same bits,
/// whatever the order of the rows, the threads and the vectors of the machine.
/// </summary>
public static class KMeans
{
    /// <summary>The best of <see cref="KMeansOptions.Starts"/> starts.</summary>
    /// <param name="x">Finite values; not changed.</param>
    /// <param name="options">Where to look. More clusters than distinct rows give one per distinct row.</param>
    /// <param name="ct">Stops between two rounds.</param>
    public static KMeansFit Fit(Matrix x, KMeansOptions options, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Fit(x, options, null, new() { Threads = options.Threads, Cancellation = ct });
    }

    /// <summary>The best of <see cref="KMeansOptions.Starts"/> starts on weighted rows.</summary>
    /// <param name="x">Finite values; not changed.</param>
    /// <param name="options">Where to look. More clusters than distinct rows give one per distinct row.</param>
    /// <param name="weights">[n], finite, at least 0, not all 0: a weight w counts as w copies, 0 as absent. Null: 1 each.</param>
    /// <param name="context">Threads, progress, cancellation, limit.</param>
    /// <exception cref="MemoryLimitException">The estimate is above the limit.</exception>
    public static KMeansFit Fit(Matrix x, KMeansOptions options, double[]? weights, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(options);
        return KMeansSearch.Fits(x, options.K, options.K, options, weights, context)[0];
    }

    /// <summary>
    /// One fit for each k from least to most. Besides the drawn starts, each k also starts from the end of k − 1 and one centre more: so
    /// the inertia never rises with k, and is at most that of <see cref="Fit(Matrix, KMeansOptions, CancellationToken)"/>.
    /// </summary>
    public static IReadOnlyList<KMeansFit> FitRange(Matrix x, int leastK, int mostK, KMeansOptions options, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return FitRange(x, leastK, mostK, options, null, new() { Threads = options.Threads, Cancellation = ct });
    }

    /// <summary>One fit for each k from least to most, on weighted rows.</summary>
    /// <inheritdoc cref="Fit(Matrix, KMeansOptions, double[], FitContext)"/>
    public static IReadOnlyList<KMeansFit> FitRange(Matrix x, int leastK, int mostK, KMeansOptions options, double[]? weights, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.AtLeast(1, leastK);
        Require.AtLeast(leastK, mostK);
        return KMeansSearch.Fits(x, leastK, mostK, options, weights, context);
    }

    /// <summary>Index of the nearest of k centres, the lowest on a tie. Right for huge and tiny values, too.</summary>
    /// <param name="point">[d], finite.</param>
    /// <param name="centres">[k × d], row-major, finite.</param>
    /// <param name="k">Centres, at least 1.</param>
    public static int Nearest(ReadOnlySpan<double> point, ReadOnlySpan<double> centres, int k)
    {
        Require.AtLeast(1, k);
        if (point.IsEmpty || centres.Length != (long)point.Length * k)
            throw new ArgumentException($"{centres.Length} values are not {k} centres of {point.Length} columns.", nameof(centres));

        var (least, nearest) = (double.PositiveInfinity, 0);
        for (var c = 0; c < k; c++)
        {
            var square = 0.0;
            var centre = centres.Slice(c * point.Length, point.Length);
            for (var q = 0; q < point.Length; q++)
            {
                var step = centre[q] - point[q];
                square += step * step;
            }

            if (square < least) (least, nearest) = (square, c);
        }

        return least is >= 1e-280 and <= 1e300 ? nearest : NearestByNorm(point, centres, k);
    }

    private static int NearestByNorm(ReadOnlySpan<double> point, ReadOnlySpan<double> centres, int k)
    {
        // Halved so that no difference overflows; but half of the smallest number is 0.
        var unit = double.IsFinite(Largest(point) + Largest(centres)) ? 1 : 0.5;
        var (least, nearest) = (double.PositiveInfinity, 0);
        for (var c = 0; c < k; c++)
        {
            var centre = centres.Slice(c * point.Length, point.Length);
            var largest = 0.0;
            for (var q = 0; q < point.Length; q++) largest = Math.Max(largest, Math.Abs((centre[q] * unit) - (point[q] * unit)));
            var square = 0.0;
            for (var q = 0; q < point.Length && largest > 0; q++)
            {
                var step = ((centre[q] * unit) - (point[q] * unit)) / largest;
                square += step * step;
            }

            var norm = largest * Math.Sqrt(square);
            if (norm < least) (least, nearest) = (norm, c);
        }

        return nearest;
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
