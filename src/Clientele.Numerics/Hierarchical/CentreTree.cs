using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// A kd-tree over the centres of clusters, 16 to a leaf, column by column within it. Every node knows the box of its centres, their least
/// weight and their most reach. A centre can move or vanish in place; the boxes above follow.
/// </summary>
/// <remarks>About 24 + 13·d bytes a centre. Built in O(m log m).</remarks>
internal sealed unsafe partial class CentreTree
{
    private const int Width = 16;
    private const int Nobody = int.MaxValue;
    private const int SpreadSample = 48;
    private const int TopNodes = 16;

    private readonly int _pitch;
    private readonly int _d;
    private readonly double[] _columns;
    private readonly int[] _ids;
    private readonly double[] _weights;
    private readonly double[] _reaches;
    private readonly double[] _boxes;
    private readonly double[] _leastWeight;
    private readonly double[] _mostReach;
    private readonly int[] _leafOf;
    private readonly int[] _nodeOf;
    private readonly Centres _centres;

    /// <summary>Builds it.</summary>
    /// <param name="centres">Of all clusters, by name.</param>
    /// <param name="ids">Names of those to hold; put into the order of the tree.</param>
    /// <param name="count">How many of the names.</param>
    /// <param name="crew">Builds branches side by side.</param>
    /// <param name="cancellation">Looked at between branches.</param>
    public CentreTree(Centres centres, int[] ids, int count, Crew crew, CancellationToken cancellation)
    {
        (_centres, _d, Count) = (centres, centres.Dimensions, count);
        _pitch = (_d + 3) / 4 * 4;
        var leaves = Math.Max(1, (count + Width - 1) / Width);
        var nodes = 2;
        while (nodes < 2 * leaves) nodes *= 2;
        nodes = Math.Max(nodes, 2);
        _columns = new double[(long)leaves * _d * Width];
        (_ids, _weights, _reaches) = (new int[leaves * Width], new double[leaves * Width], new double[leaves * Width]);
        _boxes = new double[(long)nodes * 2 * _pitch];
        (_leastWeight, _mostReach) = (new double[nodes], new double[nodes]);
        (_leafOf, _nodeOf) = (new int[nodes], new int[leaves]);
        Array.Fill(_leafOf, -1);
        Array.Fill(_ids, Nobody);

        var keys = new double[count];
        var tops = new List<(int Node, int From, int To, int Leaf)>();
        Split(1, 0, count, 0, leaves, ids, keys, tops);
        crew.Run(tops.Count, (t, _) => Split(tops[t].Node, tops[t].From, tops[t].To, tops[t].Leaf, Leaves(tops[t].To - tops[t].From), ids, keys, null), cancellation);
        for (var node = Math.Min(nodes, TopNodes) - 1; node >= 1; node--)
        {
            if (_leafOf[node] < 0 && 2 * node < nodes) Join(node);
        }
    }

    /// <summary>Centres it was built over.</summary>
    public int Count { get; }

    /// <summary>Names in the order of the leaves; <see cref="int.MaxValue"/> where nobody is (any more).</summary>
    public ReadOnlySpan<int> Ids => _ids;

    /// <summary>Takes over what the centre at this place has become, or takes it out.</summary>
    /// <param name="place">Index in <see cref="Ids"/>.</param>
    /// <param name="stays">False: out.</param>
    public void Update(int place, bool stays)
    {
        var leaf = place / Width;
        if (stays) Put(_ids[place], leaf, place % Width);
        else Clear(leaf, place % Width);
        var node = _nodeOf[leaf];
        Bound(node, leaf);
        for (node /= 2; node >= 1; node /= 2) Join(node);
    }

    private static int Leaves(int count) => (count + Width - 1) / Width;

    private void Split(int node, int from, int to, int leaf, int leaves, int[] ids, double[] keys, List<(int Node, int From, int To, int Leaf)>? tops)
    {
        if (leaves <= 1)
        {
            (_leafOf[node], _nodeOf[leaf]) = (leaf, node);
            for (var lane = 0; lane < Width; lane++)
            {
                if (from + lane < to) Put(ids[from + lane], leaf, lane);
                else Clear(leaf, lane);
            }

            Bound(node, leaf);
            return;
        }

        if (tops is not null && node >= TopNodes)
        {
            tops.Add((node, from, to, leaf));
            return;
        }

        var (q, half) = (Widest(ids, from, to), (leaves + 1) / 2);
        var middle = from + (half * Width);
        for (var i = from; i < to; i++) keys[i] = _centres.Values[((long)ids[i] * _d) + q];
        Selection.Partition(keys.AsSpan(from, to - from), ids.AsSpan(from, to - from), middle - from);
        Split(2 * node, from, middle, leaf, half, ids, keys, tops);
        Split((2 * node) + 1, middle, to, leaf + half, leaves - half, ids, keys, tops);
        if (tops is null) Join(node);
    }

    private int Widest(int[] ids, int from, int to)
    {
        var (best, widest, step) = (0, -1.0, Math.Max(1, (to - from) / SpreadSample));
        for (var q = 0; q < _d; q++)
        {
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            for (var i = from; i < to; i += step)
            {
                var value = _centres.Values[((long)ids[i] * _d) + q];
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }

            if (high - low > widest) (best, widest) = (q, high - low);
        }

        return best;
    }

    private void Put(int id, int leaf, int lane)
    {
        var centre = _centres.Of(id);
        for (var q = 0; q < _d; q++) _columns[(((long)leaf * _d) + q) * Width + lane] = centre[q];
        var place = (leaf * Width) + lane;
        (_ids[place], _weights[place], _reaches[place]) = (id, _centres.Weights[id], _centres.Reaches[id]);
        _centres.Places[id] = place;
    }

    // Infinitely far, so that no search is offered it.
    private void Clear(int leaf, int lane)
    {
        for (var q = 0; q < _d; q++) _columns[(((long)leaf * _d) + q) * Width + lane] = double.PositiveInfinity;
        _ids[(leaf * Width) + lane] = Nobody;
    }

    private void Bound(int node, int leaf)
    {
        var (low, high) = Box(node);
        for (var q = 0; q < _d; q++)
        {
            var column = new ReadOnlySpan<double>(_columns, ((leaf * _d) + q) * Width, Width);
            (low[q], high[q]) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var value in column)
            {
                if (value < low[q]) low[q] = value;
                if (value > high[q] && value < double.PositiveInfinity) high[q] = value;
            }
        }

        (_leastWeight[node], _mostReach[node]) = (double.PositiveInfinity, 0);
        for (var place = leaf * Width; place < (leaf + 1) * Width; place++)
        {
            if (_ids[place] == Nobody) continue;
            _leastWeight[node] = Math.Min(_leastWeight[node], _weights[place]);
            _mostReach[node] = Math.Max(_mostReach[node], _reaches[place]);
        }
    }

    private void Join(int node)
    {
        var (low, high) = Box(node);
        var (leftLow, leftHigh) = Box(2 * node);
        var (rightLow, rightHigh) = Box((2 * node) + 1);
        for (var q = 0; q < _d; q++)
        {
            low[q] = Math.Min(leftLow[q], rightLow[q]);
            high[q] = Math.Max(leftHigh[q], rightHigh[q]);
        }

        _leastWeight[node] = Math.Min(_leastWeight[2 * node], _leastWeight[(2 * node) + 1]);
        _mostReach[node] = Math.Max(_mostReach[2 * node], _mostReach[(2 * node) + 1]);
    }

    private BoxSpans Box(int node)
    {
        var at = new Span<double>(_boxes, node * 2 * _pitch, 2 * _pitch);
        return new(at[.._pitch], at[_pitch..]);
    }

    private readonly ref struct BoxSpans(Span<double> low, Span<double> high)
    {
        private readonly Span<double> _low = low;
        private readonly Span<double> _high = high;

        public void Deconstruct(out Span<double> low, out Span<double> high)
        {
            low = _low;
            high = _high;
        }
    }
}
