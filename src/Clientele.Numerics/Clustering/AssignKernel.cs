using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// Nearest centre of the points of one block, 16 at a time, a vector lane per point. Distances are summed over the columns in their
/// order without fused steps, so that a plain loop gives the same bits; the first of the centres wins a tie.
/// </summary>
internal static unsafe class AssignKernel
{
    /// <summary>Points per round; they are read and written up to the next multiple of it.</summary>
    public const int Step = 16;

    private const int Pitch = Points.BlockRows;

    /// <summary>Labels the first points of a block.</summary>
    /// <param name="columns">Values of the block, column by column.</param>
    /// <param name="d">Columns.</param>
    /// <param name="centres">[m × d], row-major.</param>
    /// <param name="names">Label that each of the centres gives [m], rising.</param>
    /// <param name="m">Centres.</param>
    /// <param name="labels">Old labels in, new labels out.</param>
    /// <param name="nearest">Receives the squared distance to the nearest centre; may be null.</param>
    /// <param name="count">Points.</param>
    /// <returns>Whether a label changed.</returns>
    public static bool Assign(double* columns, int d, double* centres, int* names, int m, int* labels, double* nearest, int count)
    {
        if (d == 3) return AssignThree(columns, centres, names, m, labels, nearest, count);
        var changes = Vector256<int>.Zero;
        for (var j = 0; j < count; j += Step)
        {
            var (least0, least1, least2, least3) = (Far, Far, Far, Far);
            var (label0, label1, label2, label3) = (Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero);
            var centre = centres;
            for (var c = 0; c < m; c++)
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
                    values += Pitch;
                    centre++;
                }

                var label = Vector256.Create((long)names[c]);
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

    /// <summary>Labels the first points of a block that can have one centre only.</summary>
    /// <returns>Whether a label changed.</returns>
    public static bool Same(int name, int* labels, int count)
    {
        var (all, changes) = (Vector256.Create(name), Vector256<int>.Zero);
        for (var j = 0; j < count; j += 8)
        {
            changes |= all ^ Lanes.Load(labels + j);
            Lanes.Store(all, labels + j);
        }

        return changes != Vector256<int>.Zero;
    }

    // The same for three columns, recency, frequency and money: the points stay in registers, eight at a time.
    private static bool AssignThree(double* columns, double* centres, int* names, int m, int* labels, double* nearest, int count)
    {
        var changes = Vector256<int>.Zero;
        for (var j = 0; j < count; j += 8)
        {
            var x0 = Lanes.Load(columns + j);
            var x1 = Lanes.Load(columns + j + 4);
            var y0 = Lanes.Load(columns + Pitch + j);
            var y1 = Lanes.Load(columns + Pitch + j + 4);
            var z0 = Lanes.Load(columns + (2 * Pitch) + j);
            var z1 = Lanes.Load(columns + (2 * Pitch) + j + 4);
            var (least0, least1, label0, label1) = (Far, Far, Vector256<long>.Zero, Vector256<long>.Zero);
            var centre = centres;
            for (var c = 0; c < m; c++)
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
                var label = Vector256.Create((long)names[c]);
                var nearer0 = Vector256.LessThan(sum0, least0);
                var nearer1 = Vector256.LessThan(sum1, least1);
                least0 = Vector256.ConditionalSelect(nearer0, sum0, least0);
                least1 = Vector256.ConditionalSelect(nearer1, sum1, least1);
                label0 = Vector256.ConditionalSelect(nearer0.AsInt64(), label, label0);
                label1 = Vector256.ConditionalSelect(nearer1.AsInt64(), label, label1);
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
