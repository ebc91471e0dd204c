namespace Clientele.Numerics.Clustering;

/// <summary>K-Means as a method among others; <see cref="KMeans"/> has the range of k.</summary>
/// <param name="options">How to look; K is the number of clusters.</param>
/// <remarks>[Llo82], [AV07], [HW79]. Time O(n · d) to get ready, then at most O(n · k · d) a round and start; memory O(n · d).</remarks>
public sealed class KMeansClusterer(KMeansOptions options) : IClusterer
{
    private readonly KMeansOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <inheritdoc/>
    public string Method => KMeansModel.Name;

    /// <inheritdoc/>
    public double Bytes(int rows, int columns) => KMeansSearch.Bytes(rows, columns, _options.K, _options.Threads);

    /// <inheritdoc/>
    ClusterModel IClusterer.Fit(Matrix x, double[]? weights, FitContext? context) => Fit(x, weights, context);

    /// <inheritdoc cref="IClusterer.Fit"/>
    public KMeansModel Fit(Matrix x, double[]? weights = null, FitContext? context = null) =>
        new KMeansModel(KMeans.Fit(x, _options, weights, context ?? new() { Threads = _options.Threads }), x.Columns);
}
