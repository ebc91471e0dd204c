using Clientele.Numerics.Validity;

namespace Clientele.Tests.Numerics.Validity;

/// <summary>The kernel for weights of 1 gives the bits of the one for any weights, and both the distances.</summary>
public sealed unsafe class PairKernelTests
{
    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, 1e-160)]
    [InlineData(8, 1e6)]
    [InlineData(33, 1e150)]
    public void Weights_of_one_change_no_bit(int d, double scale)
    {
        var random = new Random(d);
        for (var round = 0; round < 50; round++)
        {
            var (a, b, ones) = (new double[16 * d], new double[16 * d], new double[16]);
            for (var i = 0; i < a.Length; i++) (a[i], b[i]) = (random.NextDouble() * scale, random.Next(3) == 0 ? a[i] : random.NextDouble() * scale);
            Array.Fill(ones, 1);
            var (sums, back) = Add(a, b, ones, d, plain: true);
            var (weighted, weightedBack) = Add(a, b, ones, d, plain: false);
            Assert.Equal(weighted, sums);
            Assert.Equal(weightedBack, back);
            for (var lane = 0; lane < 16; lane++)
            {
                var (to, from) = (0.0, 0.0);
                for (var other = 0; other < 16; other++)
                {
                    to += Distance(a, lane, b, other, d);
                    from += Distance(a, other, b, lane, d);
                }

                Assert.Equal(1, sums[lane] / to, 1e-13);
                Assert.Equal(1, (back[4 * lane] + back[(4 * lane) + 1] + back[(4 * lane) + 2] + back[(4 * lane) + 3]) / from, 1e-13);
            }
        }
    }

    private static double Distance(double[] a, int i, double[] b, int j, int d)
    {
        var square = 0.0;
        for (var q = 0; q < d; q++) square += (a[(q * 16) + i] - b[(q * 16) + j]) * (a[(q * 16) + i] - b[(q * 16) + j]);
        return Math.Sqrt(square);
    }

    private static (double[] Sums, double[] Back) Add(double[] a, double[] b, double[] ones, int d, bool plain)
    {
        var (sums, back) = (new double[16], new double[64]);
        fixed (double* first = a, second = b, weights = ones, to = sums, from = back) PairKernel.Add(first, weights, second, weights, d, to, from, plain);
        return (sums, back);
    }
}
