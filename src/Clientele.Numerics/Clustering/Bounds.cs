using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// How far the centres may move before a point can change its cluster: the difference between the distances to the second nearest and to
/// the own centre, less the ways that its own centre and the swiftest of the others have gone since. Points whose difference is used up
/// are gathered from their block and searched together. Roundings are allowed for, so labels stay those of a full search, bit by bit.
/// </summary>
/// <remarks>[Ham10], with one number a point: the difference of both bounds.</remarks>
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
    private readonly double[] _blockUntil;
    private readonly double[] _ways;
    private readonly double[][] _gathered;
    private double _way;
    private int _rounds;

    /// <summary>Room for searches of up to so many centres, by so many threads.</summary>
    public Bounds(Points points, int mostK, int workers)
    {
        (_d, _safe) = (points.Dimensions, 1e-14 * (points.Dimensions + 10));
        (_until, _blockUntil, _ways) = (new double[points.Padded], new double[points.Blocks], new double[mostK]);
        _gathered = new double[workers][];
        for (var w = 0; w < workers; w++) _gathered[w] = new double[(_d + 2) * Pitch];
    }

    /// <summary>Nothing is known any more.</summary>
    public void Forget()
    {
        (_way, _rounds) = (0, 0);
        Array.Clear(_ways);
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
        for (var c = 0; c < k; c++) _ways[c] = Math.BitIncrement(_ways[c] + Math.BitIncrement(steps[c] + (c == swiftest ? second : first)));
    }

    /// <summary>In no point of the block is the nearest centre by so much or less nearer than the second.</summary>
    public bool Rest(int block, double room = 0) => _blockUntil[block] > _way + room;

    /// <summary>The same of four neighbours.</summary>
    /// <param name="point">The first of them.</param>
    /// <param name="labels">Their clusters.</param>
    /// <param name="room">So much or less.</param>
    public bool Rest(int point, int* labels, double room)
    {
        fixed (double* until = _until, ways = _ways)
            return Vector256.ExtractMostSignificantBits(Vector256.GreaterThan(Lanes.Load(until + point) - Each(ways, labels), Vector256.Create(room))) == 15;
    }

    /// <summary>As <see cref="AssignKernel.Assign"/>, and takes the bounds anew for the points that had to be looked at.</summary>
    /// <param name="gap">Centres left out are farther than the nearest by at least this.</param>
    /// <param name="worker">Whose room is used.</param>
    public bool Assign(int block, double* columns, double* centres, int* names, int m, int* labels, int count, double gap, int worker)
    {
        if (_rounds < FirstRounds)
            return m == 1 ? AssignKernel.Same(names[0], labels, count) : AssignKernel.Assign(columns, _d, centres, names, m, labels, null, count);

        var list = stackalloc int[Pitch + 8];
        var changed = false;
        var doubtful = Doubtful(block * Pitch, labels, count, list, out var rest);
        fixed (double* until = &_until[block * Pitch], gathered = _gathered[worker])
        {
            var gaps = gathered + (_d * Pitch);
            if (m == 1)
            {
                changed = AssignKernel.Same(names[0], labels, count);
                rest = gap;
                for (var i = 0; i < count; i++) until[i] = (_ways[names[0]] + gap) * s_less;
            }
            else if (doubtful > Many)
            {
                var before = stackalloc int[Pitch];
                new ReadOnlySpan<int>(labels, count).CopyTo(new Span<int>(before, count));
                Search(columns, centres, names, m, count, gap, labels, gaps);
                rest = double.PositiveInfinity;
                for (var i = 0; i < count; i++)
                {
                    changed |= labels[i] != before[i];
                    until[i] = (_ways[labels[i]] + gaps[i]) * s_less;
                    rest = Math.Min(rest, gaps[i]);
                }
            }
            else if (doubtful > 0)
            {
                Gather(columns, list, doubtful, gathered);
                var found = (int*)(gaps + Pitch);
                Search(gathered, centres, names, m, doubtful, gap, found, gaps);
                for (var t = 0; t < doubtful; t++)
                {
                    var i = list[t];
                    changed |= labels[i] != found[t];
                    labels[i] = found[t];
                    until[i] = (_ways[found[t]] + gaps[t]) * s_less;
                    rest = Math.Min(rest, gaps[t]);
                }
            }
        }

        _blockUntil[block] = (_way + rest) * s_less;
        return changed;
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
                for (var doubts = ~Vector256.ExtractMostSignificantBits(sure) & 15; doubts != 0; doubts &= doubts - 1)
                {
                    if (j + BitOperations.TrailingZeroCount(doubts) is var i && i < count) list[found++] = i;
                }
            }
        }

        rest = Math.Min(Math.Min(least[0], least[1]), Math.Min(least[2], least[3]));
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Each(double* ways, int* labels) => Vector256.Create(ways[labels[0]], ways[labels[1]], ways[labels[2]], ways[labels[3]]);

    // Some points of a block side by side, filled up to whole rounds with the last of them.
    private void Gather(double* columns, int* list, int count, double* to)
    {
        for (var t = count; t < ((count + 7) & ~7); t++) list[t] = list[count - 1];
        for (var q = 0; q < _d; q++, columns += Pitch, to += Pitch)
        {
            for (var t = 0; t < ((count + 7) & ~7); t++) to[t] = columns[list[t]];
        }
    }

    // The nearest centre of each point, and by how much at least it is nearer than any other.
    private void Search(double* columns, double* centres, int* names, int m, int count, double gap, int* labels, double* gaps)
    {
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
            var gap0 = (Vector256.Sqrt(second0) * less) - (Vector256.Sqrt(least0) * more);
            var gap1 = (Vector256.Sqrt(second1) * less) - (Vector256.Sqrt(least1) * more);
            Lanes.Store(Vector256.ConditionalSelect(Vector256.LessThan(gap0, most), gap0, most), gaps + j);
            Lanes.Store(Vector256.ConditionalSelect(Vector256.LessThan(gap1, most), gap1, most), gaps + j + 4);
        }
    }
}
