using System.Text.Json;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Neighbours;
using Clientele.Numerics.Ordering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Density;

/// <summary>
/// The clusters that HDBSCAN took. A later row comes in at its nearest fitted row by mutual reachability, its core distance taken among
/// the fitted rows: it belongs to that row's cluster if it comes in before the cluster splits off, else it is noise.
/// </summary>
public sealed class HdbscanModel : ClusterModel
{
    private const int Piece = 256;

    private readonly Frame _frame;
    private readonly KdTree _tree;
    private readonly double[] _boxCores;
    private readonly HdbscanPlaces _places;

    internal HdbscanModel(HdbscanOptions options, Frame frame, KdTree tree, HdbscanPlaces places)
    {
        (Options, _frame, _tree, _places) = (options, frame, tree, places);
        _boxCores = BoxTotals.Least(tree, Array.ConvertAll(tree.Order, i => places.Cores[i]));
    }

    public override string Method => Hdbscan.Name;

    /// <summary>How clusters were looked for.</summary>
    public HdbscanOptions Options { get; }

    /// <summary>How firmly each fitted row is in its cluster, 0 (noise) to 1 [n]; empty for a model that was read from a file.</summary>
    public double[] Probabilities { get; internal init; } = [];

    /// <summary>Outlier score of each fitted row, 0 to 1 [n], NaN for rows of weight 0; empty for a model that was read from a file. [CMZS15] GLOSH.</summary>
    public double[] OutlierScores { get; internal init; } = [];

    public override int[] Assign(Matrix rows, FitContext? context = null) => AssignFirmly(rows, context).Labels;

    /// <summary>Cluster of each of the rows [m], and how firmly it is there, 0 to 1 [m]. O(log n) a row in few columns.</summary>
    public (int[] Labels, double[] Probabilities) AssignFirmly(Matrix rows, FitContext? context = null)
    {
        Check(rows);
        context ??= FitContext.Default;
        var values = _frame.Of(rows.Values);
        var (labels, probabilities) = (new int[rows.Rows], new double[rows.Rows]);
        using var crew = new Crew(context.Threads);
        var entries = new Entry?[crew.Threads];
        var pieces = (rows.Rows + Piece - 1) / Piece;
        var done = 0;
        crew.Run(pieces, (piece, worker) =>
        {
            var entry = entries[worker] ??= new(_tree, _boxCores, _places, Options.Samples);
            for (var i = piece * Piece; i < Math.Min(rows.Rows, (piece + 1) * Piece); i++)
            {
                if ((i & 63) == 0) context.Cancellation.ThrowIfCancellationRequested();
                var (row, square) = entry.Find(new(values, i * Columns, Columns));
                (labels[i], probabilities[i]) = _places.Place(row, square);
            }

            context.Progress?.Report((double)Interlocked.Increment(ref done) / pieces);
        }, context.Cancellation);
        return (labels, probabilities);
    }

    internal static double[] Spread(DistinctRows distinct, double[] values, double absent) =>
        Array.ConvertAll(distinct.Group, g => g >= 0 ? values[g] : absent);

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        json.WriteNumber("minClusterSize", Options.MinClusterSize);
        json.WriteNumber("minSamples", Options.Samples);
        json.WriteString("selection", Options.Selection == ClusterSelection.Leaf ? "leaf" : "excess-of-mass");
        json.WriteBoolean("allowSingleCluster", Options.AllowSingleCluster);
        _frame.Write(json);

        // No number of JSON is infinite; that of all rows as one cluster reads as −1, that of rows that are nowhere dense, too.
        json.WriteNumbers("births", Array.ConvertAll(_places.Births, Finite));
        json.WriteNumbers("peaks", _places.Peaks);
        json.WriteNumbers("labels", _places.Labels);
        json.WriteNumbers("strengths", _places.Strengths);
        json.WriteNumbers("weights", _places.Weights);
        json.WriteNumbers("cores", Array.ConvertAll(_places.Cores, Finite));
        json.WriteNumbers("rows", _places.Rows.Values);
    }

    internal static HdbscanModel Read(ModelHead head, JsonElement state)
    {
        var selection = state.GetProperty("selection").GetString();
        var options = new HdbscanOptions
        {
            MinClusterSize = state.GetProperty("minClusterSize").GetInt32(),
            MinSamples = state.GetProperty("minSamples").GetInt32(),
            Selection = selection == "leaf" ? ClusterSelection.Leaf : selection == "excess-of-mass" ? ClusterSelection.ExcessOfMass
                : throw new FormatException($"There is no selection \"{selection}\"."),
            AllowSingleCluster = state.GetProperty("allowSingleCluster").GetBoolean(),
        };
        var labels = state.Integers("labels", -1);
        if (labels.Length == 0) throw new FormatException("The model has no rows.");
        foreach (var label in labels)
        {
            if (label < Noise || label >= head.K) throw new FormatException($"A row has cluster {label} of {head.K}.");
        }

        var m = labels.Length;
        var rows = new Matrix(state.Doubles("rows", (long)m * head.Columns), m, head.Columns);
        var places = new HdbscanPlaces(
            rows, state.Doubles("weights", m), Array.ConvertAll(state.Doubles("cores", m), Infinite), labels, state.Doubles("strengths", m),
            Array.ConvertAll(state.Doubles("births", head.K), Infinite), state.Doubles("peaks", head.K));
        var frame = Frame.Read(state, head.Columns);
        return new(options, frame, new(frame.Of(rows.Values), head.Columns), places)
        {
            K = head.K,
            Columns = head.Columns,
            Labels = [],
            Converged = head.Converged,
        };
    }

    private static double Finite(double square) => double.IsInfinity(square) ? -1 : square;

    private static double Infinite(double square) => square == -1 ? double.PositiveInfinity : square;
}
