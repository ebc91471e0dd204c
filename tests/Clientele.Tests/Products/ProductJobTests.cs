using Clientele.Products;
using Clientele.Sales.Kept;

namespace Clientele.Tests.Products;

/// <summary>Every figure of the sample shop's products, counted again in the plain way.</summary>
public sealed class ProductJobTests(ProductJobTests.Run run) : IClassFixture<ProductJobTests.Run>
{
    public sealed class Run : IDisposable
    {
        private readonly SampleSales _sales = new();

        public Run() => Report = ProductJob.Run(new ProductPlan { Sales = _sales.Plan }, new RunContext { Threads = 2 });

        public ProductReport Report { get; }

        internal KeptLines Lines => Report.Sales.Sold;

        internal IEnumerable<int> Of(int product) => Enumerable.Range(0, Lines.Count).Where(l => Lines.Products[l] == product);

        public void Dispose() => _sales.Dispose();
    }

    [Fact]
    public void Counts_and_money_equal_plain_sums()
    {
        var lines = run.Lines;
        var own = Enumerable.Range(0, lines.Count).GroupBy(l => lines.Products[l]).ToDictionary(g => g.Key, g => g.ToArray());
        Assert.True(run.Report.Products.Count > 500);
        foreach (var product in run.Report.Products)
        {
            var mine = own[product.Product];
            Assert.Equal(mine.Aggregate(Money.Zero, (sum, l) => sum + lines.Amounts[l]), product.Money);
            Assert.Equal(mine.Sum(l => lines.Units[l]) / 1e6, product.Units);
            Assert.Equal(mine.Select(l => lines.Orders[l]).Distinct().Count(), product.Orders);
            Assert.Equal(mine.Select(l => lines.CustomerOf(l)).Distinct().Count(), product.Customers);
            Assert.Equal((mine.Min(l => lines.Ticks[l]), mine.Max(l => lines.Ticks[l]), mine.Length), (product.First, product.Last, product.Lines));
            var prices = mine.Select(l => lines.Amounts[l].ToDouble() / (lines.Units[l] / 1e6)).Order().ToArray();
            Assert.Equal(prices[0], product.Prices.Least, 1e-5);
            Assert.Equal(prices[^1], product.Prices.Most, 1e-5);
            Assert.InRange(product.Prices.Median, product.Prices.Lower, product.Prices.Upper);
        }

        Assert.DoesNotContain(run.Report.Products, p => p.Code is "POST" or "D" or "M" || p.Code.StartsWith("TEST", StringComparison.Ordinal));
        Assert.Contains(run.Report.LeftOut, c => c.Code == "POST");
        Assert.Contains(run.Report.Notes, n => n.Contains("POST", StringComparison.Ordinal));
    }

    [Fact]
    public void Ranks_fall_and_classes_follow_the_shares()
    {
        var before = 0.0;
        ProductFacts? last = null;
        foreach (var product in run.Report.Products)
        {
            if (last is not null) Assert.True(product.Money.CompareTo(last.Money) <= 0);
            Assert.Equal(before < 0.8 ? "A" : before < 0.95 ? "B" : "C", product.Abc);
            before = product.Cumulative;
            last = product;
        }

        Assert.Equal(1, before, 1e-9);
    }

    [Fact]
    public void Returns_are_those_of_the_returned_lines()
    {
        var (back, sold) = (run.Report.Sales.Returned, run.Lines);
        Assert.Contains(run.Report.Products, p => p.ReturnRate > 0);
        foreach (var product in run.Report.Products)
        {
            var returned = Enumerable.Range(0, back.Count).Where(l => back.Products[l] == product.Product).Sum(l => Math.Abs(back.Units[l])) / 1e6;
            Assert.Equal(returned, product.ReturnedUnits);
            Assert.Equal(returned / product.Units, product.ReturnRate, 1e-12);
        }
    }

    [Fact]
    public void Dependence_counts_the_orders_of_the_best_segments()
    {
        var lines = run.Lines;
        var segments = Clientele.Products.ShopSegments.Of(run.Report.Sales, new RunContext { Threads = 1 });
        foreach (var d in run.Report.Dependence.Take(20).Concat(run.Report.Dependence.TakeLast(20)))
        {
            var orders = run.Of(d.Product).Where(l => segments.IsBest[segments.Of(lines.CustomerOf(l))]).Select(l => lines.Orders[l]).Distinct().ToArray();
            Assert.Equal(orders.Length, d.Orders);
            var baskets = orders.Aggregate(Money.Zero, (sum, o) => sum + Enumerable.Range(lines.OrderStarts[o], lines.OrderStarts[o + 1] - lines.OrderStarts[o]).Aggregate(Money.Zero, (s, l) => s + lines.Amounts[l]));
            Assert.Equal(baskets, d.Baskets);
            var regulars = orders.GroupBy(o => lines.OrderCustomers[o]).Count(g => lines.CustomerOrders[g.Key + 1] - lines.CustomerOrders[g.Key] is >= 2 and var all && g.Count() * 2 >= all);
            Assert.Equal(regulars, d.Regulars);
        }
    }

    [Fact]
    public void Gaps_are_days_between_purchases_of_those_who_came_again()
    {
        var lines = run.Lines;
        Assert.Equal(10, run.Report.Replenishment.Count(r => r.Level == "category"));
        foreach (var r in run.Report.Replenishment.Where(r => r.Level == "product").Take(30))
        {
            var days = run.Of(r.Item).GroupBy(lines.CustomerOf).Select(g => g.Select(l => lines.Ticks[l] / TimeSpan.TicksPerDay).Distinct().Order().ToArray()).ToArray();
            Assert.Equal(days.Length, r.Customers);
            Assert.Equal(days.Count(d => d.Length > 1), r.Repeaters);
            Assert.Equal(days.Sum(d => d.Length - 1), r.Gaps);
            Assert.Equal(r.Repeaters, r.Open);
            Assert.True(double.IsNaN(r.Median) || r.Lower <= r.Median);
        }
    }

    [Fact]
    public void The_christmas_shelf_is_the_least_steady()
    {
        // The shop sells Christmas goods from October on.
        var steadiness = run.Report.Products.Where(p => p.Orders >= 50 && !double.IsNaN(p.Variation)).GroupBy(p => p.Category)
            .OrderByDescending(g => g.Select(p => p.Variation).Order().ElementAt(g.Count() / 2)).Select(g => g.Key).ToArray();
        Assert.Equal((10, "Christmas"), (steadiness.Length, steadiness[0]));
        var yearAgo = run.Report.Sales.Totals.Last.AddDays(-365).Ticks;
        Assert.All(run.Report.Products.Where(p => p.Category == "Christmas" && p.Orders >= 50 && p.First < yearAgo), p => Assert.Equal("Z", p.Xyz));
    }
}
