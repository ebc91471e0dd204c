using Clientele.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Statistics;

public sealed class CompoundSumTests
{
    /// <summary>Shops drawn from a known distribution: what their crowds bring lies in the interval 95 times in 100.</summary>
    [Theory]
    [InlineData(200, 400, 0.05, 0.6)]
    [InlineData(120, 3_000, 0.04, 0.8)]
    [InlineData(800, 1_000, 0.3, 0.7)]
    [InlineData(300, 40, 0.5, 0.5)]
    public void Intervals_cover(int seen, int crowd, double probability, double sigma)
    {
        const int Shops = 400;
        var covered = 0;
        for (var shop = 0; shop < Shops; shop++)
        {
            var chance = new Random(shop);
            var values = new double[seen];
            for (var i = 0; i < seen; i++) values[i] = LogNormal(chance, sigma);
            var (low, high) = CompoundSum.Interval(crowd, probability, values, (ulong)shop);
            var brought = 0.0;
            for (var i = 0; i < crowd; i++) brought += chance.NextDouble() < probability ? LogNormal(chance, sigma) : 0;
            covered += brought >= low && brought <= high ? 1 : 0;
        }

        // 95 ± 2 % of the method, and two standard errors of counting 400 shops (1.1 % each).
        Assert.InRange((double)covered / Shops, 0.93 - 0.025, 0.97 + 0.025);
    }

    [Fact]
    public void The_mean_lies_inside_and_more_buyers_narrow_it()
    {
        double[] values = [10, 20, 30, 40, 50, 15, 25];
        var (low, high) = CompoundSum.Interval(1_000, 0.1, values, 1);
        Assert.InRange(1_000 * 0.1 * values.Average(), low, high);
        var (lowest, highest) = CompoundSum.Interval(100_000, 0.1, values, 1);
        Assert.True((highest - lowest) / (highest + lowest) < (high - low) / (high + low));
        Assert.True(low > 0);
    }

    [Fact]
    public void A_certain_crowd_with_equal_values_is_certain()
    {
        Assert.Equal((700, 700), CompoundSum.Interval(100, 1, [7.0, 7, 7], 3));
        Assert.Equal((0, 0), CompoundSum.Interval(0, 0.5, [7.0], 3));
        Assert.Equal((0, 0), CompoundSum.Interval(10, 0, [], 3));
    }

    [Fact]
    public void Order_does_not_matter_and_the_seed_does()
    {
        double[] values = [3, 1, 4, 1, 5, 9, 2, 6];
        double[] turned = [6, 2, 9, 5, 1, 4, 1, 3];
        Assert.Equal(CompoundSum.Interval(500, 0.03, values, 9), CompoundSum.Interval(500, 0.03, turned, 9));
        Assert.NotEqual(CompoundSum.Interval(500, 0.03, values, 9), CompoundSum.Interval(500, 0.03, values, 10));
        Assert.Equal([3, 1, 4, 1, 5, 9, 2, 6], values);
    }

    [Fact]
    public void Counts_follow_the_binomial_distribution()
    {
        // With the value 1 the sum is the count: its central interval is known.
        // 18 and 32 (R: qbinom(c(.025, .975), 50, .5)), give or take one for the 2,000 draws.
        var (low, high) = CompoundSum.Interval(50, 0.5, [1.0], 5);
        Assert.InRange(low, 17, 19);
        Assert.InRange(high, 31, 33);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>("crowd", () => CompoundSum.Interval(-1, 0.5, [1.0], 0));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => CompoundSum.Interval(1, double.NaN, [1.0], 0));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => CompoundSum.Interval(1, 0.5, [1.0], 0, 1));
        Assert.Throws<ArgumentException>("values", () => CompoundSum.Interval(1, 0.5, [double.NaN], 0));
        Assert.Throws<ArgumentException>("values", () => CompoundSum.Interval(1, 0.5, [], 0));
    }

    private static double LogNormal(Random chance, double sigma) =>
        Math.Exp(sigma * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble()));
}
