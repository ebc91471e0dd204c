using System.Text.Json;
using Clientele.Numerics;
using Clientele.Numerics.Decomposition;
using Clientele.Numerics.Scaling;
using Clientele.Tests.Numerics.Validity;

namespace Clientele.Tests.Numerics.Scaling;

public sealed class TransformTests
{
    private static readonly Matrix s_skewed = new(References.Doubles(References.Python.GetProperty("transforms").GetProperty("rows")), 60, 3);

    internal static FittedTransform Again(FittedTransform transform)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) FittedTransforms.Write(transform, json);
        using var document = JsonDocument.Parse(stream.ToArray());
        return FittedTransforms.Read(document.RootElement);
    }

    [Fact]
    public void Yeo_Johnson_is_as_scikit_learn_has_it()
    {
        var expected = References.Python.GetProperty("transforms");
        var fitted = YeoJohnson.Fit(s_skewed);
        Assert.All(References.Doubles(expected.GetProperty("lambdas")).Zip(fitted.Lambdas.ToArray()), p => Assert.Equal(p.First, p.Second, 1e-5));
        Assert.All(References.Doubles(expected.GetProperty("yeojohnson")).Zip(fitted.Apply(s_skewed).Values), p => Assert.Equal(p.First, p.Second, 1e-4));
        var bare = YeoJohnson.Fit(s_skewed, standardise: false);
        Assert.All(References.Doubles(expected.GetProperty("yeojohnsonBare")).Zip(bare.Apply(s_skewed).Values), p => Assert.Equal(p.First, p.Second, 1e-4));
    }

    [Fact]
    public void Lambda_has_the_greatest_likelihood_nearby()
    {
        var fitted = YeoJohnson.Fit(s_skewed);
        for (var q = 0; q < 3; q++)
        {
            double Likelihood(double lambda)
            {
                double[] column = [.. Enumerable.Range(0, 60).Select(i => s_skewed.Row(i)[q])];
                double[] y = [.. column.Select(v => YeoJohnson.Apply(v, lambda))];
                return (-30 * Math.Log(y.Average(v => v * v) - (y.Average() * y.Average()))) + ((lambda - 1) * column.Sum(v => Math.Sign(v) * Math.Log(1 + Math.Abs(v))));
            }

            var best = Likelihood(fitted.Lambdas[q]);
            Assert.All([-1, -0.1, -0.001, 0.001, 0.1, 1], step => Assert.True(best > Likelihood(fitted.Lambdas[q] + step)));
        }
    }

    [Theory]
    [InlineData("uniform", TargetShape.Uniform, 60)]
    [InlineData("uniform", TargetShape.Uniform, 10)]
    [InlineData("normal", TargetShape.Normal, 60)]
    [InlineData("normal", TargetShape.Normal, 10)]
    public void Quantiles_are_as_scikit_learn_has_them(string name, TargetShape shape, int count)
    {
        var expected = References.Python.GetProperty("transforms").GetProperty("quantile").GetProperty($"{name}-{count}");
        var fitted = QuantileTransform.Fit(s_skewed, shape, count);
        var (peer, ours) = (References.Doubles(expected), fitted.Apply(s_skewed).Values);

        // Not the counts at 60 quantiles: equal ones differ by a rounding at the peer, which moves the middle of their ranks.
        for (var i = 0; i < peer.Length; i++)
        {
            if (i % 3 < 2 || count < 60) Assert.Equal(peer[i], ours[i], 1e-7);
        }
    }

    [Fact]
    public void Equal_values_stand_at_the_middle_of_their_ranks()
    {
        double[] counts = [.. Enumerable.Range(0, 60).Select(i => s_skewed.Row(i)[2])];
        var shares = QuantileTransform.Fit(new(counts, 60, 1)).Apply(new(counts, 60, 1)).Values;
        for (var i = 0; i < 60; i++)
        {
            var (below, equal) = (counts.Count(v => v < counts[i]), counts.Count(v => v == counts[i]));
            var middle = below == 0 ? 0 : below + equal == 60 ? 59 : below + (0.5 * (equal - 1));
            Assert.Equal(middle / 59, shares[i], 1e-12);
        }
    }

    [Fact]
    public void Every_transform_can_be_undone_and_reads_back_to_the_bit() => Case.Check(300, c =>
    {
        var x = Oracle.Map(c.Matrix(), Math.Abs);
        var largest = x.Values.Max();
        var chained = Standard.Fit(x, log1p: true);
        FittedTransform[] all =
        [
            None.Fit(x), Standard.Fit(x), Robust.Fit(x), MinMax.Fit(x), chained, YeoJohnson.Fit(x), YeoJohnson.Fit(x, standardise: false),
            QuantileTransform.Fit(x), QuantileTransform.Fit(x, TargetShape.Normal), new TransformChain(chained, MinMax.Fit(chained.Apply(x))),
        ];
        return Array.TrueForAll(all, transform =>
        {
            var (y, again) = (transform.Apply(x), Again(transform));
            return again.Apply(x).Values.SequenceEqual(y.Values) && again.Name == transform.Name && again.Invert(y).Values.SequenceEqual(transform.Invert(y).Values)
                && transform.Invert(y).Values.Zip(x.Values).All(p => Math.Abs(p.First - p.Second) <= 1e-6 * (1 + largest));
        });
    });

    [Fact]
    public void Transforms_keep_the_order_of_values() => Case.Check(300, c =>
    {
        var x = (c with { Columns = 1 }).Matrix();
        FittedTransform[] all = [YeoJohnson.Fit(x), QuantileTransform.Fit(x), QuantileTransform.Fit(x, TargetShape.Normal)];
        return Array.TrueForAll(all, transform =>
        {
            var y = transform.Apply(x).Values;
            var order = Enumerable.Range(0, y.Length).OrderBy(i => x.Values[i]).ThenBy(i => y[i]).ToArray();
            return order.Zip(order.Skip(1)).All(p => y[p.First] <= y[p.Second] + (1e-9 * Math.Abs(y[p.First])));
        });
    });

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(-3)]
    public void Tiny_values_keep_their_digits(double lambda)
    {
        Assert.Equal(1e-170, YeoJohnson.Apply(1e-170, lambda), 1e-184);
        Assert.Equal(-1e-20, YeoJohnson.Invert(YeoJohnson.Apply(-1e-20, lambda), lambda), 1e-34);
    }

    [Fact]
    public void A_chain_can_end_in_components()
    {
        var first = YeoJohnson.Fit(s_skewed);
        var chain = new TransformChain(first, Pca.Fit(first.Apply(s_skewed), new() { Components = 2 }));
        Assert.Equal((3, 2, 3), (chain.Columns, chain.OutputColumns, chain.Invert(chain.Apply(s_skewed)).Columns));
        Assert.Equal(chain.Apply(s_skewed).Values, Again(chain).Apply(s_skewed).Values);
        Assert.Throws<ArgumentException>(() => new TransformChain(chain, chain));
    }

    [Fact]
    public void Constant_columns_and_far_values()
    {
        var flat = new Matrix([4, 4, 4], 3, 1);
        Assert.Equal(1, YeoJohnson.Fit(flat).Lambdas[0]);
        Assert.Equal([0, 0, 0], YeoJohnson.Fit(flat).Apply(flat).Values);
        Assert.Equal([4], QuantileTransform.Fit(flat).Invert([0.7]));
        var even = QuantileTransform.Fit(new([0, 1, 2], 3, 1));
        Assert.Equal([0, 0, 0.25, 1], even.Apply(new([-5, 0, 0.5, 99], 4, 1)).Values);
        Assert.True(double.IsFinite(YeoJohnson.Invert(50, -1)));
        var huge = new Matrix([1e155, 2e155, 9e155], 3, 1);
        Assert.All(YeoJohnson.Fit(huge).Apply(huge).Values, v => Assert.True(double.IsFinite(v)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"format\":\"clientele-transform\",\"version\":2,\"name\":\"none\",\"state\":{}}")]
    [InlineData("{\"format\":\"clientele-transform\",\"version\":1,\"name\":\"other\",\"state\":{}}")]
    [InlineData("{\"format\":\"clientele-transform\",\"version\":1,\"name\":\"standard\",\"state\":{\"log1p\":false,\"centres\":[1],\"spreads\":[0],\"unscaled\":[]}}")]
    [InlineData("{\"format\":\"clientele-transform\",\"version\":1,\"name\":\"pca\",\"state\":{\"means\":[1]}}")]
    public void Damaged_files_are_refused(string text)
    {
        using var document = JsonDocument.Parse(text);
        Assert.Throws<FormatException>(() => FittedTransforms.Read(document.RootElement));
    }
}
