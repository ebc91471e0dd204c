using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Clustering;

/// <summary>Distances to one more centre, for drawing centres. Sums have four lanes (point number modulo 4), joined as (0 + 1) + (2 + 3).</summary>
internal static unsafe class SeedKernel
{
    /// <summary>Σ weight · min(nearest, squared distance to the centre) over one block.</summary>
    /// <param name="columns">Values, column by column.</param>
    /// <param name="pitch">Doubles from one column to the next.</param>
    /// <param name="d">Columns.</param>
    /// <param name="centre">[d].</param>
    /// <param name="weights">0 behind the last point.</param>
    /// <param name="nearest">Squared distance to the nearest centre so far; infinite before the first.</param>
    /// <param name="keep">Whether nearest takes the new values.</param>
    /// <param name="from">First point, a multiple of 4.</param>
    /// <param name="to">Behind the last point; the vector it ends in is read and written whole.</param>
    public static double Potential(
        double* columns, nint pitch, int d, double* centre, double* weights, double* nearest, bool keep, int from, int to)
    {
        var sum = Vector256<double>.Zero;
        for (var j = from; j < to; j += 4)
        {
            var square = Vector256<double>.Zero;
            var values = columns + j;
            for (var q = 0; q < d; q++)
            {
                var step = Vector256.Create(centre[q]) - Lanes.Load(values);
                square += step * step;
                values += pitch;
            }

            var old = Lanes.Load(nearest + j);
            var least = Vector256.ConditionalSelect(Vector256.LessThan(square, old), square, old);
            sum += Lanes.Load(weights + j) * least;
            if (keep) Lanes.Store(least, nearest + j);
        }

        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }

    /// <summary>Σ weight · value over one block.</summary>
    public static double Weighted(double* weights, double* values, int from, int to)
    {
        var sum = Vector256<double>.Zero;
        for (var j = from; j < to; j += 4) sum += Lanes.Load(weights + j) * Lanes.Load(values + j);
        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }
}
