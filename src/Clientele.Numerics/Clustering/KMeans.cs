using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// K-Means: k centres with little sum of squared distances to the rows. The same rows, options and seed give the same bits, whatever
/// the order of the rows, the threads and the vectors of the machine.
/// </summary>
public static class KMeans
{
    // Fewer distinct rows than this: threads share whole starts. More: they share the chunks of each round. Same bits either way.
    private const int SharedRows = 65_536;

    // Start numbers of warm starts, apart from those of the drawn ones.
    private const int Warm = -1;

    /// <summary>The best of <see cref="KMeansOptions.Starts"/> starts.</summary>
    /// <param name="x">Finite values; not changed.</param>
    /// <param name="options">Where to look. More clusters than distinct rows give one per distinct row.</param>
    /// <param name="ct">Stops between two rounds.</param>
    public static KMeansFit Fit(Matrix x, KMeansOptions options, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Fits(x, options.K, options.K, options, ct)[0];
    }

    /// <summary>
    /// One fit for each k from least to most. Besides the drawn starts, each k also starts from the end of k − 1 and one centre more: so
    /// the inertia never rises with k, and is at most that of <see cref="Fit"/>.
    /// </summary>
    public static IReadOnlyList<KMeansFit> FitRange(Matrix x, int leastK, int mostK, KMeansOptions options, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.AtLeast(1, leastK);
        Require.AtLeast(leastK, mostK);
        return Fits(x, leastK, mostK, options, ct);
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

    private static KMeansFit[] Fits(Matrix x, int leastK, int mostK, KMeansOptions options, CancellationToken ct)
    {
        Require.Finite(x);
        using var crew = new Crew(options.Threads);
        var points = new Points(x);
        var fits = new KMeansFit[mostK - leastK + 1];

        // From the number of distinct rows on, nothing is left to search.
        var searched = Math.Max(0, Math.Min(mostK, points.Count - 1) - leastK + 1);
        for (var f = searched; f < fits.Length; f++) fits[f] = f == searched ? Result.Apart(x, points) : fits[searched];
        if (searched == 0) return fits;

        var best = points.Count < SharedRows
            ? ShareStarts(points, leastK, searched, options, crew, ct)
            : ShareChunks(points, leastK, searched, options, crew, ct);
        crew.Run(searched, (f, _) => fits[f] = Result.Of(x, points, best[f]), ct);
        return fits;
    }

    private static Outcome[] ShareStarts(Points points, int leastK, int count, KMeansOptions options, Crew crew, CancellationToken ct)
    {
        var mostK = leastK + count - 1;
        var descents = new Descent?[crew.Threads];
        var outcomes = new Outcome[count * options.Starts];

        // The largest k first: the long starts must not come last.
        crew.Run(outcomes.Length, (item, worker) =>
        {
            var (k, start) = (mostK - (item / options.Starts), item % options.Starts);
            var descent = descents[worker] ??= new Descent(points, mostK, null, ct);
            outcomes[((k - leastK) * options.Starts) + start] =
                descent.FromDraws(k, new Draws(options.Seed, k, start), options.MaxIterations);
        }, ct);

        var chain = descents[0] ?? new Descent(points, mostK, null, ct);
        return Best(outcomes, chain, leastK, count, options);
    }

    private static Outcome[] ShareChunks(Points points, int leastK, int count, KMeansOptions options, Crew crew, CancellationToken ct)
    {
        var descent = new Descent(points, leastK + count - 1, crew, ct);
        var outcomes = new Outcome[count * options.Starts];
        for (var item = 0; item < outcomes.Length; item++)
        {
            var (k, start) = (leastK + (item / options.Starts), item % options.Starts);
            outcomes[item] = descent.FromDraws(k, new Draws(options.Seed, k, start), options.MaxIterations);
        }

        return Best(outcomes, descent, leastK, count, options);
    }

    private static Outcome[] Best(Outcome[] outcomes, Descent chain, int leastK, int count, KMeansOptions options)
    {
        var best = new Outcome[count];
        for (var f = 0; f < count; f++)
        {
            for (var start = 0; start < options.Starts; start++)
            {
                var outcome = outcomes[(f * options.Starts) + start];
                if (start == 0 || outcome.Inertia < best[f].Inertia) best[f] = outcome;
            }

            if (f == 0) continue;
            var warm = chain.FromSmaller(best[f - 1], new Draws(options.Seed, leastK + f, Warm), options.MaxIterations);
            if (warm.Inertia < best[f].Inertia) best[f] = warm;
        }

        return best;
    }
}
