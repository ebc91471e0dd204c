using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// Which centres can be the nearest of any point in a box: all but those that one centre beats in every corner. What is left out could
/// not have won, roundings and ties included, so labels are those of a search through all centres, bit by bit.
/// </summary>
/// <remarks>[KMN02], with boxes of <see cref="Points.BlockRows"/> neighbours instead of a tree. Time O(k · d) a box.</remarks>
internal sealed unsafe class BoxFilter
{
    private readonly int _d;
    private readonly double[] _turned;
    private readonly double[] _middle;
    private readonly double[] _squares;
    private double[] _centres = Room.None;
    private int _k;
    private int _wide;

    /// <summary>Room for so many centres.</summary>
    public BoxFilter(int d, int mostK)
    {
        var wide = (mostK + 3) & ~3;
        (_d, _turned, _middle, _squares) = (d, new double[d * wide], new double[d], new double[wide]);
        (Names, Centres) = (new int[mostK], new double[mostK * d]);
    }

    /// <summary>The centres that are left, by their numbers, rising.</summary>
    public int[] Names { get; }

    /// <summary>The centres that are left [m × d].</summary>
    public double[] Centres { get; }

    /// <summary>Centres that were left out are farther from every point of the box than the nearest one by at least this.</summary>
    public double Gap { get; private set; }

    /// <summary>Takes the centres [k × d].</summary>
    public void Turn(double[] centres, int k)
    {
        (_centres, _k, _wide) = (centres, k, (k + 3) & ~3);
        for (var c = 0; c < _wide; c++)
        {
            for (var q = 0; q < _d; q++) _turned[(q * _wide) + c] = centres[(Math.Min(c, k - 1) * _d) + q];
        }
    }

    /// <summary>All centres.</summary>
    public int All()
    {
        for (var c = 0; c < _k; c++) Names[c] = c;
        Array.Copy(_centres, Centres, _k * _d);
        Gap = double.PositiveInfinity;
        return _k;
    }

    /// <summary>Leaves the centres that count in a box; returns how many.</summary>
    /// <param name="low">Least value per column [d].</param>
    /// <param name="high">Largest value per column [d].</param>
    /// <param name="slack">Also leaves centres whose squared distance is within this share, of that of the nearest, of it.</param>
    /// <param name="blur">Also leaves centres whose distance is within this of the nearest.</param>
    public int Left(double* low, double* high, double slack, double blur)
    {
        if (_k == 1) return All();
        for (var q = 0; q < _d; q++) _middle[q] = (low[q] + high[q]) * 0.5;
        var pivot = Nearest();
        var far = 0.0;
        for (var q = 0; q < _d; q++)
        {
            var at = _centres[(pivot * _d) + q];
            var step = Math.Max(Math.Abs(at - low[q]), Math.Abs(at - high[q]));
            far += step * step;
        }

        Beaten(low, high, pivot);
        var margin = (slack + 1e-12 + (1e-15 * _d)) * far;
        var (left, closest) = (0, double.PositiveInfinity);
        for (var c = 0; c < _k; c++)
        {
            // squares: the largest of |x − pivot|² − |x − c|² over the box.
            var beaten = -_squares[c] > (blur == 0 ? margin : margin + (blur * Math.Sqrt(far - _squares[c])));
            if (beaten && c != pivot)
            {
                closest = Math.Min(closest, -_squares[c]);
                continue;
            }

            Names[left] = c;
            new ReadOnlySpan<double>(_centres, c * _d, _d).CopyTo(new Span<double>(Centres, left * _d, _d));
            left++;
        }

        // |x − c|² ≥ |x − p|² + closest, and no |x − p| is larger than that of the farthest corner.
        Gap = double.IsPositiveInfinity(closest) ? closest : closest * (1 - 1e-9) / (Math.Sqrt(far + closest) + Math.Sqrt(far));
        return left;
    }

    private int Nearest()
    {
        fixed (double* turned = _turned, squares = _squares)
        {
            for (var c = 0; c < _wide; c += 4)
            {
                var sum = Vector256<double>.Zero;
                for (var q = 0; q < _d; q++)
                {
                    var step = Lanes.Load(turned + (q * _wide) + c) - Vector256.Create(_middle[q]);
                    sum += step * step;
                }

                Lanes.Store(sum, squares + c);
            }
        }

        var pivot = 0;
        for (var c = 1; c < _k; c++)
        {
            if (_squares[c] < _squares[pivot]) pivot = c;
        }

        return pivot;
    }

    // |x − p|² − |x − c|² = (c − p) · ((x − c) + (x − p)) is largest in the corner that lies towards c.
    private void Beaten(double* low, double* high, int pivot)
    {
        fixed (double* turned = _turned, squares = _squares)
        {
            for (var c = 0; c < _wide; c += 4)
            {
                var sum = Vector256<double>.Zero;
                for (var q = 0; q < _d; q++)
                {
                    var (centre, at) = (Lanes.Load(turned + (q * _wide) + c), Vector256.Create(turned[(q * _wide) + pivot]));
                    var towards = centre - at;
                    var corner = Vector256.ConditionalSelect(Vector256.GreaterThan(towards, Vector256<double>.Zero), Vector256.Create(high[q]), Vector256.Create(low[q]));
                    sum += towards * ((corner - centre) + (corner - at));
                }

                Lanes.Store(sum, squares + c);
            }
        }
    }
}
