using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

/// <summary>All starts for all k, shared among the threads, and the best of them.</summary>
internal static class KMeansSearch
{
    // Fewer distinct rows than this: threads share whole starts. More: they share the chunks of each round. Same bits either way.
    private const int SharedRows = 65_536;

    // Start numbers of warm starts, apart from those of the drawn ones.
    public const int Warm = -1;

    // Shares of the progress: getting ready, the starts, the results.
    private const double Ready = 0.05;
    private const double Finish = 0.05;

    /// <summary>Bytes besides rows and result.</summary>
    public static double Bytes(int rows, int columns, int k, int threads)
    {
        double n = Math.Max(rows, Points.BlockRows), d = columns;
        var points = n * ((8 * d) + 8 + 12 + 24 + 13);
        var descents = rows < SharedRows ? Crew.Count(threads) : rows < Coreset.LeastRows ? 1 : 1.2;
        var tables = Math.Min(256, n / Points.BlockRows) * k * (d + 4) * 8;
        return points + (rows < Coreset.LeastRows ? 0 : n / 7 * ((8 * d) + 24)) + (descents * ((n * (32 + (8 * d))) + tables));
    }

    public static KMeansFit[] Fits(Matrix x, int leastK, int mostK, KMeansOptions options, double[]? weights, FitContext context)
    {
        Require.Shape(x);
        ArgumentNullException.ThrowIfNull(context);
        context.Reserve(
            $"K-Means of {x.Rows:N0} rows and {x.Columns} columns", Bytes(x.Rows, x.Columns, mostK, context.Threads),
            "Fit a sample of the rows and assign the others, or raise the limit.");
        var ct = context.Cancellation;
        using var crew = new Crew(context.Threads);
        var points = new Points(x, weights, crew, ct);
        var fits = new KMeansFit[mostK - leastK + 1];

        // From the number of distinct rows on, nothing is left to search.
        var searched = Math.Max(0, Math.Min(mostK, points.Count - 1) - leastK + 1);
        for (var f = searched; f < fits.Length; f++) fits[f] = f == searched ? Result.Apart(x, points) : fits[searched];
        var starts = (double)searched * options.Starts;
        var meter = new Meter(context.Progress, Math.Max(1, starts) / (1 - Ready - Finish));
        meter.Done(Ready * starts / (1 - Ready - Finish));
        if (searched > 0)
        {
            var best = points.Count < SharedRows
                ? ShareStarts(points, leastK, searched, options, crew, meter, ct)
                : ShareChunks(points, leastK, searched, options, crew, meter, ct);
            for (var f = 0; f < searched; f++) fits[f] = Result.Of(x, points, best[f], crew, ct);
        }

        meter.End();
        return fits;
    }

    private static Outcome[] ShareStarts(Points points, int leastK, int count, KMeansOptions options, Crew crew, Meter meter, CancellationToken ct)
    {
        var mostK = leastK + count - 1;
        var descents = new Descent?[crew.Threads];
        var outcomes = new Outcome[count * options.Starts];

        // The largest k first: the long starts must not come last.
        crew.Run(outcomes.Length, (item, worker) =>
        {
            var (k, start) = (mostK - (item / options.Starts), item % options.Starts);
            var descent = descents[worker] ??= new Descent(points, mostK, null, ct, options.Form);
            outcomes[((k - leastK) * options.Starts) + start] = descent.FromStart(k, options, start);
            meter.Done();
        }, ct);

        var chain = descents[0] ?? new Descent(points, mostK, null, ct, options.Form);
        return Best(outcomes, chain, leastK, count, options);
    }

    private static Outcome[] ShareChunks(Points points, int leastK, int count, KMeansOptions options, Crew crew, Meter meter, CancellationToken ct)
    {
        var descent = new Descent(points, leastK + count - 1, crew, ct, options.Form);
        if (points.Count >= Coreset.LeastRows) return FromAhead(points, descent, leastK, count, options, crew, meter, ct);
        var outcomes = new Outcome[count * options.Starts];
        for (var item = 0; item < outcomes.Length; item++)
        {
            outcomes[item] = descent.FromStart(leastK + (item / options.Starts), options, item % options.Starts);
            meter.Done();
        }

        return Best(outcomes, descent, leastK, count, options);
    }

    private static Outcome[] FromAhead(Points points, Descent whole, int leastK, int count, KMeansOptions options, Crew crew, Meter meter, CancellationToken ct)
    {
        var (best, standIn) = (new Outcome[count], new Descent(Coreset.Of(points), leastK + count - 1, crew, ct, options.Form));
        for (var f = 0; f < count; f++)
        {
            var smaller = f == 0 ? null : best[f - 1];
            best[f] = Ahead.Best(leastK + f, smaller, standIn, whole, options, meter);

            // Only from the end of k − 1 itself it is certain that the inertia does not rise.
            if (best[f].Inertia > smaller?.Inertia) best[f] = whole.FromSmaller(smaller, new Draws(options.Seed, leastK + f, Warm), options.MaxIterations);
        }

        return best;
    }

    private static Outcome[] Best(Outcome[] outcomes, Descent chain, int leastK, int count, KMeansOptions options)
    {
        var best = new Outcome[count];
        for (var f = 0; f < count; f++)
        {
            for (var start = 0; start < options.Starts; start++)
            {
                var outcome = outcomes[(f * options.Starts) + start];
                if (best[f] is null || outcome.Inertia < best[f].Inertia) best[f] = outcome;
            }

            if (f == 0) continue;
            var warm = chain.FromSmaller(best[f - 1], new Draws(options.Seed, leastK + f, Warm), options.MaxIterations);
            if (warm.Inertia < best[f].Inertia) best[f] = warm;
        }

        return best;
    }
}
