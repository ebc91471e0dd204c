using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// Weighted sums of points by cluster with a fixed shape: within a block the points whose number leaves 0, 1, 2, 3 when divided by four
/// are summed apart, then joined as (0 + 1) + (2 + 3). Blocks of few clusters are summed cluster by cluster under a mask, others point by
/// point; a masked 0 changes no sum, so both give the same bits.
/// </summary>
internal static unsafe class SumKernel
{
    private const int Pitch = Points.BlockRows;
    private const int First = 3; // columns that are summed with the weights

    /// <summary>Clusters of a block up to which each is summed under a mask.</summary>
    public const int MostMasked = 8;

    /// <summary>Doubles of scratch for k clusters.</summary>
    public static int Scratch(int k, int stride) => (4 * k * stride) + Pitch;

    /// <summary>Adds one block to the sums.</summary>
    /// <param name="columns">Values of the block, column by column.</param>
    /// <param name="weights">Of the block; 0 behind its last point.</param>
    /// <param name="d">Columns.</param>
    /// <param name="labels">Of the block.</param>
    /// <param name="k">Clusters.</param>
    /// <param name="stride">Doubles per cluster in the sums, at least d + 1, a multiple of 4.</param>
    /// <param name="scratch">As many as <see cref="Scratch"/> says.</param>
    /// <param name="sums">[k × stride], added to; the weight stands behind the columns.</param>
    /// <param name="count">Points of the block.</param>
    public static void AddBlock(double* columns, double* weights, int d, int* labels, int k, int stride, double* scratch, double* sums, int count)
    {
        var present = stackalloc int[MostMasked];
        var found = Present(labels, k, count, present);
        if (found > MostMasked)
        {
            Scatter(columns, weights, d, labels, k, stride, scratch, sums, count);
            return;
        }

        for (var f = 0; f < found; f++) AddOne(columns, weights, d, labels, present[f], scratch, sums + ((long)present[f] * stride), count);
    }

    // The labels of the block; more than there is room for: only that.
    private static int Present(int* labels, int k, int count, int* present)
    {
        var found = 0;
        if (k <= 64)
        {
            var bits = 0UL;
            for (var i = 0; i < count; i++) bits |= 1UL << labels[i];
            if (BitOperations.PopCount(bits) > MostMasked) return MostMasked + 1;
            for (; bits != 0; bits &= bits - 1) present[found++] = BitOperations.TrailingZeroCount(bits);
            return found;
        }

        for (var i = 0; i < count; i++)
        {
            var known = false;
            for (var f = 0; f < found && !known; f++) known = present[f] == labels[i];
            if (known) continue;
            if (found == MostMasked) return MostMasked + 1;
            present[found++] = labels[i];
        }

        return found;
    }

    /// <summary>Adds the points of one cluster to its sums [stride]; the same bits.</summary>
    /// <inheritdoc cref="AddBlock"/>
    public static void AddOne(double* columns, double* weights, int d, int* labels, int label, double* mask, double* sums, int count)
    {
        // The weight of a point of this cluster, 0 for the others; with it the first columns, as it is at hand.
        var (wanted, weight) = (Vector256.Create((double)label), Vector256<double>.Zero);
        var (sum0, sum1, sum2) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (second, third) = (d > 1 ? Pitch : 0, d > 2 ? 2 * Pitch : 0);
        for (var i = 0; i < count; i += 4)
        {
            var own = Vector256.ConditionalSelect(Vector256.Equals(Numbers(labels + i), wanted), Lanes.Load(weights + i), Vector256<double>.Zero);
            if (d > First) Lanes.Store(own, mask + i);
            weight += own;
            sum0 += own * Lanes.Load(columns + i);
            sum1 += own * Lanes.Load(columns + second + i);
            sum2 += own * Lanes.Load(columns + third + i);
        }

        sums[d] += Joined(weight);
        sums[0] += Joined(sum0);
        if (d > 1) sums[1] += Joined(sum1);
        if (d > 2) sums[2] += Joined(sum2);

        // Four at a time, so that no sum waits for itself; what is left over is summed again and thrown away.
        for (var q = First; q < d; q += 4)
        {
            var values = columns + (q * Pitch);
            var (left, sum3) = (d - q, Vector256<double>.Zero);
            var (at1, at2, at3) = (left > 1 ? Pitch : 0, left > 2 ? 2 * Pitch : 0, left > 3 ? 3 * Pitch : 0);
            (sum0, sum1, sum2) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            for (var i = 0; i < count; i += 4)
            {
                var own = Lanes.Load(mask + i);
                sum0 += own * Lanes.Load(values + i);
                sum1 += own * Lanes.Load(values + at1 + i);
                sum2 += own * Lanes.Load(values + at2 + i);
                sum3 += own * Lanes.Load(values + at3 + i);
            }

            sums[q] += Joined(sum0);
            if (left > 1) sums[q + 1] += Joined(sum1);
            if (left > 2) sums[q + 2] += Joined(sum2);
            if (left > 3) sums[q + 3] += Joined(sum3);
        }
    }

    private static void Scatter(double* columns, double* weights, int d, int* labels, int k, int stride, double* scratch, double* sums, int count)
    {
        var table = k * stride;
        new Span<double>(scratch, 4 * table).Clear();
        for (var i = 0; i < count; i++)
        {
            var at = scratch + ((i & 3) * table) + (labels[i] * stride);
            var value = columns + i;
            var weight = weights[i];
            for (var q = 0; q < d; q++, value += Pitch) at[q] += weight * *value;
            at[d] += weight;
        }

        for (var q = 0; q < table; q += 4)
        {
            var even = Lanes.Load(scratch + q) + Lanes.Load(scratch + table + q);
            var odd = Lanes.Load(scratch + (2 * table) + q) + Lanes.Load(scratch + (3 * table) + q);
            Lanes.Store(Lanes.Load(sums + q) + (even + odd), sums + q);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Numbers(int* labels) => Avx.IsSupported
        ? Avx.ConvertToVector256Double(*(Vector128<int>*)labels)
        : Vector256.Create((double)labels[0], labels[1], labels[2], labels[3]);

    private static double Joined(Vector256<double> lanes)
    {
        var part = (double*)&lanes;
        return (part[0] + part[1]) + (part[2] + part[3]);
    }
}
