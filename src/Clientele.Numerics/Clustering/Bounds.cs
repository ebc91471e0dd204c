using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// How far the centres may move before a point can change its cluster: the difference between the distances to the second nearest and to
/// the own centre, less the ways that its own centre and the swiftest of the others have gone since. Points whose difference is used up
/// are gathered from their block and searched together. Roundings are allowed for, so labels stay those of a full search, bit by bit.
/// </summary>
/// <remarks>[Ham10], with the difference of both bounds in place of the lower one.</remarks>
internal sealed unsafe class Bounds
{
    private const int Pitch = Points.BlockRows;

    // Rounds in which nearly every point would have to be looked at again anyway.
    private const int FirstRounds = 2;

    // From so many points of a block on, gathering costs more than the search through all of them.
    private const int Many = Pitch * 5 / 8;

    // Takes a sum of two numbers below what it is.
    private static readonly double s_less = 1 - Math.ScaleB(1, -52);

    private readonly int _d;
    private readonly double _safe;
    private readonly double[] _until;
    private readonly double[] _own;
    private readonly double[] _blockUntil;
    private readonly double[] _ways;
    private readonly double[] _steps;
    private readonly double[] _least;
    private readonly double[][] _gathered;
    private double _way;
    private int _rounds;

    /// <summary>Room for searches of up to so many centres, by so many threads.</summary>
    public Bounds(Points points, int mostK, int workers)
    {
        (_d, _safe) = (points.Dimensions, 1e-14 * (points.Dimensions + 10));
        (_until, _own, _blockUntil) = (new double[points.Padded], new double[points.Padded], new double[points.Blocks]);
        (_ways, _steps, _least) = (new double[mostK], new double[mostK], new double[mostK]);
        _gathered = new double[workers][];
        for (var w = 0; w < workers; w++) _gathered[w] = new double[(_d + 3) * Pitch];
    }

    /// <summary>Nothing is known any more.</summary>
    public void Forget()
    {
        (_way, _rounds) = (0, 0);
        Array.Clear(_ways);
        Array.Clear(_steps);
        Array.Clear(_least);
        Room.Fill(_until, double.NegativeInfinity);
        Room.Fill(_blockUntil, double.NegativeInfinity);
    }

    /// <summary>A point was given another cluster than that of its nearest centre.</summary>
    public void Forget(int point)
    {
        _until[point] = double.NegativeInfinity;
        _blockUntil[point / Pitch] = double.NegativeInfinity;
    }

    /// <summary>The centres moved [k × d].</summary>
    public void Moved(double[] before, double[] after, int k)
    {
        _rounds++;
        var (first, second, swiftest, steps) = (0.0, 0.0, -1, new double[k]);
        for (var c = 0; c < k; c++)
        {
            var square = 0.0;
            for (var q = c * _d; q < (c + 1) * _d; q++) square += (after[q] - before[q]) * (after[q] - before[q]);
            steps[c] = (Math.Sqrt(square) * (1 + _safe)) + 1e-300;
            if (steps[c] > first) (first, second, swiftest) = (steps[c], first, c);
            else if (steps[c] > second) second = steps[c];
        }

        // The own centre may come as far away, and another as much nearer. Never below the sum.
        _way = Math.BitIncrement(_way + first + second);
        for (var c = 0; c < k; c++)
        {
            _ways[c] = Math.BitIncrement(_ways[c] + Math.BitIncrement(steps[c] + (c == swiftest ? second : first)));
            _steps[c] = Math.BitIncrement(_steps[c] + steps[c]);
            _least[c] = _steps[c] * s_less;
        }
    }

    /// <summary>In no point of the block is the nearest centre by so much or less nearer than the second.</summary>
    public bool Rest(int block, double room = 0) => _blockUntil[block] > _way + room;

    /// <summary>Points of a block whose second nearest centre may be nearer than the own one by less than a share of the way to that.</summary>
    /// <param name="block">Number of the block.</param>
    /// <param name="labels">Its clusters.</param>
    /// <param name="count">Its points.</param>
    /// <param name="shares">By cluster.</param>
    /// <param name="list">Receives their places in the block.</param>
    /// <returns>How many.</returns>
    public int Near(int block, int* labels, int count, double* shares, int* list)
    {
        var found = 0;
        fixed (double* until = &_until[block * Pitch], own = &_own[block * Pitch], ways = _ways, steps = _steps)
        {
            for (var j = 0; j < count; j += 4)
            {
                var left = Lanes.Load(until + j) - Each(ways, labels + j);
                var far = (Lanes.Load(own + j) + Each(steps, labels + j)) * Each(shares, labels + j);
                found = Append(list, found, j, count, ~Vector256.ExtractMostSignificantBits(Vector256.GreaterThan(left, far)) & 15);
            }
        }

        return found;
    }

    /// <summary>As <see cref="AssignKernel.Assign"/>, and takes the bounds anew for the points that had to be looked at.</summary>
    /// <param name="gap">Centres left out are farther than the nearest by at least this.</param>
    /// <param name="worker">Whose room is used.</param>
    /// <returns>A bit per cluster that lost or gained points, of the last six bits of its number; all, where it was not looked which.</returns>
    public ulong Assign(int block, double* columns, double* centres, int* names, int m, int* labels, int count, double gap, int worker)
    {
        if (_rounds < FirstRounds)
            return (m == 1 ? AssignKernel.Same(names[0], labels, count) : AssignKernel.Assign(columns, _d, centres, names, m, labels, null, count)) ? ulong.MaxValue : 0;

        var list = stackalloc int[Pitch + 8];
        var doubtful = Doubtful(block * Pitch, labels, count, list, out var rest);
        var changed = 0UL;
        fixed (double* until = &_until[block * Pitch], own = &_own[block * Pitch], gathered = _gathered[worker], ways = _ways, least = _least)
        {
            var untilOf = gathered + (_d * Pitch);
            var ownOf = untilOf + Pitch;
            var found = (int*)(ownOf + Pitch);
            if (m == 1)
            {
                var name = names[0];
                rest = gap;
                for (var i = 0; i < count; i++)
                {
                    (until[i], own[i]) = ((ways[name] + gap) * s_less, double.PositiveInfinity);
                    changed |= Change(labels + i, name);
                }
            }
            else if (doubtful > Many)
            {
                rest = Search(columns, centres, names, m, count, gap, ways, least, found, until, own);
                for (var i = 0; i < count; i++) changed |= Change(labels + i, found[i]);
            }
            else if (doubtful > 0)
            {
                Gather(columns, list, doubtful, gathered);
                rest = Math.Min(rest, Search(gathered, centres, names, m, doubtful, gap, ways, least, found, untilOf, ownOf));
                for (var t = 0; t < doubtful; t++)
                {
                    (until[list[t]], own[list[t]]) = (untilOf[t], ownOf[t]);
                    changed |= Change(labels + list[t], found[t]);
                }
            }
        }

        _blockUntil[block] = (_way + rest) * s_less;
        return changed;
    }

    // The clusters that lose and gain a point.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Change(int* label, int found)
    {
        var before = *label;
        if (before == found) return 0;
        *label = found;
        return (1UL << before) | (1UL << found);
    }

    // The points whose difference is used up, by their places in the block, and the least of what the others have left.
    private int Doubtful(int from, int* labels, int count, int* list, out double rest)
    {
        var (found, least) = (0, Vector256.Create(double.PositiveInfinity));
        fixed (double* until = &_until[from], ways = _ways)
        {
            for (var j = 0; j < count; j += 4)
            {
                var left = Lanes.Load(until + j) - Each(ways, labels + j);
                var sure = Vector256.GreaterThan(left, Vector256<double>.Zero);
                least = Vector256.ConditionalSelect(sure & Vector256.LessThan(left, least), left, least);
                found = Append(list, found, j, count, ~Vector256.ExtractMostSignificantBits(sure) & 15);
            }
        }

        rest = Math.Min(Math.Min(least[0], least[1]), Math.Min(least[2], least[3]));
        return found;
    }

    // Those of four neighbours whose bit is set, without a branch that nobody could foresee.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Append(int* list, int found, int first, int count, uint bits)
    {
        if (first + 4 > count) bits &= (1U << (count - first)) - 1;
        list[found] = first;
        found += (int)(bits & 1);
        list[found] = first + 1;
        found += (int)(bits >> 1 & 1);
        list[found] = first + 2;
        found += (int)(bits >> 2 & 1);
        list[found] = first + 3;
        return found + (int)(bits >> 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Each(double* ways, int* labels) => Vector256.Create(ways[labels[0]], ways[labels[1]], ways[labels[2]], ways[labels[3]]);

    /// <summary>Some points of a block side by side, filled up to whole rounds of eight with the last of them.</summary>
    public void Gather(double* columns, int* list, int count, double* to)
    {
        for (var t = count; t < ((count + 7) & ~7); t++) list[t] = list[count - 1];
        for (var q = 0; q < _d; q++, columns += Pitch, to += Pitch)
        {
            for (var t = 0; t < ((count + 7) & ~7); t++) to[t] = columns[list[t]];
        }
    }

    // The nearest centre of each point, until when it is so, and how far away it is; returns by how much at least any is nearer than another.
    private double Search(double* columns, double* centres, int* names, int m, int count, double gap, double* ways, double* steps, int* labels, double* until, double* own)
    {
        var (closest, few) = (Vector256.Create(gap), Vector256.Create(s_less));
        var (less, more, most) = (Vector256.Create(1 - _safe), Vector256.Create(1 + _safe), Vector256.Create(gap));
        for (var j = 0; j < count; j += 8)
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
                    values += Pitch;
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

            Lanes.Store(Vector256.Narrow(label0, label1), labels + j);
            var (own0, own1) = (Vector256.Sqrt(least0) * more, Vector256.Sqrt(least1) * more);
            var (gap0, gap1) = ((Vector256.Sqrt(second0) * less) - own0, (Vector256.Sqrt(second1) * less) - own1);
            gap0 = Vector256.ConditionalSelect(Vector256.LessThan(gap0, most), gap0, most);
            gap1 = Vector256.ConditionalSelect(Vector256.LessThan(gap1, most), gap1, most);
            closest = Vector256.ConditionalSelect(Vector256.LessThan(gap0, closest), gap0, closest);
            closest = Vector256.ConditionalSelect(Vector256.LessThan(gap1, closest), gap1, closest);

            // The ways are taken a little too short, so that the distance never is.
            Lanes.Store(own0 - Each(steps, labels + j), own + j);
            Lanes.Store(own1 - Each(steps, labels + j + 4), own + j + 4);
            Lanes.Store((Each(ways, labels + j) + gap0) * few, until + j);
            Lanes.Store((Each(ways, labels + j + 4) + gap1) * few, until + j + 4);
        }

        return Math.Min(Math.Min(closest[0], closest[1]), Math.Min(closest[2], closest[3]));
    }
}
