using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// How far the centres may move before a point can change its cluster, for groups of 16 neighbours: the least difference between the
/// distances to the second nearest and to the own centre. Roundings are allowed for, so labels stay those of a full search, bit by bit.
/// </summary>
/// <remarks>[Ham10].</remarks>
internal sealed unsafe class Bounds
{
    private const int Group = AssignKernel.Step;
    private const int Groups = Points.BlockRows / Group;

    // Rounds in which nearly every point would have to be looked at again anyway.
    private const int FirstRounds = 2;

    private readonly int _d;
    private readonly double _safe;
    private readonly double[] _until;
    private readonly double[] _blockUntil;
    private double _way;
    private int _rounds;

    public Bounds(Points points)
    {
        (_d, _safe) = (points.Dimensions, 1e-14 * (points.Dimensions + 10));
        (_until, _blockUntil) = (new double[points.Blocks * Groups], new double[points.Blocks]);
    }

    /// <summary>Nothing is known any more.</summary>
    public void Forget()
    {
        (_way, _rounds) = (0, 0);
        Room.Fill(_until, double.NegativeInfinity);
        Room.Fill(_blockUntil, double.NegativeInfinity);
    }

    /// <summary>A point was given another cluster than that of its nearest centre.</summary>
    public void Forget(int point)
    {
        _until[point / Group] = double.NegativeInfinity;
        _blockUntil[point / Points.BlockRows] = double.NegativeInfinity;
    }

    /// <summary>The centres moved [k × d].</summary>
    public void Moved(double[] before, double[] after, int k)
    {
        _rounds++;
        var (first, second) = (0.0, 0.0);
        for (var c = 0; c < k; c++)
        {
            var square = 0.0;
            for (var q = c * _d; q < (c + 1) * _d; q++) square += (after[q] - before[q]) * (after[q] - before[q]);
            if (square > first) (first, second) = (square, first);
            else if (square > second) second = square;
        }

        // The own centre may come as far away as any, and another as much nearer.
        _way += (Math.Sqrt(first) + Math.Sqrt(second)) * (1 + _safe) + 1e-300;
    }

    /// <summary>No point of the block can change its cluster.</summary>
    public bool Rest(int block) => _blockUntil[block] > _way;

    /// <summary>As <see cref="AssignKernel.Assign"/>, and takes the bounds anew for the groups that had to be looked at.</summary>
    /// <param name="gap">Centres left out are farther than the nearest by at least this.</param>
    public bool Assign(int block, double* columns, double* centres, int* names, int m, int* labels, int count, double gap)
    {
        if (_rounds < FirstRounds)
            return m == 1 ? AssignKernel.Same(names[0], labels, count) : AssignKernel.Assign(columns, _d, centres, names, m, labels, null, count);

        var (changed, blockUntil) = (false, double.PositiveInfinity);
        for (var from = 0; from < count; from += Group)
        {
            ref var until = ref _until[(block * Groups) + (from / Group)];
            if (!(until > _way))
            {
                var least = gap;
                if (m == 1) changed |= AssignKernel.Same(names[0], labels + from, Group);
                else changed |= Sixteen(columns + from, centres, names, m, labels + from, ref least);
                until = _way + least;
            }

            blockUntil = Math.Min(blockUntil, until);
        }

        _blockUntil[block] = blockUntil;
        return changed;
    }

    private bool Sixteen(double* columns, double* centres, int* names, int m, int* labels, ref double gap)
    {
        var (changes, gaps) = (Vector256<int>.Zero, Vector256.Create(gap));
        for (var j = 0; j < Group; j += 8)
        {
            var far = Vector256.Create(double.PositiveInfinity);
            var (least0, least1, second0, second1, label0, label1) = (far, far, far, far, Vector256<long>.Zero, Vector256<long>.Zero);
            var centre = centres;
            for (var c = 0; c < m; c++)
            {
                var (sum0, sum1) = (Vector256<double>.Zero, Vector256<double>.Zero);
                var values = columns + j;
                for (var q = 0; q < _d; q++)
                {
                    var at = Vector256.Create(*centre);
                    var step0 = at - Lanes.Load(values);
                    var step1 = at - Lanes.Load(values + 4);
                    sum0 += step0 * step0;
                    sum1 += step1 * step1;
                    values += Points.BlockRows;
                    centre++;
                }

                var label = Vector256.Create((long)names[c]);
                var (nearer0, nearer1) = (Vector256.LessThan(sum0, least0), Vector256.LessThan(sum1, least1));
                var (rest0, rest1) = (Vector256.ConditionalSelect(nearer0, least0, sum0), Vector256.ConditionalSelect(nearer1, least1, sum1));
                second0 = Vector256.ConditionalSelect(Vector256.LessThan(rest0, second0), rest0, second0);
                second1 = Vector256.ConditionalSelect(Vector256.LessThan(rest1, second1), rest1, second1);
                least0 = Vector256.ConditionalSelect(nearer0, sum0, least0);
                least1 = Vector256.ConditionalSelect(nearer1, sum1, least1);
                label0 = Vector256.ConditionalSelect(nearer0.AsInt64(), label, label0);
                label1 = Vector256.ConditionalSelect(nearer1.AsInt64(), label, label1);
            }

            var both = Vector256.Narrow(label0, label1);
            changes |= both ^ Lanes.Load(labels + j);
            Lanes.Store(both, labels + j);
            var (less, more) = (Vector256.Create(1 - _safe), Vector256.Create(1 + _safe));
            var gap0 = (Vector256.Sqrt(second0) * less) - (Vector256.Sqrt(least0) * more);
            var gap1 = (Vector256.Sqrt(second1) * less) - (Vector256.Sqrt(least1) * more);
            gaps = Vector256.ConditionalSelect(Vector256.LessThan(gap0, gaps), gap0, gaps);
            gaps = Vector256.ConditionalSelect(Vector256.LessThan(gap1, gaps), gap1, gaps);
        }

        gap = Math.Min(Math.Min(gaps[0], gaps[1]), Math.Min(gaps[2], gaps[3]));
        return changes != Vector256<int>.Zero;
    }
}
