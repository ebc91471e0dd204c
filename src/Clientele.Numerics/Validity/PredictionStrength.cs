using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Validity;

/// <summary>How well clusters found in one half of the rows are found again in the other half.</summary>
/// <param name="K">Clusters asked for.</param>
/// <param name="Mean">Over all halves, from 0 to 1; above 0.8 the authors call the clusters real.</param>
/// <param name="StandardError">Of the mean.</param>
public sealed record Strength(int K, double Mean, double StandardError);

/// <summary>
/// Prediction strength: cluster two halves apart, let the clusters of one label the other, and take the share of pairs of rows that are
/// together in a cluster and stay together, in the worst cluster. For k = 1 it is 1.
/// </summary>
/// <remarks>[TW05], two-fold, each half in turn the judge, repeated over seeded divisions. A cluster of one row counts as 0: nothing says
/// that it would be found again. Rows labelled −1 (noise) form no cluster, and pairs with them are never together. Costs 4 fits of n / 2
/// rows per division and k.</remarks>
public static class PredictionStrength
{
    /// <summary>One strength per k.</summary>
    /// <param name="x">Finite values [n × d], at least 4 rows.</param>
    /// <param name="least">First k, at least 2.</param>
    /// <param name="most">Last k, at most a quarter of the rows.</param>
    /// <param name="clusterer">The method for each k; null: K-Means.</param>
    /// <param name="divisions">How often the rows are divided anew, at least 1.</param>
    /// <param name="seed">All chance comes from here.</param>
    /// <param name="context">Threads, cancellation, progress; null: the defaults.</param>
    public static IReadOnlyList<Strength> Of(
        Matrix x, int least, int most, Func<int, IClusterer>? clusterer = null, int divisions = 5, ulong seed = 0, FitContext? context = null)
    {
        Require.Finite(x);
        Require.AtLeast(2, least);
        Require.AtLeast(least, most);
        Require.AtLeast(1, divisions);
        if (x.Rows < 4 || most > x.Rows / 4)
            throw new ArgumentException($"{most} clusters in halves of {x.Rows} rows; needs at least four rows per cluster.", nameof(most));
        context ??= FitContext.Default;
        clusterer ??= KMeansByK.Clusterer(3, seed);
        var rows = Sampling.Canonical(x, x.Rows, default);
        var (count, single) = (most - least + 1, context with { Threads = 1, Progress = null });
        var (strengths, done) = (new double[count][], 0);
        for (var f = 0; f < count; f++) strengths[f] = new double[2 * divisions];
        using (var crew = new Crew(context.Threads))
        {
            crew.Run(divisions * count, (item, _) =>
            {
                var (division, k) = (item / count, most - (item % count));
                var order = Sampling.Shuffled(rows.Rows, new Draws(seed, 0, division));
                var (a, b) = (Sampling.Rows(rows, order.AsSpan(0, rows.Rows / 2)), Sampling.Rows(rows, order.AsSpan(rows.Rows / 2)));
                var (one, other) = (clusterer(k).Fit(a, null, single), clusterer(k).Fit(b, null, single));
                strengths[k - least][2 * division] = OfHalf(other.Labels, one.Assign(b, single));
                strengths[k - least][(2 * division) + 1] = OfHalf(one.Labels, other.Assign(a, single));
                context.Progress?.Report((double)Interlocked.Increment(ref done) / (divisions * count));
            }, context.Cancellation);
        }

        return [.. strengths.Select((values, f) => Summary(least + f, values))];
    }

    /// <summary>Share of pairs of the worst cluster that the prediction keeps together.</summary>
    /// <param name="own">Clusters of the half itself.</param>
    /// <param name="predicted">Clusters that the other half would put its rows in.</param>
    internal static double OfHalf(int[] own, int[] predicted)
    {
        var (sizes, kept) = (new SortedDictionary<int, int>(), new SortedDictionary<int, long>());
        foreach (var group in Enumerable.Range(0, own.Length).Where(i => own[i] >= 0).GroupBy(i => (own[i], predicted[i])))
        {
            var (cluster, where) = group.Key;
            var count = group.Count();
            sizes[cluster] = sizes.GetValueOrDefault(cluster) + count;
            kept[cluster] = kept.GetValueOrDefault(cluster) + (where >= 0 ? Overlap.Pairs(count) : 0);
        }

        return sizes.Count == 0 ? 0 : sizes.Min(pair => pair.Value < 2 ? 0 : (double)kept[pair.Key] / Overlap.Pairs(pair.Value));
    }

    private static Strength Summary(int k, double[] values)
    {
        var mean = values.Average();
        return new(k, mean, Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1) / values.Length));
    }
}
