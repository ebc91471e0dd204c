using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Medoids;

/// <summary>
/// Medoids, and for each row its nearest and second nearest one. The rows stand grouped by nearest medoid, each group in whole vectors,
/// so that what every swap with a candidate would change is found in one pass without a branch.
/// </summary>
/// <remarks>[SR21] section 3: O(n · d) a candidate for all k swaps at once.</remarks>
internal sealed unsafe class Neighbourhood
{
    private readonly MedoidRows _rows;
    private readonly MedoidRows _grouped;
    private readonly int[] _nearest;
    private readonly int[] _second;
    private readonly double[] _toNearest;
    private readonly double[] _toSecond;
    private readonly double[] _groupedNearest;
    private readonly double[] _groupedSecond;
    private readonly int[] _ends;

    public Neighbourhood(MedoidRows rows, int[] medoids)
    {
        var (n, k) = (rows.Count, medoids.Length);
        (_rows, Medoids) = (rows, (int[])medoids.Clone());
        _grouped = new(n + (4 * k), rows.Columns, rows.Distance);
        (_nearest, _second, _toNearest, _toSecond) = (new int[n], new int[n], new double[n], new double[n]);
        (_groupedNearest, _groupedSecond, _ends) = (new double[_grouped.Padded], new double[_grouped.Padded], new int[k]);
        for (var i = 0; i < n; i++) Scan(i);
        Group();
    }

    /// <summary>Row of each medoid [k].</summary>
    public int[] Medoids { get; }

    /// <summary>Σ weight · distance to the nearest medoid.</summary>
    public double Total { get; private set; }

    /// <summary>What the best swap of a medoid with this row adds to <see cref="Total"/>, and which medoid goes; the lowest of equals.</summary>
    public (double Change, int Medoid) BestSwap(int candidate)
    {
        var point = _rows.Row(candidate);
        var (added, best, at) = (0.0, double.PositiveInfinity, -1);
        var (from, d, distance, pitch) = (0, _rows.Columns, _rows.Distance, _grouped.Padded);
        fixed (double* values = _grouped.Values, weights = _grouped.Weights, near = _groupedNearest, next = _groupedSecond, to = point)
        {
            for (var c = 0; c < _ends.Length; c++)
            {
                var (gain, loss) = (Vector256<double>.Zero, Vector256<double>.Zero);
                for (var j = from; j < _ends[c]; j += 4)
                {
                    var length = MedoidRows.Four(values + j, pitch, d, to, distance);
                    var nearest = Lanes.Load(near + j);
                    var nearer = Vector256.MinNative(length, nearest);
                    gain += Lanes.Load(weights + j) * (nearer - nearest);
                    loss += Lanes.Load(weights + j) * (Vector256.MinNative(length, Lanes.Load(next + j)) - nearer);
                }

                added += (gain[0] + gain[1]) + (gain[2] + gain[3]);
                var without = (loss[0] + loss[1]) + (loss[2] + loss[3]);
                if (without < best) (best, at) = (without, c);
                from = _ends[c];
            }
        }

        return (added + best, at);
    }

    /// <summary>Puts a row in the place of a medoid.</summary>
    public void Swap(int medoid, int row)
    {
        Medoids[medoid] = row;
        for (var i = 0; i < _nearest.Length; i++)
        {
            var length = _rows.Between(i, row);
            if (_nearest[i] == medoid)
            {
                if (length <= _toSecond[i]) _toNearest[i] = length;
                else Scan(i);
            }
            else if (length < _toNearest[i])
            {
                (_second[i], _toSecond[i], _nearest[i], _toNearest[i]) = (_nearest[i], _toNearest[i], medoid, length);
            }
            else if (length <= _toSecond[i])
            {
                (_second[i], _toSecond[i]) = (medoid, length);
            }
            else if (_second[i] == medoid)
            {
                Scan(i);
            }
        }

        Group();
    }

    public bool IsMedoid(int row) => Array.IndexOf(Medoids, row) >= 0;

    private void Scan(int i)
    {
        (_toNearest[i], _toSecond[i], _nearest[i], _second[i]) = (double.PositiveInfinity, double.PositiveInfinity, -1, -1);
        for (var c = 0; c < Medoids.Length; c++)
        {
            var length = _rows.Between(i, Medoids[c]);
            if (length < _toNearest[i])
            {
                (_second[i], _toSecond[i]) = (_nearest[i], _toNearest[i]);
                (_nearest[i], _toNearest[i]) = (c, length);
            }
            else if (length < _toSecond[i])
            {
                (_second[i], _toSecond[i]) = (c, length);
            }
        }
    }

    private void Group()
    {
        Array.Clear(_ends);
        foreach (var c in _nearest) _ends[c]++;
        var next = new int[_ends.Length];
        for (var (c, at) = (0, 0); c < _ends.Length; c++)
        {
            next[c] = at;
            at += (_ends[c] + 3) / 4 * 4;
            _ends[c] = at;
        }

        // What fills up a vector has no weight and no distance.
        Array.Clear(_grouped.Weights);
        Array.Clear(_groupedNearest);
        Array.Clear(_groupedSecond);
        Total = 0;
        for (var i = 0; i < _nearest.Length; i++)
        {
            var at = next[_nearest[i]]++;
            for (var q = 0; q < _rows.Columns; q++) _grouped.Values[((long)q * _grouped.Padded) + at] = _rows.Values[((long)q * _rows.Padded) + i];
            (_grouped.Weights[at], _groupedNearest[at], _groupedSecond[at]) = (_rows.Weights[i], _toNearest[i], _toSecond[i]);
            Total += _rows.Weights[i] * _toNearest[i];
        }
    }
}
