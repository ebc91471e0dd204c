using Clientele.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Statistics;

/// <summary>A line plus a pattern is taken apart exactly; holes do not spread.</summary>
public sealed class ClassicalDecompositionTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(12)]
    [InlineData(2)]
    public void A_line_and_a_pattern(int period)
    {
        double[] pattern = [.. Enumerable.Range(0, period).Select(i => i % 3 - 0.5 * i)];
        var middle = pattern.Average();
        double[] values = [.. Enumerable.Range(0, 4 * period + 3).Select(i => 10 + 0.25 * i + pattern[i % period])];
        var parts = ClassicalDecomposition.Of(values, period);
        for (var i = 0; i < values.Length; i++)
        {
            Assert.Equal(pattern[i % period] - middle, parts.Season[i % period], 1e-9);
            if (i < period / 2 || i >= values.Length - period / 2)
            {
                Assert.Equal(double.NaN, parts.Trend[i]);
                continue;
            }

            Assert.Equal(10 + middle + 0.25 * i, parts.Trend[i], 1e-9);
            Assert.Equal(0, parts.Rest[i], 1e-9);
        }
    }

    /// <summary>decompose(ts(c(...), frequency = 4)) in R 4.</summary>
    [Fact]
    public void The_same_as_R()
    {
        var parts = ClassicalDecomposition.Of([12, 15, 9, 20, 14, 18, 10, 26, 15, 21, 12, 29], 4);
        Assert.Equal([14.25, 14.875, 15.375, 16.25, 17.125, 17.625, 18.25, 18.875], parts.Trend[2..10], (a, b) => Math.Abs(a - b) < 1e-9);
        double[] means = [(14 - 15.375 + 15 - 18.25) / 2, (18 - 16.25 + 21 - 18.875) / 2, (9 - 14.25 + 10 - 17.125) / 2, (20 - 14.875 + 26 - 17.625) / 2];
        Assert.Equal(means.Select(m => m - means.Average()), parts.Season, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Any_series_is_the_sum_of_its_parts()
    {
        var chance = new Random(5);
        for (var run = 0; run < 1_000; run++)
        {
            var period = chance.Next(2, 13);
            var values = new double[chance.Next(2 * period, 6 * period)];
            for (var i = 0; i < values.Length; i++) values[i] = chance.Next(10) == 0 ? double.NaN : chance.NextDouble() * 1_000;
            var parts = ClassicalDecomposition.Of(values, period);
            Assert.Equal(0, parts.Season.Sum(), 1e-9 * 1_000);
            for (var i = 0; i < values.Length; i++)
            {
                if (double.IsFinite(parts.Rest[i])) Assert.Equal(values[i], parts.Trend[i] + parts.Season[i % period] + parts.Rest[i], 1e-9);
                else Assert.True(double.IsNaN(values[i]) || double.IsNaN(parts.Trend[i]));
            }
        }
    }

    [Fact]
    public void One_period_is_not_enough() => Assert.Throws<ArgumentException>(() => ClassicalDecomposition.Of(new double[13], 7));
}
