using Clientele.Numerics.Decomposition;
using Clientele.Tests.Numerics.Scaling;
using Clientele.Tests.Numerics.Validity;

namespace Clientele.Tests.Numerics.Decomposition;

public sealed class PcaTests
{
    [Fact]
    public void Iris_is_as_scikit_learn_has_it()
    {
        var expected = References.Python.GetProperty("pca");
        foreach (var (correlation, variances, components) in new[] { (false, "variances", "components"), (true, "correlationVariances", "correlationComponents") })
        {
            var pca = Pca.Fit(References.Iris, new() { Correlation = correlation });
            var (want, directions) = (References.Doubles(expected.GetProperty(variances)), References.Doubles(expected.GetProperty(components)));
            for (var c = 0; c < 4; c++)
            {
                Assert.Equal(want[c], pca.Variances[c], 1e-10);
                var same = 0.0;
                for (var q = 0; q < 4; q++) same += directions[(c * 4) + q] * pca.Components[(c * 4) + q];
                Assert.Equal(1, Math.Abs(same), 1e-10);
            }

            if (!correlation) Assert.All(References.Doubles(expected.GetProperty("shares")).Zip(pca.ExplainedShares()), p => Assert.Equal(p.First, p.Second, 1e-10));
        }
    }

    [Fact]
    public void Components_are_unit_at_right_angles_and_diagonalise() => Case.Check(500, c =>
    {
        var x = c.Matrix();
        var (pca, d) = (Pca.Fit(x, new()), x.Columns);
        var scale = Math.Max(pca.TotalVariance, 1e-300);
        var scores = pca.Apply(x);
        var ok = pca.Count == Math.Min(x.Rows, d);
        for (var a = 0; a < pca.Count && ok; a++)
        {
            var own = pca.Components.Slice(a * d, d);
            ok &= Leading(own) > 0 && (a == 0 || pca.Variances[a] <= pca.Variances[a - 1]);
            for (var b = 0; b <= a; b++)
            {
                var (dot, covariance) = (0.0, 0.0);
                for (var q = 0; q < d; q++) dot += own[q] * pca.Components[(b * d) + q];
                for (var i = 0; i < x.Rows; i++) covariance += scores.Row(i)[a] * scores.Row(i)[b] / Math.Max(x.Rows - 1, 1);
                ok &= Math.Abs(dot - (a == b ? 1 : 0)) < 1e-10 && Math.Abs(covariance - (a == b ? pca.Variances[a] : 0)) <= 1e-9 * scale;
            }
        }

        return ok;
    });

    // The first of the entries that are largest but for roundings.
    private static double Leading(ReadOnlySpan<double> own)
    {
        var all = own.ToArray();
        return all.First(v => Math.Abs(v) >= all.Max(Math.Abs) * (1 - 1e-7));
    }

    [Fact]
    public void All_components_give_the_rows_back_and_json_every_bit() => Case.Check(300, c =>
    {
        var x = (c with { Rows = c.Rows + c.Columns }).Matrix();
        var pca = Pca.Fit(x, new() { Correlation = c.Seed % 2 == 0 });
        var largest = x.Values.Max(Math.Abs);
        return pca.Invert(pca.Apply(x)).Values.Zip(x.Values).All(p => Math.Abs(p.First - p.Second) <= 1e-11 * largest)
            && TransformTests.Again(pca).Apply(x).Values.SequenceEqual(pca.Apply(x).Values);
    });

    [Fact]
    public void Row_order_changes_no_bit() => Case.Check(300, c =>
    {
        var x = c.Matrix();
        var mixed = Oracle.Rows(x, Oracle.Shuffled(x.Rows, c.Seed));
        return Pca.Fit(x, new()).Components.SequenceEqual(Pca.Fit(mixed, new()).Components);
    });

    [Theory]
    [InlineData(1e155)]
    [InlineData(1e-170)]
    public void Units_change_no_direction(double unit)
    {
        var (x, far) = (References.Iris, Oracle.Map(References.Iris, v => v * unit));
        Assert.All(Pca.Fit(x, new()).Components.ToArray().Zip(Pca.Fit(far, new()).Components.ToArray()), p => Assert.Equal(p.First, p.Second, 1e-9));
        Assert.All(Pca.Fit(far, new()).ExplainedShares(), share => Assert.InRange(share, 0, 1));
    }

    [Fact]
    public void Edges()
    {
        var flat = Pca.Fit(new([3, 3, 3, 3], 2, 2), new() { Correlation = true });
        Assert.Equal([0, 0], flat.ExplainedShares());
        Assert.Equal([0, 0], flat.Apply(new([3, 3], 1, 2)).Values);
        Assert.Equal(1, Pca.Fit(new([3, 4, 5], 1, 3), new()).Count);
        Assert.Equal(2, Pca.Fit(References.Iris, new() { Components = 2 }).OutputColumns);
        Assert.Throws<ArgumentException>(() => flat.Apply(new([1], 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PcaOptions { Components = -1 });
    }
}
