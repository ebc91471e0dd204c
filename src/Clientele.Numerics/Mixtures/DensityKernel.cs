using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Mixtures;

/// <summary>Log densities of the components at the rows of one block, a vector lane per row; a plain loop gives the same bits.</summary>
internal static unsafe class DensityKernel
{
    private const int Block = MixtureRows.Block;

    // Rows farther than this from a component are equally far from it.
    private const double Farthest = 1e300;

    /// <summary>ln(share · density) of each component at each row.</summary>
    /// <param name="values">[d × 64].</param>
    /// <param name="mixture">k components.</param>
    /// <param name="means">Its means, pinned.</param>
    /// <param name="whitening">Its whitening, pinned.</param>
    /// <param name="differences">Scratch [d × 16].</param>
    /// <param name="logs">Receives them [k × 64].</param>
    public static void Logs(double* values, Components mixture, double* means, double* whitening, double* differences, double* logs)
    {
        var (d, size) = (mixture.Columns, mixture.Size);
        for (var c = 0; c < mixture.K; c++)
        {
            var constant = Vector256.Create(mixture.Constants[c]);
            for (var r = 0; r < Block; r += 16)
            {
                var (square0, square1, square2, square3) = mixture.Triangular
                    ? Full(values + r, d, means + (c * d), whitening + (c * size), differences)
                    : Diagonal(values + r, d, means + (c * d), whitening + (c * size));
                var to = logs + (c * Block) + r;
                Lanes.Store(constant - (Vector256.Create(0.5) * square0), to);
                Lanes.Store(constant - (Vector256.Create(0.5) * square1), to + 4);
                Lanes.Store(constant - (Vector256.Create(0.5) * square2), to + 8);
                Lanes.Store(constant - (Vector256.Create(0.5) * square3), to + 12);
            }
        }
    }

    /// <summary>
    /// Turns log densities into memberships times weight, in place, and returns Σ weight · ln density, one sum per lane.
    /// </summary>
    /// <param name="logs">[k × 64].</param>
    /// <param name="k">Components.</param>
    /// <param name="weights">[64].</param>
    public static Vector256<double> Share(double* logs, int k, double* weights)
    {
        var likelihood = Vector256<double>.Zero;
        for (var r = 0; r < Block; r += 4)
        {
            var largest = Lanes.Load(logs + r);
            for (var c = 1; c < k; c++) largest = Vector256.MaxNative(largest, Lanes.Load(logs + (c * Block) + r));
            var sum = Vector256<double>.Zero;
            for (var c = 0; c < k; c++)
            {
                var at = logs + (c * Block) + r;
                var share = Exponential.Of(Lanes.Load(at) - largest);
                Lanes.Store(share, at);
                sum += share;
            }

            var weight = Lanes.Load(weights + r);
            likelihood += weight * (largest + Exponential.Log(sum));
            var scale = weight / sum;
            for (var c = 0; c < k; c++)
            {
                var at = logs + (c * Block) + r;
                Lanes.Store(Lanes.Load(at) * scale, at);
            }
        }

        return likelihood;
    }

    private static (Vector256<double> S0, Vector256<double> S1, Vector256<double> S2, Vector256<double> S3) Full(
        double* values, int d, double* mean, double* whitening, double* differences)
    {
        for (var q = 0; q < d; q++)
        {
            var at = Vector256.Create(mean[q]);
            double* from = values + (q * Block), to = differences + (q * 16);
            Lanes.Store(Lanes.Load(from) - at, to);
            Lanes.Store(Lanes.Load(from + 4) - at, to + 4);
            Lanes.Store(Lanes.Load(from + 8) - at, to + 8);
            Lanes.Store(Lanes.Load(from + 12) - at, to + 12);
        }

        var (square0, square1, square2, square3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        for (var j = 0; j < d; j++)
        {
            var (sum0, sum1, sum2, sum3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            var difference = differences;
            for (var i = 0; i <= j; i++, difference += 16)
            {
                var w = Vector256.Create(*whitening++);
                sum0 += w * Lanes.Load(difference);
                sum1 += w * Lanes.Load(difference + 4);
                sum2 += w * Lanes.Load(difference + 8);
                sum3 += w * Lanes.Load(difference + 12);
            }

            square0 += sum0 * sum0;
            square1 += sum1 * sum1;
            square2 += sum2 * sum2;
            square3 += sum3 * sum3;
        }

        return (Near(square0), Near(square1), Near(square2), Near(square3));
    }

    private static (Vector256<double> S0, Vector256<double> S1, Vector256<double> S2, Vector256<double> S3) Diagonal(
        double* values, int d, double* mean, double* whitening)
    {
        var (square0, square1, square2, square3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        for (var q = 0; q < d; q++)
        {
            var (at, w) = (Vector256.Create(mean[q]), Vector256.Create(whitening[q]));
            var from = values + (q * Block);
            var y0 = (Lanes.Load(from) - at) * w;
            var y1 = (Lanes.Load(from + 4) - at) * w;
            var y2 = (Lanes.Load(from + 8) - at) * w;
            var y3 = (Lanes.Load(from + 12) - at) * w;
            square0 += y0 * y0;
            square1 += y1 * y1;
            square2 += y2 * y2;
            square3 += y3 * y3;
        }

        return (Near(square0), Near(square1), Near(square2), Near(square3));
    }

    private static Vector256<double> Near(Vector256<double> square) => Vector256.MinNative(square, Vector256.Create(Farthest));
}
