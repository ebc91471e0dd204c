using Clientele.Explore;

namespace Clientele.Tests.Explore;

/// <summary>Parts of a change add up, treat factors alike, and give nothing to a factor that stayed.</summary>
public sealed class ProductPartsTests
{
    [Fact]
    public void Parts_add_up_to_the_cent()
    {
        var chance = new Random(1);
        for (var i = 0; i < 5_000; i++)
        {
            var n = chance.Next(1, 6);
            var (x, y) = (Values(chance, n), Values(chance, n));
            var parts = ProductParts.Shapley(x, y);
            var change = Product(y) - Product(x);
            Assert.Equal(change, parts.Sum(), 1e-12 * (1e3 + parts.Sum(Math.Abs) + Math.Abs(Product(x)) + Math.Abs(Product(y))));
            var cents = parts.Select(p => p * 100).ToArray();
            var total = (long)Math.Round(change * 100);
            var rounded = ProductParts.Round(cents, total);
            Assert.Equal(total, rounded.Sum());
            for (var p = 0; p < n; p++) Assert.True(Math.Abs(rounded[p] - cents[p]) <= 1.01, $"{rounded[p]} for {cents[p]}");
        }
    }

    [Fact]
    public void Parts_are_the_mean_over_all_orders_of_change()
    {
        var chance = new Random(2);
        for (var i = 0; i < 300; i++)
        {
            var n = chance.Next(1, 5);
            var (x, y) = (Values(chance, n), Values(chance, n));
            var (sums, orders) = (new double[n], 0);
            foreach (var order in Orders(n))
            {
                orders++;
                var now = x.ToArray();
                foreach (var factor in order)
                {
                    var before = Product(now);
                    now[factor] = y[factor];
                    sums[factor] += Product(now) - before;
                }
            }

            var parts = ProductParts.Shapley(x, y);
            for (var f = 0; f < n; f++) Assert.Equal(sums[f] / orders, parts[f], 1e-9 * (1 + Math.Abs(sums[f])));
        }
    }

    [Fact]
    public void A_factor_that_stays_has_no_part() =>
        Assert.Equal([0.0, 30.0], ProductParts.Shapley([3, 10], [3, 20]));

    [Fact]
    public void Rounding_takes_any_total() => Assert.Equal([4L, 3L, -7L], ProductParts.Round([3.9, 2.9, -7.2], 0));

    private static IEnumerable<int[]> Orders(int n) =>
        n == 0 ? [[]] : Orders(n - 1).SelectMany(order => Enumerable.Range(0, n).Select(at => order.Take(at).Append(n - 1).Concat(order.Skip(at)).ToArray()));

    private static double[] Values(Random chance, int n) => [.. Enumerable.Range(0, n).Select(_ => chance.Next(8) == 0 ? 0 : Math.Round(chance.NextDouble() * 50, 3))];

    private static double Product(double[] values) => values.Aggregate(1.0, (a, b) => a * b);
}
