using Clientele.Numerics.Patterns;
using Clientele.Products;

namespace Clientele.Tests.Products;

/// <summary>Life, substitutes and cover on made-up figures whose answer is known.</summary>
public sealed class ProductRulesTests
{
    [Theory]
    [InlineData(0, 40, 100, LifeStage.Dead)]
    [InlineData(40, 0, 300, LifeStage.New)]
    [InlineData(90, 30, 100, LifeStage.Growing)]
    [InlineData(30, 90, 100, LifeStage.Declining)]
    [InlineData(60, 55, 100, LifeStage.Stable)]
    [InlineData(6, 4, 100, LifeStage.Unclear)]
    public void The_life_of_a_product_follows_its_orders(int recent, int earlier, long first, LifeStage expected)
    {
        var product = new ProductFacts(0, "A", "", "") { RecentOrders = recent, EarlierOrders = earlier, First = first, Last = recent > 0 ? 399 : 250 };
        Assert.Equal(expected, LifeCycle.Of([product], 300, 200, 50, 1000, 1000)[0]);
        // What the whole shop does moves nobody: three times the orders in three times the shop.
        var grown = product with { RecentOrders = earlier * 3 };
        if (earlier > 10 && recent > 0) Assert.Equal(LifeStage.Stable, LifeCycle.Of([grown], 300, 200, 50, 3000, 1000)[0]);
        Assert.Equal(LifeStage.Unclear, LifeCycle.Of([product], 300, 200, 350, 1000, 1000)[0]);
    }

    [Fact]
    public void Two_of_a_kind_that_never_meet_are_substitutes()
    {
        // 0 and 1 both go with 2 and 3, never with each other; 4 … 19 come by chance.
        var random = new Random(4);
        var (starts, items) = (new List<int> { 0 }, new List<int>());
        for (var t = 0; t < 3000; t++)
        {
            var basket = Enumerable.Range(4, 16).Where(_ => random.NextDouble() < 0.15).ToHashSet();
            var kind = random.Next(10);
            if (kind < 2) basket.Add(kind);
            if ((kind < 2 && random.NextDouble() < 0.7) || random.NextDouble() < 0.05) basket.UnionWith([2, 3]);
            items.AddRange(basket.Order());
            starts.Add(items.Count);
        }

        var found = Substitutes.Find(new Transactions([.. starts], [.. items], 20), default);
        var pair = found[0];
        Assert.All(found.Skip(1), other => Assert.True(other.Similarity < pair.Similarity / 2));
        Assert.Equal((0, 1, 0), (pair.One, pair.Other, pair.Together));
        Assert.True(pair is { Similarity: > 0.6, P: < 1e-6, Expected: > 20 });
    }

    [Theory]
    [InlineData(3, 1.5)]
    [InlineData(20, 4)]
    [InlineData(200, 6)]
    public void What_will_be_asked_for_lies_in_the_interval_as_often_as_it_says(double mean, double excess)
    {
        // Weeks of a Poisson count whose mean follows a gamma law: variance = excess × mean.
        var random = new Random(7);
        var (inside, held, n) = (0, 0, 4000);
        for (var i = 0; i < n; i++)
        {
            var weeks = Enumerable.Range(0, 26).Select(_ => Draw()).ToArray();
            var expected = Cover.Of(0, null, weeks, new ProductPlan())!;
            var asked = Draw() + Draw() + Draw() + Draw();
            if (asked >= expected.Low && asked <= expected.High) inside++;
            if (asked <= expected.Stock) held++;
        }

        Assert.InRange(inside / (double)n, 0.93, 0.98);
        Assert.InRange(held / (double)n, 0.93, 0.97);

        double Draw()
        {
            var scale = excess - 1;
            return MathNet.Numerics.Distributions.Poisson.Sample(random, MathNet.Numerics.Distributions.Gamma.Sample(random, mean / scale, 1 / scale));
        }
    }
}
