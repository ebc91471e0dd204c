using Clientele.Numerics.Validity;

namespace Clientele.Tests.Numerics.Validity;

/// <summary>Distances from products are those from differences; wide and narrow vectors give the same bits.</summary>
public sealed unsafe class PairKernelTests
{
    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, 1e-150)]
    [InlineData(8, 1e6)]
    [InlineData(33, 1e150)]
    public void Products_tell_what_differences_tell(int d, double scale)
    {
        var random = new Random(d);
        for (var round = 0; round < 60; round++)
        {
            // Copies, near copies and points at every distance, far from the centre, too.
            var (a, b) = (new Tile(d), new Tile(d));
            var shift = random.Next(3) * 10 * scale;
            for (var i = 0; i < 16 * d; i++)
            {
                a.Values[i] = shift + (random.NextDouble() * scale);
                b.Values[i] = random.Next(3) switch { 0 => a.Values[i], 1 => a.Values[i] * (1 + (1e-9 * random.NextDouble())), _ => shift + (random.NextDouble() * scale) };
            }

            if (round % 3 == 0) Array.Copy(a.Values, b.Values, 16 * d);
            var centre = round % 2 == 0 ? shift + (0.5 * scale) : 0;
            var least = PairKernel.Least(a.Centre(centre) + b.Centre(centre), d);
            var (wide, narrow, plain) = (new double[80], new double[80], new double[80]);
            fixed (double* va = a.Values, ca = a.Centred, ha = a.Halves, vb = b.Values, cb = b.Centred, hb = b.Halves, w = wide, n = narrow, p = plain, ones = Tile.Ones)
            {
                PairKernel.AddWide(va, ca, ha, vb, cb, hb, d, least, w, w + 16);
                PairKernel.AddNarrow(va, ca, ha, vb, cb, hb, d, least, n, n + 16);
                PairKernel.Add(va, ones, vb, ones, d, p, p + 16);
            }

            Assert.Equal(narrow, wide);
            for (var i = 0; i < 80; i++) Assert.True(Math.Abs(plain[i] - narrow[i]) <= 4e-13 * plain[i], $"{plain[i]:R} {narrow[i]:R}");
            for (var lane = 0; lane < 16; lane++) Assert.Equal(Enumerable.Range(0, 16).Sum(other => Distance(a.Values, lane, b.Values, other, d)), plain[lane], plain[lane] * 1e-13);
        }
    }

    private static double Distance(double[] a, int i, double[] b, int j, int d)
    {
        var square = 0.0;
        for (var q = 0; q < d; q++) square += (a[(q * 16) + i] - b[(q * 16) + j]) * (a[(q * 16) + i] - b[(q * 16) + j]);
        return Math.Sqrt(square);
    }

    private sealed class Tile(int d)
    {
        public static double[] Ones { get; } = [.. Enumerable.Repeat(1.0, 16)];

        public double[] Values { get; } = new double[16 * d];

        public double[] Centred { get; } = new double[16 * d];

        public double[] Halves { get; } = new double[16];

        // The largest half square.
        public double Centre(double at)
        {
            for (var i = 0; i < Values.Length; i++)
            {
                Centred[i] = Values[i] - at;
                Halves[i % 16] -= 0.5 * Centred[i] * Centred[i];
            }

            return Halves.Max(h => -h);
        }
    }
}
