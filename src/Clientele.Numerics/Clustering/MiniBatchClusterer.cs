using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// Mini-batch K-Means: small random batches move the centres a little each, then every row goes to its nearest centre. A few percent more
/// inertia than K-Means for a fraction of its distances; worth it for very many rows.
/// </summary>
/// <param name="options">Batches and patience.</param>
/// <remarks>[Scu10], with first centres by k-means++ on a sample, lost centres moved, and an early end when the smoothed inertia of the batches
/// stops falling. Time O(n · d) to get ready, O(batch · k · d) a batch and O(n · k · d) once; memory O(n · d).</remarks>
public sealed class MiniBatchClusterer(MiniBatchOptions options) : IClusterer
{
    private readonly MiniBatchOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <inheritdoc/>
    public string Method => MiniBatchModel.Name;

    /// <inheritdoc/>
    public double Bytes(int rows, int columns) =>
        KMeansSearch.Bytes(rows, columns, _options.K, 1) + (8.0 * Math.Max(rows, Points.BlockRows)) + ((Batches.SampleRows(_options) + 512.0) * ((8 * columns) + 33));

    /// <inheritdoc/>
    ClusterModel IClusterer.Fit(Matrix x, double[]? weights, FitContext? context) => Fit(x, weights, context);

    /// <inheritdoc cref="IClusterer.Fit"/>
    public MiniBatchModel Fit(Matrix x, double[]? weights = null, FitContext? context = null)
    {
        Require.Shape(x);
        context ??= FitContext.Default;
        context.Reserve($"Mini-batch K-Means of {x.Rows:N0} rows and {x.Columns} columns", Bytes(x.Rows, x.Columns), "Fit a sample of the rows and assign the others, or raise the limit.");
        var ct = context.Cancellation;
        using var crew = new Crew(context.Threads);
        var points = new Points(x, weights, crew, ct);
        var meter = new Meter(context.Progress, _options.MaxBatches * 1.1);
        KMeansFit fit;
        if (points.Count <= _options.K) fit = Result.Apart(x, points);
        else
        {
            var batches = new Batches(points, _options, crew, ct);
            var converged = batches.Run(meter, ct);
            var outcome = new Descent(points, _options.K, crew, ct).Only(batches.Centres, batches.K);
            fit = Result.Of(x, points, outcome with { Iterations = batches.Done, Converged = converged }, crew, ct);
        }

        meter.End();
        return new MiniBatchModel(fit, x.Columns);
    }
}
