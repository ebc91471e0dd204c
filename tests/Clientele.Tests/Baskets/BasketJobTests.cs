using Clientele.Baskets;
using Clientele.Products;
using Clientele.Tests.Products;

namespace Clientele.Tests.Baskets;

/// <summary>The sample shop's planted companions come first, and every figure can be counted again.</summary>
public sealed class BasketJobTests(BasketJobTests.Run run) : IClassFixture<BasketJobTests.Run>
{
    public sealed class Run : IDisposable
    {
        public Run() => Report = BasketJob.Run(new BasketPlan { Sales = Sales.Plan, Support = 0.002, Size = 2 }, new RunContext { Threads = 2 });

        public SampleSales Sales { get; } = new();

        public BasketReport Report { get; }

        public void Dispose() => Sales.Dispose();
    }

    [Fact]
    public void Planted_companions_are_found_and_ranked_first()
    {
        var codes = run.Report.Items.Codes;
        var planted = run.Sales.Summary.Companions.Select(Pair).ToHashSet(StringComparer.Ordinal);
        var found = run.Report.Scopes[0].Rules.Where(r => BasketRules.Holds(r, run.Report.Plan)).Select(r => Pair((codes[r.If[0]], codes[r.Then]))).Distinct().ToArray();
        var first = found.Take(20).Count(planted.Contains);

        // Products that were on the shelf for the same few weeks meet more often than by chance, too.
        Assert.True(found.Take(10).All(planted.Contains) && first >= 18 && found.Count(planted.Contains) >= 36, $"{first} of the first 20; {found.Count(planted.Contains)} of {planted.Count} among {found.Length}");

        static string Pair((string One, string Other) pair) => string.CompareOrdinal(pair.One, pair.Other) < 0 ? pair.One + " " + pair.Other : pair.Other + " " + pair.One;
    }

    [Fact]
    public void Rules_count_orders_of_the_shop_and_of_segments()
    {
        var (lines, report) = (run.Report.Sales.Sold, run.Report);
        var segments = ShopSegments.Of(report.Sales, new RunContext { Threads = 1 });
        var orders = Enumerable.Range(0, lines.Count).GroupBy(l => lines.Orders[l]).Select(g => (g.Key, Items: g.Select(l => lines.Products[l]).ToHashSet())).ToArray();
        foreach (var scope in report.Scopes)
        {
            var place = Array.FindIndex([.. segments.All], s => s.Name == scope.Segment);
            var mine = orders.Where(o => scope.Segment is null || segments.Of(lines.OrderCustomers[o.Key]) == place).ToArray();
            foreach (var rule in scope.Rules.Take(5))
            {
                Assert.Equal(mine.Count(o => o.Items.Contains(rule.Then) && rule.If.All(o.Items.Contains)), rule.Count);
                Assert.Equal(mine.Count(o => rule.If.All(o.Items.Contains)), rule.IfCount);
            }
        }
    }

    [Fact]
    public void Next_products_were_not_bought_and_their_reasons_were()
    {
        var (lines, report) = (run.Report.Sales.Sold, run.Report);
        Assert.True(report.Next.Count > 1000);
        foreach (var group in report.Next.GroupBy(n => n.Customer).Take(200))
        {
            var from = lines.OrderStarts[lines.CustomerOrders[group.Key]];
            var bought = lines.Products[from..lines.OrderStarts[lines.CustomerOrders[group.Key + 1]]].ToHashSet();
            Assert.All(group, n => Assert.True(!bought.Contains(n.Rule.Then) && n.Rule.If.All(bought.Contains) && n.Gain > 0));
            Assert.Equal(group.OrderByDescending(n => n.Gain).Select(n => n.Rule.Then), group.Select(n => n.Rule.Then));
            Assert.Equal(Enumerable.Range(1, group.Count()), group.Select(n => n.Place));

            // Nothing better was passed over.
            var best = report.Scopes[0].Rules.Where(r => BasketRules.Holds(r, report.Plan) && r.If.All(bought.Contains) && !bought.Contains(r.Then)).Max(r => r.Confidence - ((double)r.ThenCount / r.Transactions));
            Assert.True(group.First().Gain <= best + 1e-12);
        }
    }

    [Fact]
    public void Affinity_is_the_segments_share_of_all_that_it_tried()
    {
        var (lines, report) = (run.Report.Sales.Sold, run.Report);
        var segments = ShopSegments.Of(report.Sales, new RunContext { Threads = 1 });
        var counted = Enumerable.Range(0, report.Sales.Products.Count).Where(p => !report.LeftOut.Any(c => c.Code == report.Sales.Products.Codes[p])).ToHashSet();
        var pairs = Enumerable.Range(0, lines.Count).Where(l => counted.Contains(lines.Products[l])).Select(l => (Customer: lines.CustomerOf(l), Item: lines.Products[l])).Distinct().ToArray();
        var bySegment = pairs.GroupBy(p => segments.All[segments.Of(p.Customer)].Name).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var a in report.Affinities.Where(a => a.Level == BasketPlan.Product).Where((_, i) => i % 97 == 0))
        {
            var mine = bySegment[a.Segment];
            Assert.Equal(mine.Count(p => p.Item == a.Item), a.Buyers);
            var everybody = pairs.Count(p => p.Item == a.Item) / (double)pairs.Length;
            Assert.Equal(100 * (a.Buyers / (double)mine.Length) / everybody, a.Index, 1e-9);
        }

        Assert.Contains(report.Affinities, a => a.Level == BasketPlan.Category);
    }

    [Fact]
    public void Categories_have_rules_of_their_own()
    {
        var report = BasketJob.Run(new BasketPlan { Sales = run.Sales.Plan, Level = BasketPlan.Category }, new RunContext { Threads = 1 });
        Assert.Equal(10, report.Scopes[0].Sets.OfSize(1));
        Assert.Contains("Kitchen", report.Items.Names);
    }
}
