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
    public static void Add(double* a, double* aWeights, double* b, double* bWeights, int d, double* sums, double* back)
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

    /// <summary>
    /// Adds distances both ways, all weights 1, from products: |a − b|² / 2 = |a|² / 2 + |b|² / 2 − a · b takes half the steps. Where that
    /// would lose digits, because two points are much nearer to each other than to the centre, it takes differences as <see cref="Add"/> does.
    /// </summary>
    /// <param name="a">First tile [d × 16].</param>
    /// <param name="centredA">The same less the centre [d × 16].</param>
    /// <param name="halvesA">− |a|² / 2 of the centred points [16].</param>
    /// <param name="b">Second tile, and so on.</param>
    /// <param name="centredB">[d × 16].</param>
    /// <param name="halvesB">[16].</param>
    /// <param name="d">Columns.</param>
    /// <param name="least">Least |a − b|² / 2 that products tell; see <see cref="Least"/>.</param>
    /// <param name="sums">[16].</param>
    /// <param name="back">[16 × 4].</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddProducts(
        double* a, double* centredA, double* halvesA, double* b, double* centredB, double* halvesB, int d, double least, double* sums, double* back)
    {
        // Only this choice and what it leads to are compiled when they are needed: they depend on the machine.
        if (Vector512.IsHardwareAccelerated) AddWide(a, centredA, halvesA, b, centredB, halvesB, d, least, sums, back);
        else AddNarrow(a, centredA, halvesA, b, centredB, halvesB, d, least, sums, back);
    }

    /// <summary>
    /// Least |a − b|² / 2 of two tiles that products tell to 3 · 10⁻¹³ of it: the error of a sum of d + 2 terms of size |a|² / 2 + |b|² / 2 grows with both.
    /// </summary>
    /// <param name="halves">Largest |a|² / 2 and |b|² / 2 of the centred points, added.</param>
    /// <param name="d">Columns.</param>
    public static double Least(double halves, int d) => halves * d / 1024;

    /// <summary>Two points of b at a time, eight of a in a vector.</summary>
    internal static void AddWide(
        double* a, double* centredA, double* halvesA, double* b, double* centredB, double* halvesB, int d, double least, double* sums, double* back)
    {
        var (sum0, sum1) = (Vector512<double>.Zero, Vector512<double>.Zero);
        var (limit, minus) = (Vector512.Create(-least), Vector512.Create(-2.0));
        var (half0, half1) = (Vector512.Load(halvesA), Vector512.Load(halvesA + 8));
        for (var m = 0; m < Tile; m += 2)
        {
            var (halfB, halfC) = (Vector512.Create(halvesB[m]), Vector512.Create(halvesB[m + 1]));
            var (less0, less1, less2, less3) = (half0 + halfB, half1 + halfB, half0 + halfC, half1 + halfC);
            var value = centredB + m;
            var other = centredA;
            for (var q = 0; q < d; q++)
            {
                var (other0, other1) = (Vector512.Load(other), Vector512.Load(other + 8));
                var (at, next) = (Vector512.Create(*value), Vector512.Create(value[1]));
                less0 = Vector512.FusedMultiplyAdd(at, other0, less0);
                less1 = Vector512.FusedMultiplyAdd(at, other1, less1);
                less2 = Vector512.FusedMultiplyAdd(next, other0, less2);
                less3 = Vector512.FusedMultiplyAdd(next, other1, less3);
                value += Tile;
                other += Tile;
            }

            if (!Vector512.LessThanAll(Vector512.MaxNative(less0, less1), limit))
                (less0, less1) = (Vector512.Create(Differences(a, b + m, d), Differences(a + 4, b + m, d)), Vector512.Create(Differences(a + 8, b + m, d), Differences(a + 12, b + m, d)));
            if (!Vector512.LessThanAll(Vector512.MaxNative(less2, less3), limit))
                (less2, less3) = (Vector512.Create(Differences(a, b + m + 1, d), Differences(a + 4, b + m + 1, d)), Vector512.Create(Differences(a + 8, b + m + 1, d), Differences(a + 12, b + m + 1, d)));
            var (root0, root1, root2, root3) = (Vector512.Sqrt(minus * less0), Vector512.Sqrt(minus * less1), Vector512.Sqrt(minus * less2), Vector512.Sqrt(minus * less3));
            sum0 = (sum0 + root0) + root2;
            sum1 = (sum1 + root1) + root3;
            Lanes.Store(Lanes.Load(back + (4 * m)) + ((root0.GetLower() + root0.GetUpper()) + (root1.GetLower() + root1.GetUpper())), back + (4 * m));
            Lanes.Store(Lanes.Load(back + (4 * m) + 4) + ((root2.GetLower() + root2.GetUpper()) + (root3.GetLower() + root3.GetUpper())), back + (4 * m) + 4);
        }

        Vector512.Store(Vector512.Load(sums) + sum0, sums);
        Vector512.Store(Vector512.Load(sums + 8) + sum1, sums + 8);
    }

    /// <summary>One point of b at a time, four of a in a vector; the same bits.</summary>
    internal static void AddNarrow(
        double* a, double* centredA, double* halvesA, double* b, double* centredB, double* halvesB, int d, double least, double* sums, double* back)
    {
        var (sum0, sum1, sum2, sum3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var limit = Vector256.Create(-least);
        for (var m = 0; m < Tile; m++)
        {
            var half = Vector256.Create(halvesB[m]);
            var (less0, less1, less2, less3) = (half + Lanes.Load(halvesA), half + Lanes.Load(halvesA + 4), half + Lanes.Load(halvesA + 8), half + Lanes.Load(halvesA + 12));
            var value = centredB + m;
            var other = centredA;
            for (var q = 0; q < d; q++)
            {
                var at = Vector256.Create(*value);
                less0 = Vector256.FusedMultiplyAdd(at, Lanes.Load(other), less0);
                less1 = Vector256.FusedMultiplyAdd(at, Lanes.Load(other + 4), less1);
                less2 = Vector256.FusedMultiplyAdd(at, Lanes.Load(other + 8), less2);
                less3 = Vector256.FusedMultiplyAdd(at, Lanes.Load(other + 12), less3);
                value += Tile;
                other += Tile;
            }

            if (!Vector256.LessThanAll(Vector256.MaxNative(Vector256.MaxNative(less0, less1), Vector256.MaxNative(less2, less3)), limit))
                (less0, less1, less2, less3) = (Differences(a, b + m, d), Differences(a + 4, b + m, d), Differences(a + 8, b + m, d), Differences(a + 12, b + m, d));
            var minus = Vector256.Create(-2.0);
            var (root0, root1, root2, root3) = (Vector256.Sqrt(minus * less0), Vector256.Sqrt(minus * less1), Vector256.Sqrt(minus * less2), Vector256.Sqrt(minus * less3));
            sum0 += root0;
            sum1 += root1;
            sum2 += root2;
            sum3 += root3;
            Lanes.Store(Lanes.Load(back + (4 * m)) + ((root0 + root1) + (root2 + root3)), back + (4 * m));
        }

        Lanes.Store(Lanes.Load(sums) + sum0, sums);
        Lanes.Store(Lanes.Load(sums + 4) + sum1, sums + 4);
        Lanes.Store(Lanes.Load(sums + 8) + sum2, sums + 8);
        Lanes.Store(Lanes.Load(sums + 12) + sum3, sums + 12);
    }

    // − |a − b|² / 2 of four points of a.
    private static Vector256<double> Differences(double* a, double* b, int d)
    {
        var square = Vector256<double>.Zero;
        for (var q = 0; q < d; q++)
        {
            var step = Vector256.Create(b[q * Tile]) - Lanes.Load(a + (q * Tile));
            square = Vector256.FusedMultiplyAdd(step, step, square);
        }

        return Vector256.Create(-0.5) * square;
    }

    /// <summary>Adds the four parts of each point, (0 + 1) + (2 + 3), to its sum [16].</summary>
    public static void Fold(double* back, double* sums)
    {
        for (var m = 0; m < Tile; m++) sums[m] += (back[4 * m] + back[(4 * m) + 1]) + (back[(4 * m) + 2] + back[(4 * m) + 3]);
    }
}
