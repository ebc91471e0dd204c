using Clientele.Numerics;
using Clientele.Numerics.Scaling;
using Clientele.Numerics.Statistics;

namespace Clientele.Tests.Numerics;

public sealed class ScalingTests
{
    [Fact]
    public void Scaling_can_be_undone() => Case.Check(1000, c =>
    {
        var x = Oracle.Map(c.Matrix(), Math.Abs);
        return new[] { Standard.Fit(x), Robust.Fit(x), MinMax.Fit(x), None.Fit(x), Standard.Fit(x, log1p: true) }.All(scaling =>
        {
            var scaled = scaling.Apply(x);
            var largest = x.Values.Max() + 1;
            return Enumerable.Range(0, x.Rows).All(i =>
                scaling.Invert(scaled.Row(i)).Zip(x.Row(i).ToArray()).All(p => Math.Abs(p.First - p.Second) <= 1e-12 * largest));
        });
    });

    [Fact]
    public void Standard_columns_have_mean_zero_and_deviation_one() => Case.Check(1000, c =>
    {
        var x = (c with { Rows = c.Rows + 2, Shape = Shape.Blobs }).Matrix();
        var scaled = Standard.Fit(x).Apply(x);
        return Enumerable.Range(0, x.Columns).All(q =>
        {
            var column = Enumerable.Range(0, x.Rows).Select(i => scaled.Row(i)[q]).ToArray();
            return Math.Abs(column.Average()) < 1e-12 && Math.Abs(column.Average(v => v * v) - 1) < 1e-12;
        });
    });

    [Fact]
    public void Constant_columns_are_moved_named_and_not_divided()
    {
        var x = new Matrix([0.1, 1, 0.1, 2, 0.1, 3], 3, 2);
        foreach (var scaling in new[] { Standard.Fit(x), Robust.Fit(x), MinMax.Fit(x), Standard.Fit(x, log1p: true) })
        {
            Assert.Equal([0], scaling.UnscaledColumns);
            Assert.Equal(1, scaling.Spreads[0]);
            Assert.Equal(0, scaling.Apply(x).Row(1)[0]);
        }

        Assert.Empty(None.Fit(x).UnscaledColumns);
    }

    [Fact]
    public void Min_max_runs_from_zero_to_one() => Assert.Equal([0, 0.25, 1], MinMax.Fit(new([2, 3, 6], 3, 1)).Apply(new([2, 3, 6], 3, 1)).Values);

    [Fact]
    public void Robust_uses_median_and_quartiles()
    {
        var scaling = Robust.Fit(new([1, 2, 3, 4, 1000], 5, 1));
        Assert.Equal((3.0, 2.0), (scaling.Centres[0], scaling.Spreads[0]));
    }

    [Theory]
    [InlineData(1e-20, 1e-20)]
    [InlineData(1e-5, 9.999950000333331e-06)]
    [InlineData(1, 0.6931471805599453)]
    [InlineData(-0.5, -0.6931471805599453)]
    [InlineData(1e300, 690.7755278982137)]
    public void Log1p_is_exact(double x, double y)
    {
        Assert.Equal(y, Log1p.Apply(x), Math.Abs(y) * 4e-16);
        Assert.Equal(x, Log1p.Invert(y), Math.Abs(x) * 1e-12);
    }

    [Fact]
    public void Log1p_refuses_minus_one_by_place()
    {
        var message = Assert.Throws<ArgumentException>(() => Log1p.Apply(new Matrix([0, 1, 2, -1], 2, 2))).Message;
        Assert.Contains("Row 1, column 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Moments_do_not_see_order_and_survive_extremes() => Case.Check(1000, c =>
    {
        var values = c.Matrix().Values;
        var mixed = Oracle.Shuffled(values.Length, c.Seed).Select(i => values[i]).ToArray();
        var mean = values.Average();
        var sd = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
        return Moments.Mean(values) == Moments.Mean(mixed) && Moments.PopulationSd(values) == Moments.PopulationSd(mixed)
            && Math.Abs(Moments.Mean(values) - mean) <= 1e-12 * values.Max(Math.Abs)
            && Math.Abs(Moments.PopulationSd(values) - sd) <= (1e-9 * sd) + (1e-12 * values.Max(Math.Abs))
            && Math.Abs((Moments.PopulationSd([.. values.Select(v => Math.ScaleB(v, 900))]) / Math.ScaleB(1, 900)) - Moments.PopulationSd(values)) <= 1e-12 * sd;
    });

    [Fact]
    public void Moments_of_known_values()
    {
        Assert.Equal(0.1, Moments.Mean([0.1, 0.1, 0.1]));
        Assert.Equal(0, Moments.PopulationSd([0.1, 0.1, 0.1]));
        Assert.Equal(2, Moments.PopulationSd([2, 4, 4, 4, 5, 5, 7, 9]));
        Assert.Equal(Math.Sqrt(32.0 / 7), Moments.SampleSd([2, 4, 4, 4, 5, 5, 7, 9]), 1e-15);
        Assert.Equal(1, Moments.PopulationSd([1e9, 1e9 + 2]));
        Assert.Equal(1, Moments.Mean([1e100, 3, -1e100, 1, 1, 0]) * 1.2, 1e-15);
        Assert.True(double.IsNaN(Moments.SampleSd([4])));
        Assert.Throws<ArgumentException>(() => Moments.Mean([]));
        Assert.Throws<ArgumentException>(() => Moments.Mean([double.NaN]));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1.3)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, 4)]
    public void Quantiles_as_in_R(double p, double value) => Assert.Equal(value, Quantile.Type7([4, 1, 3, 2], p), 1e-15);

    [Fact]
    public void Quantiles_at_the_edges()
    {
        Assert.Equal(7, Quantile.Median([7]));
        Assert.Equal(-0.5, Quantile.Median([-1, 0, 5, -7]));
        Assert.Throws<ArgumentException>(() => Quantile.Median([]));
        Assert.Throws<ArgumentException>(() => Quantile.Median([double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Type7([1], 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Type7([1], double.NaN));
    }
}
