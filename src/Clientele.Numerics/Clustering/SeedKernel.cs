using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Clustering;

/// <summary>Distances to one more centre, for drawing centres. Sums have four lanes (point number modulo 4), joined as (0 + 1) + (2 + 3).</summary>
internal static unsafe class SeedKernel
{
    private const int Pitch = Points.BlockRows;

    /// <summary>Σ weight · min(nearest, squared distance to the centre) over one block.</summary>
    /// <param name="columns">Values of the block, column by column.</param>
    /// <param name="d">Columns.</param>
    /// <param name="centre">[d].</param>
    /// <param name="weights">0 behind the last point.</param>
    /// <param name="nearest">Squared distance to the nearest centre so far; infinite before the first.</param>
    /// <param name="keep">Whether nearest takes the new values.</param>
    /// <param name="count">Points; the vector they end in is read and written whole.</param>
    public static double Potential(double* columns, int d, double* centre, double* weights, double* nearest, bool keep, int count)
    {
        var sum = Vector256<double>.Zero;
        var j = 0;
        for (; j + 12 < count; j += 16)
        {
            var (square0, square1, square2, square3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            var values = columns + j;
            for (var q = 0; q < d; q++)
            {
                var at = Vector256.Create(centre[q]);
                var step0 = at - Lanes.Load(values);
                var step1 = at - Lanes.Load(values + 4);
                var step2 = at - Lanes.Load(values + 8);
                var step3 = at - Lanes.Load(values + 12);
                square0 += step0 * step0;
                square1 += step1 * step1;
                square2 += step2 * step2;
                square3 += step3 * step3;
                values += Pitch;
            }

            var (old0, old1, old2, old3) = (Lanes.Load(nearest + j), Lanes.Load(nearest + j + 4), Lanes.Load(nearest + j + 8), Lanes.Load(nearest + j + 12));
            old0 = Vector256.ConditionalSelect(Vector256.LessThan(square0, old0), square0, old0);
            old1 = Vector256.ConditionalSelect(Vector256.LessThan(square1, old1), square1, old1);
            old2 = Vector256.ConditionalSelect(Vector256.LessThan(square2, old2), square2, old2);
            old3 = Vector256.ConditionalSelect(Vector256.LessThan(square3, old3), square3, old3);
            sum += Lanes.Load(weights + j) * old0;
            sum += Lanes.Load(weights + j + 4) * old1;
            sum += Lanes.Load(weights + j + 8) * old2;
            sum += Lanes.Load(weights + j + 12) * old3;
            if (!keep) continue;
            Lanes.Store(old0, nearest + j);
            Lanes.Store(old1, nearest + j + 4);
            Lanes.Store(old2, nearest + j + 8);
            Lanes.Store(old3, nearest + j + 12);
        }

        for (; j < count; j += 4)
        {
            var square = Squares(columns + j, d, centre);
            var old = Lanes.Load(nearest + j);
            var least = Vector256.ConditionalSelect(Vector256.LessThan(square, old), square, old);
            sum += Lanes.Load(weights + j) * least;
            if (keep) Lanes.Store(least, nearest + j);
        }

        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }

    /// <summary>Gives the points that are nearer to a centre than to any before its number and their squared distance to it.</summary>
    public static void Own(double* columns, int d, double* centre, int number, double* nearest, int* owners, int count)
    {
        for (var j = 0; j < count; j += 4)
        {
            var square = Squares(columns + j, d, centre);
            var nearer = Vector256.LessThan(square, Lanes.Load(nearest + j));
            var bits = Vector256.ExtractMostSignificantBits(nearer);
            if (bits == 0) continue;
            Lanes.Store(Vector256.ConditionalSelect(nearer, square, Lanes.Load(nearest + j)), nearest + j);
            for (var lane = 0; lane < 4; lane++)
            {
                if ((bits >> lane & 1) != 0) owners[j + lane] = number;
            }
        }
    }

    // Squared distances of four points to a centre.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Squares(double* values, int d, double* centre)
    {
        var square = Vector256<double>.Zero;
        for (var q = 0; q < d; q++, values += Pitch)
        {
            var step = Vector256.Create(centre[q]) - Lanes.Load(values);
            square += step * step;
        }

        return square;
    }

    /// <summary>Σ weight · value over one block.</summary>
    public static double Weighted(double* weights, double* values, int count)
    {
        var sum = Vector256<double>.Zero;
        for (var j = 0; j < count; j += 4) sum += Lanes.Load(weights + j) * Lanes.Load(values + j);
        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }

    /// <summary>The largest of some values of a block.</summary>
    public static double Most(double* values, int count)
    {
        var most = Vector256<double>.Zero;
        for (var j = 0; j < count; j += 4)
        {
            var now = Lanes.Load(values + j);
            most = Vector256.ConditionalSelect(Vector256.GreaterThan(now, most), now, most);
        }

        return Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3]));
    }
}
