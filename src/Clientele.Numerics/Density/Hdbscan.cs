using Clientele.Numerics.Clustering;
using Clientele.Numerics.Neighbours;
using Clientele.Numerics.Ordering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Density;

/// <summary>
/// HDBSCAN: all clusterings that DBSCAN gives for falling epsilon, as a tree, and of it the clusters that last. The tree is built from
/// levels, not from single merges: whatever happens at one height happens at once, so ties decide nothing.
/// </summary>
/// <remarks>[CMS13], [CMZS15]; spanning tree after [MRG10]. Euclidean distance. Some O(n log² n) in few columns, up to O(n² log n) in many;
/// O(n · d) memory. Rows of weight w are w copies: <see cref="HdbscanOptions.MinSamples"/> copies of one row are endlessly dense.</remarks>
public sealed class Hdbscan(HdbscanOptions options) : IClusterer
{
    public const string Name = "hdbscan";

    private readonly HdbscanOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    public string Method => Name;

    public double Bytes(int rows, int columns) => (rows * ((16.0 * columns) + 420)) + KdTree.Bytes(rows, columns);

    public ClusterModel Fit(Matrix x, double[]? weights = null, FitContext? context = null)
    {
        context ??= FitContext.Default;
        Require.Finite(x);
        context.Reserve($"HDBSCAN of {x.Rows:#,0} rows", Bytes(x.Rows, x.Columns), "Cluster a sample of the rows and assign the others to it.");
        var distinct = DistinctRows.Of(x, weights);
        var frame = Frame.Of(distinct.Rows);
        var tree = new KdTree(frame.Of(distinct.Rows.Values), x.Columns);
        using var crew = new Crew(context.Threads);
        var cores = CoreDistances.Of(tree, distinct.Weights, _options.Samples, crew, context);
        var condensed = double.IsInfinity(cores[0])
            ? CondensedTree.Empty(cores)
            : CondensedTree.Of(SpanningTree.Of(tree, cores, crew, context), cores, distinct.Weights, _options.MinClusterSize);
        var chosen = Selected.From(condensed, distinct.Weights, _options);
        var labels = chosen.Labels;
        var order = Canonical.Relabel(labels, distinct.Weights, condensed.Clusters);
        var places = new HdbscanPlaces(
            distinct.Rows, distinct.Weights, cores, labels, chosen.Strengths,
            Array.ConvertAll(order, c => condensed.Births[c]), Array.ConvertAll(order, c => chosen.Peaks[c]));
        var model = new HdbscanModel(_options, frame, tree, places)
        {
            K = order.Length,
            Columns = x.Columns,
            Labels = distinct.Spread(labels, static _ => ClusterModel.Noise),
            Probabilities = HdbscanModel.Spread(distinct, chosen.Strengths, 0),
            OutlierScores = HdbscanModel.Spread(distinct, condensed.Outliers(), double.NaN),
        };
        context.Progress?.Report(1);
        return AbsentRows.Labelled(model, x, distinct, context);
    }
}
