using System.Numerics;
using Clientele.Numerics.Testing;

namespace Clientele.Tests.Numerics.Testing;

public sealed class HypergeometricTests
{
    [Fact]
    public void Tails_equal_exact_fractions()
    {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var all = random.Next(0, 80);
            var (marked, drawn) = (random.Next(0, all + 1), random.Next(0, all + 1));
            var x = random.Next(-1, all + 2);
            var (above, total) = (Enumerable.Range(Math.Max(0, x), all + 2).Aggregate(BigInteger.Zero, (sum, k) => sum + Ways(k, marked, drawn, all)), Choose(all, drawn));
            Assert.Equal(Exact(above, total), Hypergeometric.AtLeast(x, marked, drawn, all), 1e-13);
            Assert.Equal(Exact(total - above, total), Hypergeometric.AtMost(x - 1, marked, drawn, all), 1e-13);
        }
    }

    [Theory]
    [InlineData(150, 1_000, 2_000, 1_000_000)]
    [InlineData(40, 30_000, 1_000, 1_000_000)]
    [InlineData(5_300, 50_000, 100_000, 1_000_000)]
    [InlineData(1_999, 2_000, 400_000, 1_000_000)]
    public void Tails_keep_their_digits_among_a_million(int x, int marked, int drawn, int all)
    {
        // Ratios of neighbours from the likeliest count on, as Fisher's test has it; it sees nothing below 1e-308.
        var plain = FisherExact.Greater(x, marked - x, drawn - x, all - marked - drawn + x);
        var tail = Hypergeometric.AtLeast(x, marked, drawn, all);
        Assert.True(plain == 0 ? tail < 1e-300 : Math.Abs((tail / plain) - 1) < 1e-9, $"{tail:R} {plain:R}");
    }

    [Fact]
    public void Wrong_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.AtLeast(1, 5, 2, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.AtMost(1, 2, 5, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.AtMost(1, 2, 2, -1));
    }

    private static double Exact(BigInteger part, BigInteger whole) => (double)(part * BigInteger.Pow(10, 40) / whole) / 1e40;

    private static BigInteger Ways(int k, int marked, int drawn, int all) => Choose(marked, k) * Choose(all - marked, drawn - k);

    private static BigInteger Choose(int n, int k)
    {
        if (k < 0 || k > n) return 0;
        var ways = BigInteger.One;
        for (var i = 0; i < k; i++) ways = ways * (n - i) / (i + 1);
        return ways;
    }
}
