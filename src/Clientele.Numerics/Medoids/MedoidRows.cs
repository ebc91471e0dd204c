using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Medoids;

/// <summary>
/// Rows with weights and the distance between them, column by column so that four are compared at once. Distances are summed over the
/// columns in their order without fused steps; a plain loop gives the same bits.
/// </summary>
internal sealed unsafe class MedoidRows
{
    /// <summary>Room for so many rows, which are set later.</summary>
    public MedoidRows(int room, int d, MedoidDistance distance)
    {
        (Count, Columns, Distance) = (room, d, distance);
        Padded = (room + 3) / 4 * 4;
        Values = new double[(long)d * Padded];
        Weights = new double[Padded];
    }

    /// <summary>Rows in the frame.</summary>
    /// <param name="values">[n × d], row-major.</param>
    /// <param name="weights">[n].</param>
    /// <param name="d">Columns.</param>
    /// <param name="distance">What lies between two rows.</param>
    public MedoidRows(double[] values, double[] weights, int d, MedoidDistance distance)
        : this(weights.Length, d, distance)
    {
        weights.CopyTo(Weights, 0);
        for (var i = 0; i < Count; i++)
        {
            for (var q = 0; q < d; q++) Values[((long)q * Padded) + i] = values[((long)i * d) + q];
        }
    }

    public int Count { get; }

    public int Columns { get; }

    public int Padded { get; }

    public MedoidDistance Distance { get; }

    /// <summary>[d × padded].</summary>
    public double[] Values { get; }

    /// <summary>[padded], 0 behind the last row.</summary>
    public double[] Weights { get; }

    public double[] Row(int i)
    {
        var row = new double[Columns];
        for (var q = 0; q < row.Length; q++) row[q] = Values[((long)q * Padded) + i];
        return row;
    }

    /// <summary>Distance of two rows.</summary>
    public double Between(int i, int j)
    {
        var sum = 0.0;
        for (long a = i, b = j; a < Values.LongLength; a += Padded, b += Padded)
        {
            var step = Values[a] - Values[b];
            sum += Distance == MedoidDistance.Manhattan ? Math.Abs(step) : step * step;
        }

        return Distance == MedoidDistance.Euclidean ? Math.Sqrt(sum) : sum;
    }

    /// <summary>Distances of the rows i … i + 3 to a point.</summary>
    /// <param name="values">The first row's value in the first column.</param>
    /// <param name="pitch">Doubles from one column to the next.</param>
    /// <param name="d">Columns.</param>
    /// <param name="point">[d].</param>
    /// <param name="distance">What lies between two rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Four(double* values, nint pitch, int d, double* point, MedoidDistance distance)
    {
        var sum = Vector256<double>.Zero;
        if (distance == MedoidDistance.Manhattan)
        {
            for (var q = 0; q < d; q++, values += pitch) sum += Vector256.Abs(Lanes.Load(values) - Vector256.Create(point[q]));
            return sum;
        }

        for (var q = 0; q < d; q++, values += pitch)
        {
            var step = Lanes.Load(values) - Vector256.Create(point[q]);
            sum += step * step;
        }

        return distance == MedoidDistance.Euclidean ? Vector256.Sqrt(sum) : sum;
    }

    /// <summary>Σ weight · min(distance to a point, bound) over all rows.</summary>
    /// <param name="point">[d].</param>
    /// <param name="bounds">[padded]; finite behind the last row, infinite where there is none.</param>
    public double Total(double[] point, double[] bounds)
    {
        var sum = Vector256<double>.Zero;
        fixed (double* values = Values, weights = Weights, bound = bounds, at = point)
        {
            for (var j = 0; j < Padded; j += 4)
                sum += Lanes.Load(weights + j) * Vector256.MinNative(Four(values + j, Padded, Columns, at, Distance), Lanes.Load(bound + j));
        }

        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }
}
