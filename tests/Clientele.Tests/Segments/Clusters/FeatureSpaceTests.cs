using Clientele.Segments.Clusters;

namespace Clientele.Tests.Segments.Clusters;

public sealed class FeatureSpaceTests
{
    [Theory]
    [InlineData("standard", "1 2 3 4 5 6 7 8 9 10", 5.5, 2.8722813232690143)]
    [InlineData("robust", "1 2 3 4 5 6 7 8 9 10", 5.5, 4.5)]
    [InlineData("robust", "1 1 1 1 1 1 1 1 1 6", 1.0, 1.5)]
    [InlineData("minmax", "1 2 3 4 5 6 7 8 9 10", 1.0, 9.0)]
    [InlineData("none", "1 2 3 4 5 6 7 8 9 10", 0.0, 1.0)]
    public void Scales_are_the_textbook_ones(string name, string values, double shift, double spread)
    {
        var (s, p) = Scales.Catalog.Find(name).Create(Settings.Defaults).Fit([.. values.Split(' ').Select(double.Parse)]);
        Assert.Equal(shift, s, 14);
        Assert.Equal(spread, p, 14);
    }

    [Fact]
    public void Every_transform_comes_back_for_values_of_every_size()
    {
        foreach (var choice in Transforms.Catalog)
        {
            var transform = choice.Create(Settings.Defaults);
            foreach (var value in new[] { 0, 1e-300, 1e-17, 3e-6, 1e-5, 0.1, 1, 373, 280206.02, 1e15, 1e300 })
            {
                Assert.Equal(value, transform.Back(transform.Forward(value)), value * 1e-10);
                Assert.Equal(-transform.Forward(value), transform.Forward(-value));
            }
        }

        var log = Transforms.Catalog.Find("log1p").Create(Settings.Defaults);
        Assert.Equal(Math.Log(374), log.Forward(373), 14);
        Assert.Equal(1e-17, log.Forward(1e-17));
        Assert.Equal(9.9999999995e-11, log.Forward(1e-10), 1e-24);
    }

    [Fact]
    public void Points_are_the_same_bits_for_any_row_order()
    {
        var chance = new Random(2);
        var values = Enumerable.Range(0, 500).Select(_ => Math.Exp(chance.NextDouble() * 30)).ToArray();
        var order = Shop.Shuffle(values.Length, 4);
        var (transform, scale) = (Transforms.Catalog[0].Create(Settings.Defaults), Scales.Catalog[0].Create(Settings.Defaults));
        var one = new FeatureSpace(new FeatureSet(["x"], [values]), transform, scale).Points;
        var other = new FeatureSpace(new FeatureSet(["x"], [Array.ConvertAll(order, i => values[i])]), transform, scale).Points;
        Assert.Equal(order.Select(i => one.Values[i]), other.Values);
    }
}
