using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Validity;

/// <summary>All distances between two tiles of 16 points. Squares are added by fused steps, everywhere and always.</summary>
internal static unsafe class PairKernel
{
    public const int Tile = 16;

    /// <summary>Adds weight · distance both ways.</summary>
    /// <param name="a">First tile [d × 16].</param>
    /// <param name="aWeights">[16].</param>
    /// <param name="b">Second tile [d × 16].</param>
    /// <param name="bWeights">[16].</param>
    /// <param name="d">Columns.</param>
    /// <param name="sums">For each point of the first tile the sum over the second, added to [16].</param>
    /// <param name="back">For each point of the second tile the sum over the first in four parts, added to [16 × 4].</param>
    /// <param name="plain">All weights are 1; saves the multiplications, same bits.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(double* a, double* aWeights, double* b, double* bWeights, int d, double* sums, double* back, bool plain)
    {
        // Only this choice and what it leads to are compiled when they are needed: they depend on the machine.
        if (plain && Vector512.IsHardwareAccelerated) AddPlain(a, b, d, sums, back);
        else AddNarrow(a, aWeights, b, bWeights, d, sums, back, plain);
    }

    private static void AddNarrow(double* a, double* aWeights, double* b, double* bWeights, int d, double* sums, double* back, bool plain)
    {
        var (sum0, sum1, sum2, sum3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        for (var m = 0; m < Tile; m++)
        {
            var (square0, square1, square2, square3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            var value = b + m;
            var other = a;
            for (var q = 0; q < d; q++)
            {
                var at = Vector256.Create(*value);
                var step0 = at - Lanes.Load(other);
                var step1 = at - Lanes.Load(other + 4);
                var step2 = at - Lanes.Load(other + 8);
                var step3 = at - Lanes.Load(other + 12);
                square0 = Vector256.FusedMultiplyAdd(step0, step0, square0);
                square1 = Vector256.FusedMultiplyAdd(step1, step1, square1);
                square2 = Vector256.FusedMultiplyAdd(step2, step2, square2);
                square3 = Vector256.FusedMultiplyAdd(step3, step3, square3);
                value += Tile;
                other += Tile;
            }

            var (root0, root1, root2, root3) = (Vector256.Sqrt(square0), Vector256.Sqrt(square1), Vector256.Sqrt(square2), Vector256.Sqrt(square3));
            if (plain)
            {
                sum0 += root0;
                sum1 += root1;
                sum2 += root2;
                sum3 += root3;
                Lanes.Store(Lanes.Load(back + (4 * m)) + ((root0 + root1) + (root2 + root3)), back + (4 * m));
                continue;
            }

            var weight = Vector256.Create(bWeights[m]);
            sum0 += weight * root0;
            sum1 += weight * root1;
            sum2 += weight * root2;
            sum3 += weight * root3;
            root0 *= Lanes.Load(aWeights);
            root1 *= Lanes.Load(aWeights + 4);
            root2 *= Lanes.Load(aWeights + 8);
            root3 *= Lanes.Load(aWeights + 12);
            Lanes.Store(Lanes.Load(back + (4 * m)) + ((root0 + root1) + (root2 + root3)), back + (4 * m));
        }

        Lanes.Store(Lanes.Load(sums) + sum0, sums);
        Lanes.Store(Lanes.Load(sums + 4) + sum1, sums + 4);
        Lanes.Store(Lanes.Load(sums + 8) + sum2, sums + 8);
        Lanes.Store(Lanes.Load(sums + 12) + sum3, sums + 12);
    }

    // The same with twice the lanes and two points of b at a time: half the loads, half the instructions.
    private static void AddPlain(double* a, double* b, int d, double* sums, double* back)
    {
        var (sum0, sum1) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (var m = 0; m < Tile; m += 2)
        {
            var (square0, square1, square2, square3) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
            var value = b + m;
            var other = a;
            for (var q = 0; q < d; q++)
            {
                var (other0, other1) = (Vector512.Load(other), Vector512.Load(other + 8));
                var (at, next) = (Vector512.Create(*value), Vector512.Create(value[1]));
                var step0 = at - other0;
                var step1 = at - other1;
                var step2 = next - other0;
                var step3 = next - other1;
                square0 = Vector512.FusedMultiplyAdd(step0, step0, square0);
                square1 = Vector512.FusedMultiplyAdd(step1, step1, square1);
                square2 = Vector512.FusedMultiplyAdd(step2, step2, square2);
                square3 = Vector512.FusedMultiplyAdd(step3, step3, square3);
                value += Tile;
                other += Tile;
            }

            var (root0, root1, root2, root3) = (Vector512.Sqrt(square0), Vector512.Sqrt(square1), Vector512.Sqrt(square2), Vector512.Sqrt(square3));
            sum0 = (sum0 + root0) + root2;
            sum1 = (sum1 + root1) + root3;
            Lanes.Store(Lanes.Load(back + (4 * m)) + ((root0.GetLower() + root0.GetUpper()) + (root1.GetLower() + root1.GetUpper())), back + (4 * m));
            Lanes.Store(Lanes.Load(back + (4 * m) + 4) + ((root2.GetLower() + root2.GetUpper()) + (root3.GetLower() + root3.GetUpper())), back + (4 * m) + 4);
        }

        Vector512.Store(Vector512.Load(sums) + sum0, sums);
        Vector512.Store(Vector512.Load(sums + 8) + sum1, sums + 8);
    }

    /// <summary>Adds the four parts of each point, (0 + 1) + (2 + 3), to its sum [16].</summary>
    public static void Fold(double* back, double* sums)
    {
        for (var m = 0; m < Tile; m++) sums[m] += (back[4 * m] + back[(4 * m) + 1]) + (back[(4 * m) + 2] + back[(4 * m) + 3]);
    }
}
