using System.Text.Json;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Neighbours;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Density;

/// <summary>Clusters of core rows. A row belongs to the cluster of its nearest core row within epsilon, else to none.</summary>
public sealed class DbscanModel : ClusterModel
{
    private const int Piece = 1024;

    private readonly Frame _frame;
    private readonly KdTree? _tree;
    private readonly double _square;

    private DbscanModel(DbscanOptions options, Frame frame, Matrix coreRows, KdTree? tree, int[] coreClusters)
    {
        (Options, CoreRows, CoreClusters, _frame, _tree) = (options, coreRows, coreClusters, frame, tree);
        _square = Within.Square(frame.Length(Epsilon));
    }

    public override string Method => Dbscan.Name;

    /// <summary>What was called dense, with the epsilon that was used.</summary>
    public DbscanOptions Options { get; }

    /// <summary>Largest distance of neighbours, in the units of the rows: given, or found.</summary>
    public double Epsilon => Options.Epsilon!.Value;

    /// <summary>The distinct core rows in canonical order [m × d].</summary>
    public Matrix CoreRows { get; }

    /// <summary>Cluster of each core row [m].</summary>
    public int[] CoreClusters { get; }

    public override int[] Assign(Matrix rows, FitContext? context = null)
    {
        Check(rows);
        context ??= FitContext.Default;
        using var crew = new Crew(context.Threads);
        return Labelled(_frame.Of(rows.Values), crew, context.Cancellation, context.Progress);
    }

    internal static DbscanModel Of(DbscanOptions options, Frame frame, Matrix coreRows, KdTree? tree, int[] coreClusters) =>
        new(options, frame, coreRows, tree, coreClusters) { K = 0, Columns = coreRows.Columns, Labels = [] };

    /// <summary>The same with cluster order[c] as cluster c.</summary>
    internal DbscanModel Renumbered(int[] order, int[] labels)
    {
        var numbers = new int[CoreRows.Rows];
        for (var c = 0; c < order.Length; c++) numbers[order[c]] = c;
        return new(Options, _frame, CoreRows, _tree, Array.ConvertAll(CoreClusters, c => numbers[c])) { K = order.Length, Columns = Columns, Labels = labels };
    }

    /// <summary>Clusters of rows in the frame.</summary>
    internal unsafe int[] Labelled(double[] values, Crew crew, CancellationToken cancellation, IProgress<double>? progress = null)
    {
        var labels = new int[values.Length / Columns];
        Array.Fill(labels, Noise);
        if (_tree is null) return labels;
        var pieces = (labels.Length + Piece - 1) / Piece;
        var done = 0;
        crew.Run(pieces, (piece, _) =>
        {
            var nearest = new NearestPoint(_tree);
            fixed (double* at = values)
            {
                for (var i = piece * Piece; i < Math.Min(labels.Length, (piece + 1) * Piece); i++)
                {
                    if ((i & 63) == 0) cancellation.ThrowIfCancellationRequested();
                    var core = nearest.Find(at + ((nint)i * Columns), _square);
                    if (core >= 0) labels[i] = CoreClusters[core];
                }
            }

            progress?.Report((double)Interlocked.Increment(ref done) / pieces);
        }, cancellation);
        return labels;
    }

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        json.WriteNumber("epsilon", Epsilon);
        json.WriteNumber("minPoints", Options.MinPoints);
        _frame.Write(json);
        json.WriteNumbers("coreClusters", CoreClusters);
        json.WriteNumbers("coreRows", CoreRows.Values);
    }

    internal static DbscanModel Read(ModelHead head, JsonElement state)
    {
        var options = new DbscanOptions { Epsilon = state.GetProperty("epsilon").GetDouble(), MinPoints = state.GetProperty("minPoints").GetInt32() };
        var clusters = state.Integers("coreClusters", -1);
        foreach (var cluster in clusters)
        {
            if ((uint)cluster >= (uint)head.K) throw new FormatException($"A core row has cluster {cluster} of {head.K}.");
        }

        var rows = new Matrix(state.Doubles("coreRows", (long)clusters.Length * head.Columns), clusters.Length, head.Columns);
        var frame = Frame.Read(state, head.Columns);
        return new(options, frame, rows, rows.Rows == 0 ? null : new(frame.Of(rows.Values), rows.Columns), clusters) { K = head.K, Columns = head.Columns, Labels = [], Converged = head.Converged };
    }
}
