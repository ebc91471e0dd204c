using System.Text;
using Clientele.Samples;

namespace Clientele.Tests.Samples;

/// <summary>The story of the shop can be read back from its sales.</summary>
public sealed class SampleStoryTests(SampleStoryTests.Shop shop) : IClassFixture<SampleStoryTests.Shop>
{
    public sealed class Shop
    {
        public Shop()
        {
            var (sales, truth, summary) = SampleShopTests.Write(new SampleOptions { Customers = 900, Seed = 11 });
            Summary = summary;
            Recount = PlainRecount.Of(sales);
            Truth = Encoding.UTF8.GetString(truth).Split('\n')[1..^1].Select(line => line.Split(',')).ToDictionary(f => f[0], StringComparer.Ordinal);
            var end = Recount.Kept.Max(s => s.Date).AddDays(1);
            Customers = Recount.Kept.GroupBy(s => s.Customer.Trim(), StringComparer.Ordinal).ToDictionary(
                g => g.Key,
                g => new Behaviour(
                    (end - g.Max(s => s.Date)).Days, g.DistinctBy(s => s.Invoice).Count(), g.Sum(s => s.Quantity * s.Price), [.. g]),
                StringComparer.Ordinal);
        }

        public SampleSummary Summary { get; }

        internal PlainRecount Recount { get; }

        public Dictionary<string, string[]> Truth { get; }

        internal Dictionary<string, Behaviour> Customers { get; }

        internal List<Behaviour> Of(string kind) => [.. Customers.Where(c => Truth[c.Key][1] == kind).Select(c => c.Value)];
    }

    internal sealed record Behaviour(int Recency, int Orders, decimal Money, List<PlainRecount.Sale> Sales);

    [Fact]
    public void Every_customer_in_the_file_has_a_truth()
    {
        Assert.All(shop.Customers.Keys, id => Assert.True(shop.Truth.ContainsKey(id)));
        Assert.Equal(12, shop.Summary.Kinds.Count);
        Assert.Equal(shop.Truth.Count(t => t.Value[1] != "test"), shop.Summary.Kinds.Sum(k => k.Customers));
        Assert.All(shop.Summary.Kinds, kind => Assert.Equal(shop.Truth.Count(t => t.Value[1] == kind.Kind), kind.Customers));
    }

    [Fact]
    public void Big_spenders_that_stopped_are_found_by_recency_and_money()
    {
        var money = shop.Customers.Values.Select(c => c.Money).Order().ToList();
        var big = money[(int)(money.Count * 0.70)];
        var found = shop.Customers.Where(c => c.Value.Recency > 75 && c.Value.Money >= big).Select(c => shop.Truth[c.Key][1]).ToList();
        var recall = found.Count(kind => kind == "at-risk") / (double)shop.Of("at-risk").Count;
        var precision = found.Count(kind => kind == "at-risk") / (double)found.Count;
        Assert.True(recall > 0.95, $"recall {recall:F2}");
        Assert.True(precision > 0.6, $"precision {precision:F2}");
    }

    [Fact]
    public void Kinds_behave_as_they_are_called()
    {
        Assert.InRange(Median(shop.Of("champion"), c => c.Recency), 1, 20);
        Assert.InRange(Median(shop.Of("champion"), c => c.Orders), 35, 90);
        Assert.InRange(Median(shop.Of("newcomer"), c => c.Recency), 1, 46);
        Assert.InRange(Median(shop.Of("lost"), c => c.Recency), 365, 730);
        Assert.All(shop.Of("once-only"), c => Assert.Equal(1, c.Orders));
        Assert.All(shop.Of("christmas-only").SelectMany(c => c.Sales), s => Assert.InRange(s.Date.Month, 11, 12));
        Assert.All(shop.Of("summer-only").SelectMany(c => c.Sales), s => Assert.InRange(s.Date.Month, 6, 8));
        Assert.True(Median(shop.Of("wholesaler"), c => c.Money / c.Orders) > 10 * Median(shop.Of("loyal"), c => c.Money / c.Orders));

        var lovers = shop.Customers.Where(c => shop.Truth[c.Key][1] == "category-lover").ToList();
        var home = lovers.Average(c => c.Value.Sales.Count(s => s.Category == shop.Truth[c.Key][5]) / (double)c.Value.Sales.Count);
        Assert.InRange(home, 0.8, 1);
    }

    [Fact]
    public void Nobody_buys_after_leaving()
    {
        var left = shop.Customers.Where(c => shop.Truth[c.Key][4].Length > 0).ToList();
        Assert.NotEmpty(left);
        Assert.All(left, c => Assert.True(
            string.CompareOrdinal($"{c.Value.Sales.Max(s => s.Date):yyyy-MM-dd}", shop.Truth[c.Key][4]) < 0));
    }

    [Fact]
    public void Sales_are_in_order_of_time_and_follow_the_year()
    {
        Assert.True(shop.Recount.Times.Zip(shop.Recount.Times.Skip(1)).All(pair => pair.First <= pair.Second));
        var second = shop.Recount.Kept.Where(s => s.Date.Year == 2025).CountBy(s => s.Date.Month).ToDictionary();
        Assert.True(second[12] > 1.3 * second[2]);
        var days = shop.Recount.Kept.CountBy(s => s.Date.DayOfWeek).ToDictionary();
        Assert.True(days[DayOfWeek.Saturday] > 2 * days[DayOfWeek.Sunday]);
        Assert.DoesNotContain(shop.Recount.Times, t => t.Hour is < 8 or > 21);
    }

    [Fact]
    public void A_return_mirrors_an_earlier_sale()
    {
        var sold = shop.Recount.Kept.ToLookup(s => (s.Customer.Trim(), s.Code, s.Price));
        Assert.InRange(shop.Recount.Cancelled.Count, 100, 5_000);
        Assert.All(shop.Recount.Cancelled, back => Assert.Contains(
            sold[(back.Customer, back.Code, back.Price)], sale => sale.Date < back.Date && sale.Quantity >= -back.Quantity));
    }

    [Fact]
    public void Companions_are_bought_together()
    {
        var baskets = shop.Recount.Kept.GroupBy(s => s.Invoice, StringComparer.Ordinal)
            .Select(g => g.Select(s => s.Code).ToHashSet(StringComparer.Ordinal)).ToList();
        Assert.Equal(40, shop.Summary.Companions.Count);
        var lifts = shop.Summary.Companions.Select(pair =>
        {
            var one = baskets.Count(b => b.Contains(pair.One));
            var other = baskets.Count(b => b.Contains(pair.Other));
            var both = baskets.Count(b => b.Contains(pair.One) && b.Contains(pair.Other));
            return both * (double)baskets.Count / Math.Max(1.0, (double)one * other);
        }).Order().ToList();
        Assert.True(lifts[lifts.Count / 2] > 5, $"median lift {lifts[lifts.Count / 2]:F1}");
    }

    [Fact]
    public void Dirt_is_as_rare_as_in_a_real_export()
    {
        double Share(string rule) => shop.Summary.Audit.Excluded.Single(e => e.Rule == rule).Lines / (double)shop.Summary.Audit.LinesRead;
        Assert.InRange(Share("unreadable-line"), 0.0001, 0.001);
        Assert.InRange(Share("duplicate-line"), 0.003, 0.008);
        Assert.InRange(Share("no-customer"), 0.05, 0.10);
        Assert.InRange(Share("cancellation"), 0.003, 0.02);
        Assert.All(shop.Summary.Planted.Where(p => p.Dirt != "bad-debt"), p => Assert.True(p.Lines > 0, p.Dirt));
    }

    [Fact]
    public void A_clean_shop_has_only_sales_and_returns()
    {
        var (_, _, summary) = SampleShopTests.Write(new SampleOptions { Customers = 200, Dirt = 0 });
        Assert.All(summary.Planted, p => Assert.Equal(0, p.Lines));
        Assert.All(summary.Audit.Excluded, e => Assert.True(e.Lines == 0 || e.Rule == "cancellation", e.Rule));
        Assert.Equal(summary.Customers, summary.CustomerIds);
    }

    [Fact]
    public void Prices_fall_in_discount_weeks_for_those_who_hunt_them()
    {
        var usual = shop.Recount.Kept.GroupBy(s => s.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(s => s.Price), StringComparer.Ordinal);
        double Reduced(string kind) => shop.Of(kind).SelectMany(c => c.Sales).Average(s => s.Price < 0.87m * usual[s.Code] ? 1.0 : 0.0);
        Assert.True(Reduced("discount-hunter") > 2 * Reduced("loyal"), $"{Reduced("discount-hunter"):F2} and {Reduced("loyal"):F2}");
    }

    private static double Median(List<Behaviour> customers, Func<Behaviour, decimal> of)
    {
        var values = customers.Select(of).Order().ToList();
        return (double)values[values.Count / 2];
    }
}
