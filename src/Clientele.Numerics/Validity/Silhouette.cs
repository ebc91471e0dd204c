using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Validity;

/// <summary>
/// Silhouettes from all Euclidean distances: n² of them are computed and none is kept, so that memory grows with n alone. Row order,
/// threads and vectors never change a bit; the unit of the data does not matter.
/// </summary>
/// <remarks>[Rou87].</remarks>
public static class Silhouette
{
    /// <summary>Silhouettes of one partition, point by point.</summary>
    /// <param name="x">Finite values.</param>
    /// <param name="labels">Cluster of each row, 0 … k − 1.</param>
    /// <param name="k">Clusters.</param>
    /// <param name="threads">0 means one per core.</param>
    /// <param name="ct">Looked at all along.</param>
    public static SilhouetteScores Exact(Matrix x, int[] labels, int k, int threads, CancellationToken ct = default) =>
        Exact(x, labels, k, new FitContext { Threads = threads, Cancellation = ct });

    /// <summary>Silhouettes of one partition, point by point.</summary>
    /// <param name="x">Finite values.</param>
    /// <param name="labels">Cluster of each row, 0 … k − 1.</param>
    /// <param name="k">Clusters.</param>
    /// <param name="context">Threads, progress, cancellation, limit.</param>
    /// <remarks>Time n² · d / 2: ten times the rows take a hundred times as long. Memory O(n · (d + k)).</remarks>
    /// <exception cref="MemoryLimitException">The estimate is above the limit.</exception>
    public static SilhouetteScores Exact(Matrix x, int[] labels, int k, FitContext context)
    {
        Require.Shape(x);
        Require.Labels(labels, x.Rows, k);
        ArgumentNullException.ThrowIfNull(context);
        context.Reserve(
            $"Silhouettes of {x.Rows:N0} rows and {x.Columns} columns", Bytes(x.Rows, x.Columns, k),
            "Take the silhouettes of a sample (SampledMeans), or raise the limit.");
        using var crew = new Crew(context.Threads);
        var run = new SilhouetteRun(new Cells(new Points(x, null, crew, context.Cancellation), [(labels, k)], 0, 1), null);
        run.Go(crew, context);
        return run.Scores();
    }

    /// <summary>Bytes that exact silhouettes of one partition take at most.</summary>
    public static double Bytes(int rows, int columns, int k) => Math.Max(rows, Points.BlockRows) * ((24.0 * columns) + (8.0 * k) + 170);

    /// <summary>
    /// Mean silhouettes of several partitions of the same rows, one each, in one pass over the distances: points that share their clusters
    /// in every partition are summed together. Only partitions that cut each other into very many pieces need a further pass.
    /// </summary>
    /// <returns>A mean per partition; NaN, not defined, where fewer than two clusters have points.</returns>
    public static double[] ExactMeans(
        Matrix x, IReadOnlyList<(int[] Labels, int K)> partitions, int threads, CancellationToken ct = default) =>
        Means(x, partitions, null, threads, ct);

    /// <summary>
    /// An estimate: the mean over a random sample of the rows, each with its exact silhouette (against all rows). Unbiased; its
    /// standard error is the spread of the silhouettes over the root of the sample. A sample of n rows or more gives the exact means.
    /// </summary>
    /// <param name="x">Finite values.</param>
    /// <param name="partitions">Labels and k of each.</param>
    /// <param name="sample">Rows drawn without putting back, at least 1; the same for all partitions.</param>
    /// <param name="seed">All chance comes from here.</param>
    /// <param name="threads">0 means one per core.</param>
    /// <param name="ct">Looked at all along.</param>
    public static double[] SampledMeans(
        Matrix x, IReadOnlyList<(int[] Labels, int K)> partitions, int sample, ulong seed, int threads, CancellationToken ct = default)
    {
        Require.AtLeast(1, sample);
        Require.Finite(x);
        return Means(x, partitions, sample < x.Rows ? Sample(x.Rows, sample, seed) : null, threads, ct);
    }

    private static double[] Means(
        Matrix x, IReadOnlyList<(int[] Labels, int K)> partitions, bool[]? sample, int threads, CancellationToken ct)
    {
        Require.Finite(x);
        ArgumentNullException.ThrowIfNull(partitions);
        // An array, because interface calls over pairs would have to be compiled at run time.
        var all = partitions as (int[] Labels, int K)[] ?? [.. partitions];
        foreach (var (labels, k) in all) Require.Labels(labels, x.Rows, k, nameof(partitions));

        var context = new FitContext { Threads = threads, Cancellation = ct };
        using var crew = new Crew(threads);
        var means = new double[all.Length];
        var points = new Points(x, null, crew, ct);
        for (var first = 0; first < all.Length;)
        {
            var cells = new Cells(points, all, first, all.Length);
            var run = new SilhouetteRun(cells, sample);
            run.Go(crew, context);
            run.Means().CopyTo(means, first);
            first += cells.Partitions;
        }

        return means;
    }

    // Places in canonical order. [Knu97] algorithm S.
    private static bool[] Sample(int rows, int sample, ulong seed)
    {
        var (taken, draws) = (new bool[rows], new Draws(seed, sample, 0));
        for (var (at, need) = (0, sample); need > 0; at++)
        {
            if (!(draws.Uniform(at, 0) * (rows - at) < need)) continue;
            taken[at] = true;
            need--;
        }

        return taken;
    }
}
