using MathNet.Numerics.Distributions;
using Ours = Clientele.Numerics.Distributions.NegativeBinomial;

namespace Clientele.Tests.Numerics.Distributions;

public sealed class NegativeBinomialTests
{
    [Fact]
    public void The_quantile_is_the_least_count_that_reaches_the_probability()
    {
        var random = new Random(3);
        for (var i = 0; i < 1500; i++)
        {
            var mean = Math.Exp((random.NextDouble() * 9) - 3);
            var variance = mean * (1 + Math.Exp((random.NextDouble() * 8) - 5));
            var p = 0.001 + (random.NextDouble() * 0.998);
            var count = (int)Ours.Quantile(mean, variance, p);
            var law = new MathNet.Numerics.Distributions.NegativeBinomial(mean * mean / (variance - mean), mean / variance);
            Assert.True(law.CumulativeDistribution(count) >= p - 1e-9, $"{mean} {variance} {p} {count}");
            if (count > 0) Assert.True(law.CumulativeDistribution(count - 1) < p + 1e-9, $"{mean} {variance} {p} {count}");
        }
    }

    [Fact]
    public void Without_excess_it_is_poisson()
    {
        for (var mean = 0.1; mean < 100; mean *= 1.7)
        {
            var count = (int)Ours.Quantile(mean, mean * 0.5, 0.9);
            var law = new Poisson(mean);
            Assert.True(law.CumulativeDistribution(count) >= 0.9 && (count == 0 || law.CumulativeDistribution(count - 1) < 0.9));
        }
    }

    [Theory]
    [InlineData(5_000, 20_000)]
    [InlineData(50_000, 30_000_000)]
    public void Large_means_follow_the_gamma_curve(double mean, double variance)
    {
        var law = new Gamma(mean * mean / variance, mean / variance);
        foreach (var p in (double[])[0.025, 0.25, 0.5, 0.9, 0.975])
            Assert.InRange(Ours.Quantile(mean, variance, p) / law.InverseCumulativeDistribution(p), 0.998, 1.002);
    }

    [Fact]
    public void Nothing_expected_is_nothing_and_wrong_wishes_are_refused()
    {
        Assert.Equal(0, Ours.Quantile(0, 0, 0.99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ours.Quantile(double.NaN, 1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ours.Quantile(1, -1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ours.Quantile(1, 1, 1));
    }
}
