using System.Globalization;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Ordering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// Hierarchical clustering: every distinct row starts as a cluster, and the two nearest clusters become one until one is left. Of equally
/// near pairs the one whose earlier cluster starts first is joined, then the one whose later cluster does; a cluster starts at its least
/// row, column by column. (Single: the same rule for pairs of rows.) A row of weight w counts as w copies, which would join first at
/// height 0; the weights are measured by the least of them, so that multiplying all by a number changes no label.
/// </summary>
/// <remarks>
/// Ward, centroid and median work on centres in a kd-tree, O(n·d) memory, about O(n log n) time on data of few columns. Single is a minimum
/// spanning tree, O(n²·d) time and O(n·d) memory. Complete, average and weighted go through all n² distances; what they keep is a matrix
/// of the clusters that are left when the centres no longer tell neighbours apart, usually an eighth of the rows, at worst all of them.
/// [Mül11].
/// </remarks>
public sealed class HierarchicalClusterer(HierarchicalOptions options) : IClusterer
{
    // Below this the matrix is at once the fastest. Beyond, centres sort out neighbours until so small a share of clusters is left.
    private const int Few = 256;
    private const int Share = 8;
    private const double LeastShrink = 0.04;

    private readonly HierarchicalOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    public string Method => NameOf(_options.Linkage);

    public double Bytes(int rows, int columns)
    {
        double n = Require.AtLeast(0, rows), d = Require.AtLeast(1, columns);
        var plain = (n * 8 * 8 * d) + (n * 300) + 1e6;
        return _options.Linkage is Linkage.Complete or Linkage.Average or Linkage.Weighted ? plain + DistanceMatrix.Bytes(rows) : plain;
    }

    public ClusterModel Fit(Matrix x, double[]? weights = null, FitContext? context = null) => FitTree(x, weights, context);

    /// <summary><see cref="Fit"/>, as the type that it gives.</summary>
    public HierarchicalModel FitTree(Matrix x, double[]? weights = null, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        context ??= FitContext.Default;
        context.Reserve(
            string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(Method[0])}{Method[1..]} linkage of {x.Rows:N0} rows"),
            Bytes(x.Rows, Math.Max(1, x.Columns)),
            "Use ward, centroid, median or single, whose memory grows with the rows alone, or kmeans, or cluster a sample of the rows.");
        var distinct = DistinctRows.Of(x, weights);
        context.Progress?.Report(0);
        var tree = Grow(distinct, context);
        var labels = _options.Height is { } height ? tree.CutAt(height) : tree.Cut(_options.K);
        var (leaves, k) = ((int[])distinct.Group.Clone(), 0);
        foreach (var label in labels) k = Math.Max(k, label + 1);
        var model = new HierarchicalModel(_options.Linkage, tree, distinct.Rows, labels)
        {
            K = k,
            Columns = x.Columns,
            Leaves = leaves,
            Labels = new int[x.Rows],
        };
        for (var i = 0; i < leaves.Length; i++)
        {
            if (leaves[i] < 0) leaves[i] = model.Nearest.Of(x.Row(i));
            model.Labels[i] = labels[leaves[i]];
        }

        context.Progress?.Report(1);
        return model;
    }

    internal static string NameOf(Linkage linkage) => linkage switch
    {
        Linkage.Ward => "ward",
        Linkage.Complete => "complete",
        Linkage.Average => "average",
        Linkage.Weighted => "weighted",
        Linkage.Single => "single",
        Linkage.Centroid => "centroid",
        _ => "median",
    };

    internal static Linkage LinkageOf(string method)
    {
        foreach (var linkage in Enum.GetValues<Linkage>())
        {
            if (NameOf(linkage) == method) return linkage;
        }

        throw new FormatException($"There is no linkage \"{method}\".");
    }

    private Dendrogram Grow(DistinctRows distinct, FitContext context)
    {
        var rows = new ScaledRows(distinct.Rows);
        var least = double.PositiveInfinity;
        foreach (var weight in distinct.Weights) least = Math.Min(least, weight);
        var weights = Array.ConvertAll(distinct.Weights, w => w / least);
        using var crew = new Crew(context.Threads);
        var joins = _options.Linkage switch
        {
            Linkage.Single => SpanningTree.Of(rows, context),
            Linkage.Centroid => Closest(rows, weights, context, crew),
            Linkage.Median => Closest(rows, null, context, crew),
            Linkage.Ward => Ward(rows, weights, context, crew),
            _ => Matrix(rows, weights, context, crew),
        };
        var (square, unit) = (_options.Linkage is not (Linkage.Complete or Linkage.Average or Linkage.Weighted), Math.Sqrt(_options.Linkage == Linkage.Ward ? least : 1));
        for (var i = 0; i < joins.Count; i++)
            joins[i] = joins[i] with { Height = rows.Original((square ? Math.Sqrt(joins[i].Height) : joins[i].Height) * unit) };
        return Dendrogram.Of(joins, distinct.Weights);
    }

    private static List<Join> Closest(ScaledRows rows, double[]? weights, FitContext context, Crew crew)
    {
        var ones = new double[rows.Count];
        Array.Fill(ones, 1);
        return new ClosestPairs(new((double[])rows.Values.Clone(), rows.Dimensions, ones), context, crew).Run(weights);
    }

    private static List<Join> Ward(ScaledRows rows, double[] weights, FitContext context, Crew crew)
    {
        var joins = new List<Join>(rows.Count);
        var centres = new Centres(rows.Values, rows.Dimensions, weights);
        var rounds = new Rounds(centres, null, context, crew);
        if (rows.Count > Few && rounds.Crowded) new CentreChain(centres, context, crew).Run(joins);
        else rounds.Run(joins, 1, 0);
        return MergeOrder.Of(joins, rows.Count);
    }

    private List<Join> Matrix(ScaledRows rows, double[] weights, FitContext context, Crew crew)
    {
        var joins = new List<Join>(rows.Count);
        var members = new Members(_options.Linkage, rows, weights);
        var centres = new Centres((double[])rows.Values.Clone(), rows.Dimensions, weights);
        var rounds = new Rounds(centres, members, context, crew);
        if (rows.Count > Few && !rounds.Crowded) rounds.Run(joins, Math.Max(Few, rows.Count / Share), LeastShrink);
        if (rounds.Count > 1)
        {
            using var distances = ClusterDistances.Of(members, rounds.Alive, context, crew);
            var sizes = new double[rounds.Count];
            for (var i = 0; i < sizes.Length; i++) sizes[i] = weights[rounds.Alive[i]];
            new NearestChain(distances, rounds.Alive, sizes, _options.Linkage, context).Run(joins);
        }

        return MergeOrder.Of(joins, rows.Count);
    }
}
