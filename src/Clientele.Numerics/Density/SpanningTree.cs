using Clientele.Numerics.Neighbours;
using Clientele.Numerics.Ordering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Density;

/// <summary>
/// The minimum spanning tree of rows under mutual reachability. Each round, every component finds its nearest edge to another one and all
/// are joined; boxes of one component are passed by, and a row that cannot beat its component's best so far does not search.
/// </summary>
/// <remarks>Borůvka's method on a kd-tree [MRG10]. Edges have a total order (<see cref="Edge.Before"/>), so the tree is unique.</remarks>
internal sealed unsafe class SpanningTree
{
    private const int Piece = 512;

    private readonly KdTree _tree;
    private readonly double[] _cores;
    private readonly double[] _boxCores;
    private readonly int[] _component;
    private readonly int[] _boxComponent;
    private readonly Edge[] _found;
    private readonly double[] _least;
    private readonly long[] _bounds;

    private SpanningTree(KdTree tree, double[] cores)
    {
        var n = tree.Count;
        _tree = tree;
        _cores = Array.ConvertAll(tree.Order, i => cores[i]);
        _boxCores = BoxTotals.Least(tree, _cores);
        (_component, _boxComponent, _found) = ((int[])tree.Order.Clone(), new int[tree.Boxes], new Edge[n]);
        (_least, _bounds) = ((double[])_cores.Clone(), new long[n]);
    }

    /// <summary>The n − 1 edges in no order.</summary>
    /// <param name="tree">The rows.</param>
    /// <param name="cores">Squared core distances by index [n], finite.</param>
    /// <param name="crew">Shares the searches.</param>
    /// <param name="context">Progress from 0.3 to 0.9, and cancellation.</param>
    public static Edge[] Of(KdTree tree, double[] cores, Crew crew, FitContext context)
    {
        var (n, rounds) = (tree.Count, new SpanningTree(tree, cores));
        var (edges, sets) = (new List<Edge>(n - 1), new DisjointSets(n));
        Array.Fill(rounds._found, new(-1, -1, double.PositiveInfinity));
        while (edges.Count < n - 1)
        {
            rounds.Search(crew, context.Cancellation);
            rounds.Join(sets, edges);
            context.Progress?.Report(0.3 + (0.6 * Math.Log(n / (double)(n - edges.Count)) / Math.Log(n)));
        }

        return [.. edges];
    }

    private void Search(Crew crew, CancellationToken cancellation)
    {
        Array.Fill(_bounds, BitConverter.DoubleToInt64Bits(double.PositiveInfinity));
        for (var box = _tree.Boxes - 1; box >= 0; box--) _boxComponent[box] = Shared(box);
        for (var p = 0; p < _found.Length; p++)
        {
            // What was nearest and is still foreign is still nearest; what has become one's own leaves a bound.
            if (_found[p].A < 0) continue;
            if (Foreign(p)) Lower(_component[p], _found[p].Square);
            else (_least[p], _found[p]) = (_found[p].Square, new(-1, -1, double.PositiveInfinity));
        }

        crew.Run((_found.Length + Piece - 1) / Piece, (piece, _) =>
        {
            for (var p = piece * Piece; p < Math.Min(_found.Length, (piece + 1) * Piece); p++)
            {
                if ((p & 63) == 0) cancellation.ThrowIfCancellationRequested();
                if (_found[p].A < 0) Search(p);
            }
        }, cancellation);
    }

    private void Search(int p)
    {
        // Other threads lower the bound meanwhile. That decides who searches in vain, never which edge is least.
        var bound = BitConverter.Int64BitsToDouble(Volatile.Read(ref _bounds[_component[p]]));
        if (_least[p] > bound) return;
        var best = new Edge(-1, -1, bound);
        Visit(p, 0, 0, ref best);
        if (best.A < 0)
        {
            _least[p] = Math.BitIncrement(bound);
            return;
        }

        _found[p] = best;
        Lower(_component[p], best.Square);
    }

    private void Visit(int p, int box, double least, ref Edge best)
    {
        if (_boxComponent[box] == _component[p] || Math.Max(least, Math.Max(_cores[p], _boxCores[box])) > best.Square) return;
        var point = _tree.At + ((nint)p * _tree.Columns);
        if (!_tree.IsLeaf(box))
        {
            var (near, far) = _tree.Halves(point, box);
            Visit(p, near.Box, near.Least, ref best);
            Visit(p, far.Box, far.Least, ref best);
            return;
        }

        var (from, to) = _tree.Range(box);
        for (var r = from; r < to; r++)
        {
            if (_component[r] == _component[p] || _cores[r] > best.Square) continue;
            var square = Math.Max(_tree.Square(point, _tree.At + ((nint)r * _tree.Columns)), Math.Max(_cores[p], _cores[r]));
            if (square > best.Square) continue;
            var edge = Edge.Of(_tree.Order[p], _tree.Order[r], square);
            if (best.A < 0 || edge.Before(best)) best = edge;
        }
    }

    private bool Foreign(int p)
    {
        var other = _found[p].A == _tree.Order[p] ? _found[p].B : _found[p].A;
        return _byItem[other] != _component[p];
    }

    private int[] _byItem = [];

    private void Lower(int component, double square)
    {
        // Numbers from 0 up are ordered like their bits.
        var bits = BitConverter.DoubleToInt64Bits(square);
        var seen = Volatile.Read(ref _bounds[component]);
        while (bits < seen)
        {
            var now = Interlocked.CompareExchange(ref _bounds[component], bits, seen);
            if (now == seen) return;
            seen = now;
        }
    }

    // The component that all rows of a box are in; −1 when there are several.
    private int Shared(int box)
    {
        if (!_tree.IsLeaf(box))
        {
            var (left, right) = (_boxComponent[(2 * box) + 1], _boxComponent[(2 * box) + 2]);
            return left == right ? left : -1;
        }

        var (from, to) = _tree.Range(box);
        for (var p = from + 1; p < to; p++)
        {
            if (_component[p] != _component[from]) return -1;
        }

        return _component[from];
    }

    private void Join(DisjointSets sets, List<Edge> edges)
    {
        var n = _found.Length;
        var best = new Edge[n];
        Array.Fill(best, new(-1, -1, double.PositiveInfinity));
        for (var p = 0; p < n; p++)
        {
            if (_found[p].A >= 0 && (best[_component[p]].A < 0 || _found[p].Before(best[_component[p]]))) best[_component[p]] = _found[p];
        }

        foreach (var edge in best)
        {
            if (edge.A >= 0 && sets.Join(edge.A, edge.B)) edges.Add(edge);
        }

        if (_byItem.Length == 0) _byItem = new int[n];
        for (var i = 0; i < n; i++) _byItem[i] = sets.Find(i);
        for (var p = 0; p < n; p++) _component[p] = _byItem[_tree.Order[p]];
    }
}
