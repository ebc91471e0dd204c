using Clientele.Numerics.Clustering;

namespace Clientele.Tests.Numerics.Clustering;

/// <summary>A weight w is w copies, 0 is absent.</summary>
public sealed class WeightTests
{
    private const int Cases = 250;

    private static void Each(Func<Case, IClusterer, bool> holds) =>
        Case.Check(Cases, c => CentreMethods.All(c).All(method => holds(c, method)));

    private static double[] Weights(Case c, int least) => [.. Enumerable.Range(0, c.Rows).Select(i => (double)new Random(c.Seed + i).Next(least, 5))];

    [Fact]
    public void Weights_are_copies() => Each((c, method) => // I11
    {
        var (x, weights) = (c.Matrix(), Weights(c, 1));
        var rows = Enumerable.Range(0, x.Rows).SelectMany(i => Enumerable.Repeat(i, (int)weights[i])).ToArray();
        var (weighted, copied) = (method.Of(x, weights), method.Of(Oracle.Rows(x, rows)));
        return rows.Select(i => weighted.Labels[i]).SequenceEqual(copied.Labels) && weighted.Centres.SequenceEqual(copied.Centres)
            && Math.Abs(weighted.Inertia - copied.Inertia) <= 1e-12 * copied.Inertia;
    });

    [Fact]
    public void Equal_weights_are_none_and_zero_is_absent() => Each((c, method) => // I12
    {
        var (x, weights) = (c.Matrix(), Weights(c, 0));
        var plain = method.Of(x);
        if (!CentreMethods.Same(plain, method.Of(x, [.. Enumerable.Repeat(1.0, x.Rows)]))) return false;
        if (!plain.Labels.SequenceEqual(method.Of(x, [.. Enumerable.Repeat(4.0, x.Rows)]).Labels)) return false;
        if (weights.All(w => w == 0)) return true;
        var present = Enumerable.Range(0, x.Rows).Where(i => weights[i] > 0).ToArray();
        var (all, some) = (method.Of(x, weights), method.Of(Oracle.Rows(x, present), [.. present.Select(i => weights[i])]));
        return present.Select(i => all.Labels[i]).SequenceEqual(some.Labels) && all.Centres.SequenceEqual(some.Centres)
            && all.Inertia == some.Inertia && all.Labels.SequenceEqual(some.Assign(x));
    });

    [Fact]
    public void Any_factor_on_all_weights_changes_no_label() => Each((c, method) => // I12
    {
        var (x, weights) = (c.Matrix(), Weights(c, 1));
        var plain = method.Of(x, weights);
        return new[] { 4, 1e-200, 1e200 }.All(f =>
        {
            var other = method.Of(x, [.. weights.Select(w => w * Math.ScaleB(1, Math.ILogB(f)))]);
            return plain.Labels.SequenceEqual(other.Labels) && plain.Centres.SequenceEqual(other.Centres);
        });
    });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void Weights_must_make_sense(double weight)
    {
        foreach (var method in CentreMethods.All(new(Shape.Blobs, 3, 1, 2, 0)))
        {
            var message = Assert.Throws<ArgumentException>(() => method.Fit(new([1, 2, 3], 3, 1), [1, weight, 1])).Message;
            Assert.Contains("Row 1", message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => method.Fit(new([1, 2, 3], 3, 1), [0, 0, 0]));
            Assert.Throws<ArgumentException>(() => method.Fit(new([1, 2, 3], 3, 1), [1, 1]));
        }
    }
}
