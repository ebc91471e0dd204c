using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// Bisecting K-Means: splits the cluster with the largest inertia in two, until there are k. Cheaper than K-Means for large k, and steadier:
/// a split does not disturb the other clusters.
/// </summary>
/// <param name="options">How to split.</param>
/// <remarks>[SKK00]. Time O(n · d · log k) for even splits, times the rounds of each; memory O(n · d).</remarks>
public sealed class BisectingClusterer(BisectingOptions options) : IClusterer
{
    private readonly BisectingOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <inheritdoc/>
    public string Method => BisectingModel.Name;

    /// <inheritdoc/>
    // The part that is being split is laid out once more, and that of the split before may not be given back yet.
    public double Bytes(int rows, int columns) =>
        KMeansSearch.Bytes(rows, columns, _options.K, 1) + (1.5 * Math.Max(rows, Points.BlockRows) * ((8.0 * columns) + 40));

    /// <inheritdoc/>
    ClusterModel IClusterer.Fit(Matrix x, double[]? weights, FitContext? context) => Fit(x, weights, context);

    /// <inheritdoc cref="IClusterer.Fit"/>
    public BisectingModel Fit(Matrix x, double[]? weights = null, FitContext? context = null)
    {
        Require.Shape(x);
        context ??= FitContext.Default;
        context.Reserve($"Bisecting K-Means of {x.Rows:N0} rows and {x.Columns} columns", Bytes(x.Rows, x.Columns), "Fit a sample of the rows and assign the others, or raise the limit.");
        var ct = context.Cancellation;
        using var crew = new Crew(context.Threads);
        var points = new Points(x, weights, crew, ct);
        var meter = new Meter(context.Progress, _options.K + 1);
        if (points.Count <= _options.K)
        {
            meter.End();
            return new BisectingModel(Result.Apart(x, points), x.Columns);
        }

        var splits = new Bisection(points, _options, crew, meter, ct);
        var centres = splits.Centres;
        var descent = new Descent(points, splits.K, crew, ct);
        var outcome = _options.Refine ? descent.From(centres, splits.K, _options.MaxIterations) : descent.Only(centres, splits.K);
        var fit = Result.Of(x, points, outcome with { Iterations = outcome.Iterations + splits.K - 1 }, crew, ct);
        meter.End();
        return new BisectingModel(fit, x.Columns);
    }
}
