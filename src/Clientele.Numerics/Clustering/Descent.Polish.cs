using System.Numerics;
using System.Runtime.Intrinsics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

internal sealed unsafe partial class Descent
{
    private readonly byte[] _marks;
    private readonly Work _mark;
    private double _slack;
    private double[] _shares = Room.None;
    private double _room;

    /// <summary>
    /// Moves single points whose change of cluster lowers the inertia although their own centre is the nearest: leaving a moves its
    /// centre away, joining b draws that one near. Then takes the means anew. False when no point gains.
    /// </summary>
    /// <remarks>[HW79]: gain when d_b² · W_b / (W_b + w) &lt; d_a² · W_a / (W_a − w).</remarks>
    private bool Polish()
    {
        if (_k == 1) return false;
        _slack = Slack();

        // d_b² < d_a² · (1 + slack) needs d_b − d_a below a share of d_a, which is no longer than the longest way between any point and centre.
        _room = Share(_slack) * Reach();
        _shares = Shares();
        Each(_mark);
        var moves = new SingleMoves(_points, _labels, _centres, _sums, _k);
        var moved = false;
        for (var group = 0; group < _marks.Length; group++)
        {
            for (var bits = (uint)_marks[group]; bits != 0; bits &= bits - 1)
            {
                var point = (group * 4) + BitOperations.TrailingZeroCount(bits);
                var before = _labels[point];
                if (!moves.Try(point)) continue;
                moved = true;
                _stale[point / Points.BlockRows] |= (1UL << before) | (1UL << _labels[point]);
                _bounds?.Forget(point);
            }
        }

        if (!moved) return false;
        Each(_sum);
        Join();
        MoveCentres();
        return true;
    }

    // A gain needs d_b² < d_a² · (1 + slack) with the heaviest point and the lightest cluster.
    private double Slack()
    {
        var lightest = double.PositiveInfinity;
        for (var c = 0; c < _k; c++)
        {
            if (Weight(c) > 0) lightest = Math.Min(lightest, Weight(c));
        }

        var heaviest = _points.HeaviestRow;
        return lightest > heaviest ? 2 * heaviest / (lightest - heaviest) * (1 + 1e-9) : double.PositiveInfinity;
    }

    // The same by cluster: what a point of it needs to leave for the lightest of the others.
    private double[] Shares()
    {
        var (shares, heaviest, first, second) = (new double[_k], _points.HeaviestRow, double.PositiveInfinity, double.PositiveInfinity);
        for (var c = 0; c < _k; c++)
        {
            if (Weight(c) < first) (first, second) = (Weight(c), first);
            else if (Weight(c) < second) second = Weight(c);
        }

        for (var c = 0; c < _k; c++)
        {
            var (home, there) = (Weight(c), Weight(c) == first ? second : first);
            var (leaving, joining) = home > heaviest && there > 0 ? (heaviest / (home - heaviest), heaviest / there) : (double.PositiveInfinity, 1);
            shares[c] = Share(leaving + joining + (leaving * joining));
        }

        return shares;
    }

    // At least √(1 + slack) − 1, which small slacks would lose in their roundings.
    private static double Share(double slack) => (slack < 1e-3 ? slack / 2 : Math.Sqrt(1 + slack) - 1) * (1 + 1e-9);

    // The diagonal of the box around all points and centres.
    private double Reach()
    {
        var (d, square) = (_points.Dimensions, 0.0);
        for (var q = 0; q < d; q++)
        {
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            for (var b = q; b < _points.Low.Length; b += d) (low, high) = (Math.Min(low, _points.Low[b]), Math.Max(high, _points.High[b]));
            for (var c = q; c < _k * d; c += d) (low, high) = (Math.Min(low, _centres[c]), Math.Max(high, _centres[c]));
            square += (high - low) * (high - low);
        }

        return Math.Sqrt(square);
    }

    // Marks the points that would gain with the centres as they are, four to a byte.
    private void MarkChunk(int chunk, int worker)
    {
        var (first, end) = _points.ChunkOfBlocks(chunk);
        for (var block = first; block < end; block++) Mark(block, worker);
    }

    private void Mark(int block, int worker)
    {
        var (points, filter, list) = (_points, Filter(worker), _list[worker]);
        var (from, count, d) = (block * Points.BlockRows, points.RowsOf(block), points.Dimensions);
        var own = new Span<byte>(_marks, from / 4, (count + 3) / 4);
        own.Clear();
        if (_bounds is not null && _bounds.Rest(block, _room)) return;
        fixed (double* columns = &points.Columns[from * (long)d], weights = &points.Weights[from], centres = filter.Centres, lows = points.Low, highs = points.High, shares = _shares, some = _some[worker])
        fixed (int* labels = &_labels[from], names = filter.Names, places = list)
        fixed (byte* marks = own)
        {
            var near = _bounds is null ? count : _bounds.Near(block, labels, count, shares, places);
            if (near == 0) return;
            var m = double.IsFinite(_slack) ? Left(filter, lows, highs, block, _slack) : filter.All();
            if (m == 1) return;
            if (_bounds is null || near > Points.BlockRows / 2)
            {
                if (!MarkBlock(columns, weights, labels, centres, names, m, marks, worker, count)) MarkBlock(columns, weights, labels, centres, names, filter.All(), marks, worker, count);
                return;
            }

            // Some of the points, side by side.
            _bounds.Gather(columns, places, near, some);
            var itsWeights = some + (d * Points.BlockRows);
            var itsLabels = (int*)(itsWeights + Points.BlockRows);
            var itsMarks = stackalloc byte[Points.BlockRows / 4];
            for (var t = 0; t < ((near + 7) & ~7); t++) (itsWeights[t], itsLabels[t]) = (weights[places[t]], labels[places[t]]);
            if (!MarkBlock(some, itsWeights, itsLabels, centres, names, m, itsMarks, worker, near)) MarkBlock(some, itsWeights, itsLabels, centres, names, filter.All(), itsMarks, worker, near);
            for (var t = 0; t < near; t++)
            {
                if ((itsMarks[t / 4] >> (t & 3) & 1) != 0) marks[places[t] / 4] |= (byte)(1 << (places[t] & 3));
            }
        }
    }

    // False when the own centre of a point is not among the centres given.
    private bool MarkBlock(double* columns, double* weights, int* labels, double* centres, int* names, int m, byte* marks, int worker, int count)
    {
        var (d, stride, known) = (_points.Dimensions, _points.Stride, Vector256<double>.AllBitsSet);
        fixed (double* sums = _sums, squares = _scratch[worker])
        {
            for (var j = 0; j < count; j += 4)
            {
                var (own, found) = (Vector256<double>.Zero, Vector256<double>.Zero);
                var label = Vector256.Create((double)labels[j], labels[j + 1], labels[j + 2], labels[j + 3]);
                for (var c = 0; c < m; c++)
                {
                    var square = Vector256<double>.Zero;
                    for (var q = 0; q < d; q++)
                    {
                        var step = Vector256.Create(centres[(c * d) + q]) - Lanes.Load(columns + (q * Points.BlockRows) + j);
                        square += step * step;
                    }

                    Lanes.Store(square, squares + (c * 4));
                    var mine = Vector256.Equals(label, Vector256.Create((double)names[c]));
                    own = Vector256.ConditionalSelect(mine, square, own);
                    found |= mine;
                }

                known &= found;
                var weight = Lanes.Load(weights + j);
                var home = Vector256.Create(
                    sums[(labels[j] * stride) + d], sums[(labels[j + 1] * stride) + d], sums[(labels[j + 2] * stride) + d], sums[(labels[j + 3] * stride) + d]);
                var others = home - weight;
                var stay = own * home * Vector256.Create(SingleMoves.Margin);
                var gains = Vector256<double>.Zero;
                for (var c = 0; c < m; c++)
                {
                    var there = Vector256.Create(sums[(names[c] * stride) + d]);
                    var go = Lanes.Load(squares + (c * 4)) * there * others;
                    var gain = Vector256.LessThan(go, stay * (there + weight));
                    gains |= Vector256.AndNot(gain, Vector256.Equals(label, Vector256.Create((double)names[c])));
                }

                marks[j / 4] = (byte)Vector256.ExtractMostSignificantBits(gains);
            }
        }

        return Vector256.ExtractMostSignificantBits(known) == 15;
    }
}
