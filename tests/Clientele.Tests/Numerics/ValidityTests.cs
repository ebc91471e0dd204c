using Clientele.Numerics.Validity;

namespace Clientele.Tests.Numerics;

public sealed class ValidityTests
{
    [Fact]
    public void Adjusted_rand_of_known_tables()
    {
        // Hubert & Arabie: index 2 of 15 pairs, expected 3 · 6 / 15, most (3 + 6) / 2.
        Assert.Equal((2 - 1.2) / (4.5 - 1.2), Agreement.AdjustedRand([0, 0, 1, 1, 2, 2], [5, 5, 5, -4, -4, -4]), 1e-15);
        Assert.Equal(4.0 / 7, Agreement.AdjustedRand([0, 0, 1, 1], [0, 0, 1, 2]), 1e-15);
        Assert.Equal(-0.5, Agreement.AdjustedRand([0, 0, 1, 1], [0, 1, 0, 1]), 1e-15);
    }

    [Fact]
    public void Adjusted_rand_is_symmetric_blind_to_names_and_near_zero_by_chance() => Case.Check(1000, c =>
    {
        var random = new Random(c.Seed);
        var (a, b) = (new int[c.Rows + 200], new int[c.Rows + 200]);
        for (var i = 0; i < a.Length; i++) (a[i], b[i]) = (random.Next(c.K), random.Next(4) - 2);
        var there = Agreement.AdjustedRand(a, b);
        return Math.Abs(there - Agreement.AdjustedRand(b, a)) <= 1e-12
            && Math.Abs(there) < 0.15
            && Agreement.AdjustedRand(a, [.. a.Select(l => int.MaxValue - (l * 7))]) == 1;
    });

    [Fact]
    public void Adjusted_rand_at_the_edges()
    {
        Assert.Equal(1, Agreement.AdjustedRand([], []));
        Assert.Equal(1, Agreement.AdjustedRand([3], [9]));
        Assert.Equal(1, Agreement.AdjustedRand([1, 1, 1], [2, 2, 2]));
        Assert.Equal(1, Agreement.AdjustedRand([1, 2, 3], [3, 1, 2]));
        Assert.Equal(0, Agreement.AdjustedRand([1, 1, 1], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Agreement.AdjustedRand([1], [1, 2]));
    }

    [Theory]
    [InlineData(new double[] { 100, 40, 20, 15, 12, 10, 9 }, 2)]
    [InlineData(new double[] { 100, 10, 8, 6, 4, 2, 0 }, 1)]
    [InlineData(new double[] { 7, 6, 5, 4, 3, 2, 1 }, -1)] // straight
    [InlineData(new double[] { 5, 5, 5, 5 }, -1)] // flat
    [InlineData(new double[] { 1, 2, 3, 9 }, -1)] // rising
    [InlineData(new double[] { 10, 9.8, 9, 7, 3, 0 }, -1)] // bent the other way
    [InlineData(new double[] { 9, 1 }, -1)]
    [InlineData(new double[] { }, -1)]
    public void Knee_of(double[] y, int index) => Assert.Equal(index, Knee.Locate([.. Enumerable.Range(2, y.Length).Select(k => (double)k)], y));

    [Fact]
    public void Knee_does_not_depend_on_units() => Case.Check(1000, c =>
    {
        var random = new Random(c.Seed);
        var (x, y, step) = (new double[12], new double[12], 100.0);
        for (var i = 0; i < 12; i++)
        {
            (x[i], y[i]) = (i, i == 0 ? 1000 : y[i - 1] - step);
            step *= random.NextDouble();
        }

        var knee = Knee.Locate(x, y);
        return knee is > 0 and < 11 && knee == Knee.Locate([.. x.Select(v => (v * 8) + 64)], [.. y.Select(v => (v * 1024) - 4096)]);
    });

    [Fact]
    public void Knee_refuses_what_is_no_curve()
    {
        Assert.Throws<ArgumentException>(() => Knee.Locate([1, 1, 2], [3, 2, 1]));
        Assert.Throws<ArgumentException>(() => Knee.Locate([1, 2, 3], [3, double.NaN, 1]));
        Assert.Throws<ArgumentException>(() => Knee.Locate([1, 2], [3, 2, 1]));
    }
}
