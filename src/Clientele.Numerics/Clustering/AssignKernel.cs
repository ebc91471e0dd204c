using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// Nearest centre of many points, 16 at a time, a vector lane per point. Distances are summed over the columns in their order without
/// fused steps, so that a plain loop gives the same bits; the lowest centre wins a tie.
/// </summary>
internal static unsafe class AssignKernel
{
    /// <summary>Points per round; ranges begin at a multiple of it and may be read and written up to the next.</summary>
    public const int Step = 16;

    /// <summary>Labels the points from … to − 1.</summary>
    /// <param name="columns">Values, column by column.</param>
    /// <param name="pitch">Doubles from one column to the next.</param>
    /// <param name="d">Columns.</param>
    /// <param name="centres">[k × d], row-major.</param>
    /// <param name="k">Centres.</param>
    /// <param name="labels">Old labels in, new labels out.</param>
    /// <param name="nearest">Receives the squared distance to the nearest centre; may be null.</param>
    /// <param name="from">First point, a multiple of <see cref="Step"/>.</param>
    /// <param name="to">Behind the last point.</param>
    /// <returns>Whether a label changed.</returns>
    public static bool Assign(double* columns, nint pitch, int d, double* centres, int k, int* labels, double* nearest, int from, int to)
    {
        var changes = Vector256<int>.Zero;
        for (var j = from; j < to; j += Step)
        {
            var (least0, least1, least2, least3) = (Far, Far, Far, Far);
            var (label0, label1, label2, label3) = (Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero);
            var centre = centres;
            for (var c = 0; c < k; c++)
            {
                var (sum0, sum1, sum2, sum3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
                var values = columns + j;
                for (var q = 0; q < d; q++)
                {
                    var at = Vector256.Create(*centre);
                    var step0 = at - Vector256.Load(values);
                    var step1 = at - Vector256.Load(values + 4);
                    var step2 = at - Vector256.Load(values + 8);
                    var step3 = at - Vector256.Load(values + 12);
                    sum0 += step0 * step0;
                    sum1 += step1 * step1;
                    sum2 += step2 * step2;
                    sum3 += step3 * step3;
                    values += pitch;
                    centre++;
                }

                var label = Vector256.Create((long)c);
                var nearer0 = Vector256.LessThan(sum0, least0);
                var nearer1 = Vector256.LessThan(sum1, least1);
                var nearer2 = Vector256.LessThan(sum2, least2);
                var nearer3 = Vector256.LessThan(sum3, least3);
                least0 = Vector256.ConditionalSelect(nearer0, sum0, least0);
                least1 = Vector256.ConditionalSelect(nearer1, sum1, least1);
                least2 = Vector256.ConditionalSelect(nearer2, sum2, least2);
                least3 = Vector256.ConditionalSelect(nearer3, sum3, least3);
                label0 = Vector256.ConditionalSelect(nearer0.AsInt64(), label, label0);
                label1 = Vector256.ConditionalSelect(nearer1.AsInt64(), label, label1);
                label2 = Vector256.ConditionalSelect(nearer2.AsInt64(), label, label2);
                label3 = Vector256.ConditionalSelect(nearer3.AsInt64(), label, label3);
            }

            var low = Vector256.Narrow(label0, label1);
            var high = Vector256.Narrow(label2, label3);
            changes |= (low ^ Vector256.Load(labels + j)) | (high ^ Vector256.Load(labels + j + 8));
            low.Store(labels + j);
            high.Store(labels + j + 8);
            if (nearest == null) continue;
            least0.Store(nearest + j);
            least1.Store(nearest + j + 4);
            least2.Store(nearest + j + 8);
            least3.Store(nearest + j + 12);
        }

        return changes != Vector256<int>.Zero;
    }

    private static Vector256<double> Far => Vector256.Create(double.PositiveInfinity);
}
