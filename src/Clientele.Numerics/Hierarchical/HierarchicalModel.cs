using System.Text.Json;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// A tree and where it was cut. Other rows get the cluster of the nearest fitted row, of equally near ones the first in canonical order:
/// a tree has no centres, and this gives the fitted rows their own labels back, whatever the linkage.
/// </summary>
public sealed class HierarchicalModel : ClusterModel
{
    private const int Batch = 256;

    private readonly Matrix _rows;
    private readonly int[] _leafLabels;
    private readonly Lazy<NearestRow> _nearest;

    internal HierarchicalModel(Linkage linkage, Dendrogram tree, Matrix rows, int[] leafLabels)
    {
        (Linkage, Tree, _rows, _leafLabels) = (linkage, tree, rows, leafLabels);
        _nearest = new(() => new NearestRow(_rows));
    }

    public override string Method => HierarchicalClusterer.NameOf(Linkage);

    public Linkage Linkage { get; }

    /// <summary>The whole tree; its leaves are the distinct rows.</summary>
    public Dendrogram Tree { get; }

    /// <summary>Leaf of each row that was fitted [n], for a row of weight 0 the nearest; empty for a model that was read from a file.</summary>
    public required int[] Leaves { get; init; }

    /// <summary>Cluster of each leaf of the tree [m].</summary>
    public ReadOnlySpan<int> LeafLabels => _leafLabels;

    /// <summary>Cluster of each fitted row [n] if the tree were cut into k: see <see cref="Dendrogram.Cut"/>.</summary>
    public int[] Cut(int k) => Spread(Tree.Cut(k));

    /// <summary>Cluster of each fitted row [n] if the tree were cut there: see <see cref="Dendrogram.CutAt"/>.</summary>
    public int[] CutAt(double height) => Spread(Tree.CutAt(height));

    /// <summary>
    /// How well the heights at which rows meet agree with their distances: the correlation of the two over all pairs of rows, copies
    /// included (a weight w is w copies). NaN, not defined, when either is the same for all pairs.
    /// </summary>
    /// <remarks>Exact; O(m²·d) time and O(m·d) memory.</remarks>
    public double CopheneticCorrelation(FitContext? context = null) =>
        Cophenetic.Correlation(Tree, new(_rows), context ?? FitContext.Default);

    public override int[] Assign(Matrix rows, FitContext? context = null)
    {
        Check(rows);
        context ??= FitContext.Default;
        var (labels, nearest) = (new int[rows.Rows], _nearest.Value);
        using var crew = new Crew(context.Threads);
        crew.Run((rows.Rows + Batch - 1) / Batch, (item, _) =>
        {
            for (var i = item * Batch; i < Math.Min(rows.Rows, (item + 1) * Batch); i++) labels[i] = _leafLabels[nearest.Of(rows.Row(i))];
        }, context.Cancellation);
        return labels;
    }

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        var merges = Tree.Merges;
        var (left, right, heights) = (new int[merges.Length], new int[merges.Length], new double[merges.Length]);
        for (var i = 0; i < merges.Length; i++) (left[i], right[i], heights[i]) = (merges[i].Left, merges[i].Right, merges[i].Height);
        json.WriteNumbers("rows", _rows.Values);
        json.WriteNumbers("weights", Tree.Weights);
        json.WriteNumbers("labels", _leafLabels);
        json.WriteNumbers("left", left);
        json.WriteNumbers("right", right);
        json.WriteNumbers("heights", heights);
    }

    internal static HierarchicalModel Read(ModelHead head, JsonElement state)
    {
        var weights = state.Doubles("weights", -1);
        var m = weights.Length;
        if (m < 1) throw new FormatException("The tree has no leaves.");
        if (Array.Exists(weights, static w => w <= 0)) throw new FormatException("\"weights\" must all be above 0.");
        var rows = new Matrix(state.Doubles("rows", (long)m * head.Columns), m, head.Columns);
        var labels = state.Integers("labels", m);
        if (Array.Exists(labels, label => label < 0 || label >= head.K)) throw new FormatException($"\"labels\" must run from 0 to {head.K - 1}.");
        var (left, right, heights) = (state.Integers("left", m - 1), state.Integers("right", m - 1), state.Doubles("heights", m - 1));
        var (sizes, used, merges) = (new double[(2 * m) - 1], new bool[(2 * m) - 1], new Merge[m - 1]);
        weights.CopyTo(sizes, 0);
        for (var i = 0; i < merges.Length; i++)
        {
            var (a, b) = (left[i], right[i]);
            if (a < 0 || b <= a || b >= m + i || used[a] || used[b] || heights[i] < 0) throw new FormatException($"Merge {i} of {a} and {b} at {heights[i]} is not possible.");
            (used[a], used[b], sizes[m + i]) = (true, true, sizes[a] + sizes[b]);
            merges[i] = new(a, b, heights[i], sizes[m + i]);
        }

        return new(HierarchicalClusterer.LinkageOf(head.Method), new(merges, weights), rows, labels)
        {
            K = head.K,
            Columns = head.Columns,
            Converged = head.Converged,
            Labels = [],
            Leaves = [],
        };
    }

    private int[] Spread(int[] leafLabels) => Array.ConvertAll(Leaves, leaf => leafLabels[leaf]);

    internal NearestRow Nearest => _nearest.Value;
}
