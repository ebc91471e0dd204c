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
        if (d == 3) return AssignThree(columns, pitch, centres, k, labels, nearest, from, to);
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
                    var step0 = at - Lanes.Load(values);
                    var step1 = at - Lanes.Load(values + 4);
                    var step2 = at - Lanes.Load(values + 8);
                    var step3 = at - Lanes.Load(values + 12);
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
            changes |= (low ^ Lanes.Load(labels + j)) | (high ^ Lanes.Load(labels + j + 8));
            Lanes.Store(low, labels + j);
            Lanes.Store(high, labels + j + 8);
            if (nearest == null) continue;
            Lanes.Store(least0, nearest + j);
            Lanes.Store(least1, nearest + j + 4);
            Lanes.Store(least2, nearest + j + 8);
            Lanes.Store(least3, nearest + j + 12);
        }

        return changes != Vector256<int>.Zero;
    }

    // The same for three columns, recency, frequency and money: the points stay in registers, eight at a time.
    private static bool AssignThree(double* columns, nint pitch, double* centres, int k, int* labels, double* nearest, int from, int to)
    {
        var changes = Vector256<int>.Zero;
        var end = from + ((to - from + Step - 1) / Step * Step);
        for (var j = from; j < end; j += 8)
        {
            var x0 = Lanes.Load(columns + j);
            var x1 = Lanes.Load(columns + j + 4);
            var y0 = Lanes.Load(columns + pitch + j);
            var y1 = Lanes.Load(columns + pitch + j + 4);
            var z0 = Lanes.Load(columns + (2 * pitch) + j);
            var z1 = Lanes.Load(columns + (2 * pitch) + j + 4);
            var (least0, least1, label0, label1) = (Far, Far, Vector256<long>.Zero, Vector256<long>.Zero);
            var label = Vector256<long>.Zero;
            var centre = centres;
            for (var c = 0; c < k; c++)
            {
                var at = Vector256.Create(centre[0]);
                var (step0, step1) = (at - x0, at - x1);
                var (sum0, sum1) = (step0 * step0, step1 * step1);
                at = Vector256.Create(centre[1]);
                (step0, step1) = (at - y0, at - y1);
                (sum0, sum1) = (sum0 + (step0 * step0), sum1 + (step1 * step1));
                at = Vector256.Create(centre[2]);
                (step0, step1) = (at - z0, at - z1);
                (sum0, sum1) = (sum0 + (step0 * step0), sum1 + (step1 * step1));
                var nearer0 = Vector256.LessThan(sum0, least0);
                var nearer1 = Vector256.LessThan(sum1, least1);
                least0 = Vector256.ConditionalSelect(nearer0, sum0, least0);
                least1 = Vector256.ConditionalSelect(nearer1, sum1, least1);
                label0 = Vector256.ConditionalSelect(nearer0.AsInt64(), label, label0);
                label1 = Vector256.ConditionalSelect(nearer1.AsInt64(), label, label1);
                label += Vector256<long>.One;
                centre += 3;
            }

            var both = Vector256.Narrow(label0, label1);
            changes |= both ^ Lanes.Load(labels + j);
            Lanes.Store(both, labels + j);
            if (nearest == null) continue;
            Lanes.Store(least0, nearest + j);
            Lanes.Store(least1, nearest + j + 4);
        }

        return changes != Vector256<int>.Zero;
    }

    private static Vector256<double> Far => Vector256.Create(double.PositiveInfinity);
}
