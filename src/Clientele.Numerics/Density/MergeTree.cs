using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Density;

/// <summary>
/// Single linkage from a spanning tree: nodes 0 … n − 1 are the rows, node n + i is the i-th merge by rising height, the last one holds all.
/// </summary>
internal sealed class MergeTree
{
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly double[] _squares;
    private readonly double[] _weights;
    private readonly int[] _first;
    private readonly int[] _count;

    /// <summary>Sorts the edges, which it keeps; O(n log n).</summary>
    public MergeTree(Edge[] edges, double[] weights)
    {
        var n = weights.Length;
        Array.Sort(edges, static (a, b) => a.Before(b) ? -1 : b.Before(a) ? 1 : 0);
        (_left, _right, _squares, _first) = (new int[n - 1], new int[n - 1], new double[n - 1], new int[(2 * n) - 1]);
        (_weights, _count, Rows) = (new double[(2 * n) - 1], new int[(2 * n) - 1], new int[n]);
        Array.Copy(weights, _weights, n);
        Array.Fill(_count, 1, 0, n);
        var (sets, top) = (new DisjointSets(n), new int[n]);
        for (var i = 0; i < n; i++) top[i] = i;
        for (var i = 0; i < edges.Length; i++)
        {
            var (a, b) = (top[sets.Find(edges[i].A)], top[sets.Find(edges[i].B)]);
            (_left[i], _right[i], _squares[i]) = (a, b, edges[i].Square);
            (_weights[n + i], _count[n + i]) = (_weights[a] + _weights[b], _count[a] + _count[b]);
            sets.Join(edges[i].A, edges[i].B);
            top[sets.Find(edges[i].A)] = n + i;
        }

        for (var node = (2 * n) - 2; node >= n; node--)
        {
            _first[_left[node - n]] = _first[node];
            _first[_right[node - n]] = _first[node] + _count[_left[node - n]];
        }

        for (var i = 0; i < n; i++) Rows[_first[i]] = i;
    }

    /// <summary>The rows so that those of each node stand together [n].</summary>
    public int[] Rows { get; }

    public int Root => _count.Length - 1;

    public bool IsRow(int node) => node < Rows.Length;

    /// <summary>Squared height of a merge.</summary>
    public double Square(int node) => _squares[node - Rows.Length];

    /// <summary>Weight of the rows of a node.</summary>
    public double Weight(int node) => _weights[node];

    /// <summary>The rows of a node.</summary>
    public ReadOnlySpan<int> Of(int node) => new(Rows, _first[node], _count[node]);

    /// <summary>What a merge is made of just below its height: merges of the same height count as one.</summary>
    public void Parts(int node, List<int> parts)
    {
        parts.Clear();
        var open = new Stack<int>([node]);
        while (open.TryPop(out var at))
        {
            if (!IsRow(at) && Square(at) == Square(node))
            {
                open.Push(_right[at - Rows.Length]);
                open.Push(_left[at - Rows.Length]);
            }
            else
            {
                parts.Add(at);
            }
        }
    }
}
