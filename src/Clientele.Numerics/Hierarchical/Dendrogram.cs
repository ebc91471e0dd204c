using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// The whole tree of a hierarchical clustering; immutable. Its m leaves are the distinct rows that were fitted, in canonical order
/// (rising, column by column): copies are one leaf with their total weight, as if they had been joined first at height 0.
/// </summary>
public sealed class Dendrogram
{
    private readonly Merge[] _merges;
    private readonly double[] _weights;
    private int[]? _order;

    internal Dendrogram(Merge[] merges, double[] weights) => (_merges, _weights) = (merges, weights);

    /// <summary>m.</summary>
    public int Leaves => _weights.Length;

    /// <summary>The m − 1 merges in their order.</summary>
    public ReadOnlySpan<Merge> Merges => _merges;

    /// <summary>Weight of each leaf [m].</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>
    /// Leaves from left to right, so that no branches cross when drawn [m]: at every merge the branch with the lower number stands
    /// left, that is a leaf before a branch and the tighter branch before the looser one, as R draws.
    /// </summary>
    public ReadOnlySpan<int> Order => _order ??= LeftToRight();

    /// <summary>The first m − k merges: k clusters, or m when there are fewer leaves.</summary>
    /// <param name="k">At least 1.</param>
    /// <returns>Cluster of each leaf [m], the heaviest cluster 0, of equals the one that starts at the earlier leaf.</returns>
    public int[] Cut(int k) => Labels(Kept(Math.Max(0, Leaves - Require.AtLeast(1, k))));

    /// <summary>
    /// All branches in which no merge is above the height. With inversions that keeps a branch apart when something inside it was joined
    /// above the height, even if the branch itself was joined below, as scipy's "distance" criterion does.
    /// </summary>
    /// <param name="height">Not NaN.</param>
    /// <returns>Cluster of each leaf [m], numbered as by <see cref="Cut"/>.</returns>
    public int[] CutAt(double height)
    {
        if (double.IsNaN(height)) throw new ArgumentOutOfRangeException(nameof(height), height, "Must be a number.");
        var kept = new bool[_merges.Length];
        for (var i = 0; i < kept.Length; i++)
            kept[i] = _merges[i].Height <= height && Whole(_merges[i].Left, kept) && Whole(_merges[i].Right, kept);
        return Labels(kept);
    }

    /// <summary>What is needed to draw the tree, or its top.</summary>
    /// <param name="most">At least 2; of larger trees only the last merges are drawn, and the branches below them as one leaf each.</param>
    public DendrogramDrawing Draw(int most = 50) => DendrogramDrawing.Of(this, Require.AtLeast(2, most));

    /// <summary>From joins in their order.</summary>
    /// <param name="joins">m − 1, heights in the unit of the rows.</param>
    /// <param name="weights">[m]; kept.</param>
    internal static Dendrogram Of(List<Join> joins, double[] weights)
    {
        var m = weights.Length;
        var (number, sizes) = (new int[m], (double[])weights.Clone());
        for (var i = 0; i < m; i++) number[i] = i;
        var merges = new Merge[joins.Count];
        for (var i = 0; i < merges.Length; i++)
        {
            var (first, second, height) = joins[i];
            sizes[first] += sizes[second];
            merges[i] = new(Math.Min(number[first], number[second]), Math.Max(number[first], number[second]), height, sizes[first]);
            number[first] = m + i;
        }

        return new(merges, weights);
    }

    private bool Whole(int branch, bool[] kept) => branch < Leaves || kept[branch - Leaves];

    private bool[] Kept(int first)
    {
        var kept = new bool[_merges.Length];
        kept.AsSpan(0, first).Fill(true);
        return kept;
    }

    private int[] Labels(bool[] kept)
    {
        // From the top down: a branch that is kept hands its number to all below it.
        var (labels, clusters, below) = (new int[Leaves], 0, new int[_merges.Length]);
        Array.Fill(labels, -1);
        Array.Fill(below, -1);
        for (var i = _merges.Length - 1; i >= 0; i--)
        {
            if (kept[i] && below[i] < 0) below[i] = clusters++;
            foreach (var branch in (ReadOnlySpan<int>)[_merges[i].Left, _merges[i].Right])
            {
                if (branch < Leaves) labels[branch] = below[i];
                else below[branch - Leaves] = below[i];
            }
        }

        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0) labels[i] = clusters++;
        }

        Canonical.Relabel(labels, _weights, clusters);
        return labels;
    }

    private int[] LeftToRight()
    {
        var (order, stack, at) = (new int[Leaves], new Stack<int>(), 0);
        stack.Push(Leaves + _merges.Length - 1);
        while (stack.TryPop(out var branch))
        {
            if (branch < Leaves)
            {
                order[at++] = branch;
                continue;
            }

            stack.Push(_merges[branch - Leaves].Right);
            stack.Push(_merges[branch - Leaves].Left);
        }

        return order;
    }
}
