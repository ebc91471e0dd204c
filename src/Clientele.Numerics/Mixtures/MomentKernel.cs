using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Mixtures;

/// <summary>
/// Adds up, for one component and one block, weight, first and second moments about the component's present mean. Sums have four lanes
/// (row number modulo 4).
/// </summary>
/// <remarks>
/// Laid out as vectors: the weight, the first moments [p], the second moments, where p is d rounded up to 4: triangular [p × p] of which
/// entries with j ≤ i &lt; d are whole, else [p].
/// </remarks>
internal static unsafe class MomentKernel
{
    private const int Block = MixtureRows.Block;

    public static int Pitch(int d) => (d + 3) / 4 * 4;

    /// <summary>Vectors that one component needs.</summary>
    public static int Length(int d, bool triangular) => 1 + Pitch(d) + (triangular ? Pitch(d) * Pitch(d) : Pitch(d));

    /// <summary>Adds a block.</summary>
    /// <param name="values">[d × 64].</param>
    /// <param name="d">Columns.</param>
    /// <param name="mean">[d].</param>
    /// <param name="shares">Membership times weight [64].</param>
    /// <param name="triangular">Whether products of different columns count.</param>
    /// <param name="scratch">[2 × p × 64]; what lies behind d columns must be 0 and stays so.</param>
    /// <param name="sums">Four doubles per vector.</param>
    public static void Add(double* values, int d, double* mean, double* shares, bool triangular, double* scratch, double* sums)
    {
        var total = Lanes.Load(sums);
        var some = Vector256<double>.Zero;
        for (var r = 0; r < Block; r += 4)
        {
            var share = Lanes.Load(shares + r);
            some += share;
        }

        // A component that has no part in the block adds nothing.
        if (some == Vector256<double>.Zero) return;
        Lanes.Store(total + some, sums);
        var pitch = Pitch(d);
        double* differences = scratch, shared = scratch + (pitch * Block);
        for (var q = 0; q < d; q++)
        {
            var (at, first) = (Vector256.Create(mean[q]), Lanes.Load(sums + (4 * (1 + q))));
            var second = Vector256<double>.Zero;
            for (var r = 0; r < Block; r += 4)
            {
                var difference = Lanes.Load(values + (q * Block) + r) - at;
                var product = difference * Lanes.Load(shares + r);
                first += product;
                second += product * difference;
                Lanes.Store(difference, differences + (q * Block) + r);
                Lanes.Store(product, shared + (q * Block) + r);
            }

            Lanes.Store(first, sums + (4 * (1 + q)));
            var diagonal = sums + (4 * (1 + pitch + q));
            if (!triangular) Lanes.Store(Lanes.Load(diagonal) + second, diagonal);
        }

        if (!triangular) return;
        var products = sums + (4 * (1 + pitch));
        for (var i = 0; i < d; i += 2)
        {
            for (var j = 0; j <= i + 1 && j < d; j += 4)
                Tile(shared + (i * Block), differences + (j * Block), products + (4 * ((i * pitch) + j)), products + (4 * (((i + 1) * pitch) + j)));
        }
    }

    // Two rows and four columns of the products at once.
    private static void Tile(double* shared, double* differences, double* upper, double* lower)
    {
        var (u0, u1, u2, u3) = (Lanes.Load(upper), Lanes.Load(upper + 4), Lanes.Load(upper + 8), Lanes.Load(upper + 12));
        var (l0, l1, l2, l3) = (Lanes.Load(lower), Lanes.Load(lower + 4), Lanes.Load(lower + 8), Lanes.Load(lower + 12));
        for (var r = 0; r < Block; r += 4)
        {
            var (first, second) = (Lanes.Load(shared + r), Lanes.Load(shared + Block + r));
            var difference = Lanes.Load(differences + r);
            u0 += first * difference;
            l0 += second * difference;
            difference = Lanes.Load(differences + Block + r);
            u1 += first * difference;
            l1 += second * difference;
            difference = Lanes.Load(differences + (2 * Block) + r);
            u2 += first * difference;
            l2 += second * difference;
            difference = Lanes.Load(differences + (3 * Block) + r);
            u3 += first * difference;
            l3 += second * difference;
        }

        Lanes.Store(u0, upper);
        Lanes.Store(u1, upper + 4);
        Lanes.Store(u2, upper + 8);
        Lanes.Store(u3, upper + 12);
        Lanes.Store(l0, lower);
        Lanes.Store(l1, lower + 4);
        Lanes.Store(l2, lower + 8);
        Lanes.Store(l3, lower + 12);
    }
}
