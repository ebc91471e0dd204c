using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Validity;

/// <summary>Which clusters come back when the rows are drawn anew.</summary>
/// <param name="Jaccard">Mean over the resamples of the best match of each cluster [k], from 0 to 1; NaN for one that no resample met.</param>
/// <param name="Dissolved">Share of resamples in which the best match was 0.5 or less [k].</param>
/// <param name="Recovered">Share of resamples in which it was above 0.75 [k].</param>
/// <remarks>A guide [Hen07]: from 0.85 very stable, from 0.75 stable, from 0.6 a pattern whose border is doubtful, below that not to be trusted.</remarks>
public sealed record ClusterStability(double[] Jaccard, double[] Dissolved, double[] Recovered);

/// <summary>Stability of each cluster under the bootstrap.</summary>
/// <remarks>
/// [Hen07] as R's fpc::clusterboot (bootmethod "boot", multipleboot FALSE): n rows are drawn with putting back, each row drawn is used
/// once, the clusterer runs on them, and each cluster, cut down to the rows drawn, is compared by |A ∩ B| / |A ∪ B| with the most
/// similar new one. Rows labelled −1 (noise) belong to no cluster of either. Costs one fit of about 0.632 n rows per resample.
/// </remarks>
public static class Stability
{
    /// <summary>Clusters the rows, then the resamples.</summary>
    /// <param name="x">Finite values [n × d].</param>
    /// <param name="clusterer">The method, all options set.</param>
    /// <param name="resamples">B, at least 1.</param>
    /// <param name="seed">All chance of the resamples comes from here.</param>
    /// <param name="context">Threads, cancellation, progress; null: the defaults.</param>
    public static ClusterStability Of(Matrix x, IClusterer clusterer, int resamples = 100, ulong seed = 0, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(clusterer);
        Require.Finite(x);
        return Of(x, clusterer.Fit(x, null, context is null ? null : context with { Progress = null }).Labels, clusterer, resamples, seed, context);
    }

    /// <summary>The same for clusters that are known already.</summary>
    /// <param name="labels">Cluster of each row [n] as the clusterer gave it.</param>
    public static ClusterStability Of(Matrix x, int[] labels, IClusterer clusterer, int resamples = 100, ulong seed = 0, FitContext? context = null)
    {
        Require.Finite(x);
        ArgumentNullException.ThrowIfNull(clusterer);
        Require.AtLeast(1, resamples);
        _ = ClusterSums.Numbering(labels, x.Rows, null, out _);
        context ??= FitContext.Default;
        var (k, single) = (Math.Max(labels.Max() + 1, 0), context with { Threads = 1, Progress = null });
        var order = Ordering.RowOrder.Of(x);
        var (matches, done) = (new double[resamples][], 0);
        using (var crew = new Crew(context.Threads))
        {
            crew.Run(resamples, (b, _) =>
            {
                var rows = Drawn(order, new Draws(seed, order.Length, b));
                var found = clusterer.Fit(Sampling.Rows(x, rows), null, single).Labels;
                matches[b] = Match([.. rows.Select(row => labels[row])], found, k);
                context.Progress?.Report((double)Interlocked.Increment(ref done) / resamples);
            }, context.Cancellation);
        }

        return Summary(matches, k);
    }

    /// <summary>Best Jaccard index of each cluster among the new ones [k]; NaN for one without rows.</summary>
    internal static double[] Match(int[] labels, int[] found, int k)
    {
        var others = Math.Max(found.Max() + 1, 0);
        var (both, sizes, otherSizes) = (new int[k * others], new int[k], new int[others]);
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0) sizes[labels[i]]++;
            if (found[i] >= 0) otherSizes[found[i]]++;
            if (labels[i] >= 0 && found[i] >= 0) both[(labels[i] * others) + found[i]]++;
        }

        var best = new double[k];
        for (var c = 0; c < k; c++)
        {
            for (var o = 0; o < others; o++)
            {
                var shared = both[(c * others) + o];
                best[c] = Math.Max(best[c], (double)shared / Math.Max(sizes[c] + otherSizes[o] - shared, 1));
            }

            if (sizes[c] == 0) best[c] = double.NaN;
        }

        return best;
    }

    // Rows drawn at least once, in canonical order.
    private static int[] Drawn(int[] order, Draws draws)
    {
        var taken = new bool[order.Length];
        for (var i = 0; i < taken.Length; i++) taken[(int)(draws.Uniform(i, 0) * taken.Length)] = true;
        return [.. order.Where((_, at) => taken[at])];
    }

    private static ClusterStability Summary(double[][] matches, int k)
    {
        var (mean, dissolved, recovered) = (new double[k], new double[k], new double[k]);
        for (var c = 0; c < k; c++)
        {
            var met = 0;
            foreach (var match in matches)
            {
                if (double.IsNaN(match[c])) continue;
                met++;
                mean[c] += match[c];
                dissolved[c] += match[c] <= 0.5 ? 1 : 0;
                recovered[c] += match[c] > 0.75 ? 1 : 0;
            }

            (mean[c], dissolved[c], recovered[c]) = (mean[c] / met, dissolved[c] / met, recovered[c] / met);
        }

        return new(mean, dissolved, recovered);
    }
}
