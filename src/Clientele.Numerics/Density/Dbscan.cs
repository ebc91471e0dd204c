using Clientele.Numerics.Clustering;
using Clientele.Numerics.Neighbours;
using Clientele.Numerics.Ordering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Density;

/// <summary>
/// DBSCAN: a row whose neighbours within epsilon weigh enough is a core row; core rows within epsilon of each other share a cluster. A row
/// that is no core row goes to its nearest core row within epsilon, of equally near ones to the one whose values come first column by
/// column; without one it is noise. So neither the order of the rows nor that of the search decides anything.
/// </summary>
/// <remarks>[EKSX96] with the border rule above. Euclidean distance. O(n log n) in few columns, O(n²) in many; O(n · d) memory. Weights count
/// towards <see cref="DbscanOptions.MinPoints"/>, which they are therefore compared with as they are: all weights × c is another question.</remarks>
public sealed class Dbscan(DbscanOptions options) : IClusterer
{
    public const string Name = "dbscan";

    // Rows whose neighbours one piece of work counts.
    private const int Piece = 1024;

    private readonly DbscanOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    public string Method => Name;

    public double Bytes(int rows, int columns) => rows * ((24.0 * columns) + 100) + (2 * KdTree.Bytes(rows, columns));

    public ClusterModel Fit(Matrix x, double[]? weights = null, FitContext? context = null)
    {
        context ??= FitContext.Default;
        Require.Finite(x);
        context.Reserve($"DBSCAN of {x.Rows:#,0} rows", Bytes(x.Rows, x.Columns), "Cluster a sample of the rows and assign the others to it.");
        var distinct = DistinctRows.Of(x, weights);
        var rows = distinct.Rows;
        var frame = Frame.Of(rows);
        var values = frame.Of(rows.Values);
        using var crew = new Crew(context.Threads);
        var chosen = _options.Epsilon is null ? _options with { Epsilon = Reach.Epsilon(values, distinct.Weights, _options.MinPoints, frame, crew, context) } : _options;
        var square = Within.Square(frame.Length(chosen.Epsilon!.Value));
        var core = Cores(values, distinct, square, crew, context);
        context.Progress?.Report(0.7);

        var members = new List<int>();
        for (var i = 0; i < core.Length; i++)
        {
            if (core[i]) members.Add(i);
        }

        var coreRows = new Matrix(Pick(rows.Values, members, x.Columns), members.Count, x.Columns);
        var tree = members.Count == 0 ? null : new KdTree(Pick(values, members, x.Columns), x.Columns);
        var clusters = tree is null ? [] : CoreLinks.Join(tree, square, context.Cancellation);
        context.Progress?.Report(0.9);

        var model = DbscanModel.Of(chosen, frame, coreRows, tree, clusters);
        var labels = model.Labelled(values, crew, context.Cancellation);
        var order = Canonical.Relabel(labels, distinct.Weights, members.Count);
        model = model.Renumbered(order, distinct.Spread(labels, static _ => ClusterModel.Noise));
        context.Progress?.Report(1);
        return AbsentRows.Labelled(model, x, distinct, context);
    }

    private unsafe bool[] Cores(double[] values, DistinctRows distinct, double square, Crew crew, FitContext context)
    {
        var (core, d) = (new bool[distinct.Weights.Length], distinct.Rows.Columns);
        var tree = new KdTree(values, d);
        var weights = Array.ConvertAll(tree.Order, i => distinct.Weights[i]);
        var totals = BoxTotals.Of(tree, weights);
        var pieces = (tree.Count + Piece - 1) / Piece;
        var done = 0;
        crew.Run(pieces, (piece, _) =>
        {
            for (var p = piece * Piece; p < Math.Min(tree.Count, (piece + 1) * Piece); p++)
            {
                if ((p & 63) == 0) context.Cancellation.ThrowIfCancellationRequested();
                core[tree.Order[p]] = weights[p] >= _options.MinPoints
                    || Within.Weighs(tree, totals, weights, tree.At + ((nint)p * d), square, _options.MinPoints);
            }

            context.Progress?.Report(0.7 * Interlocked.Increment(ref done) / pieces);
        }, context.Cancellation);
        return core;
    }

    private static double[] Pick(double[] values, List<int> rows, int d)
    {
        var picked = new double[(long)rows.Count * d];
        for (var i = 0; i < rows.Count; i++) Array.Copy(values, (long)rows[i] * d, picked, (long)i * d, d);
        return picked;
    }
}
