using System.Globalization;
using Clientele.Explore;
using Clientele.Samples;
using Clientele.Sales.Plain;
using Clientele.Tests.Sales;
using Clientele.Tests.Sales.Files;

namespace Clientele.Tests.Explore;

/// <summary>Every count and sum equals a plain recount over the parsed lines.</summary>
public sealed class RecountTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("sample", Returns.Exclude)]
    [InlineData("sample", Returns.Net)]
    [InlineData("sample", Returns.Match)]
    [InlineData("retail", Returns.Exclude)]
    [InlineData("retail", Returns.Net)]
    public void Everything(string shop, Returns returns)
    {
        var path = shop == "retail" ? Scratch.Shared("online_retail.csv.gz") : Sample();
        var plan = EngineReading.Plan(path) with { Cleaning = new CleaningOptions { MaxRejects = 1, Returns = returns } };
        var report = Explored.Of(plan);
        var plain = Explored.Plainly(report);
        var orders = plain.Sales.GroupBy(l => l.Customer + "\n" + l.Order, StringComparer.Ordinal)
            .Select(g => new Order(g.First().Customer, new DateTime(g.Min(l => l.Ticks)), Sum(g), [.. g], false)).ToList();
        var known = orders.Select(o => o.Customer).ToHashSet(StringComparer.Ordinal);
        var last = orders.Max(o => o.Time).Date;
        var netted = returns != Returns.Net ? [] : plain.Back.Where(l => known.Contains(l.Customer)).GroupBy(l => l.Customer + "\n" + l.Order, StringComparer.Ordinal)
            .Select(g => new Order(g.First().Customer, Min(new DateTime(g.Min(l => l.Ticks)), last), Sum(g), [.. g], true)).ToList();
        Months(report["sales"]!, orders, netted);
        Hours(report["hours"]!, orders);
        Customers(report, orders, netted);
        Cohorts(report, orders, netted);
        Concentration(report["concentration"]!, orders, netted);
        Places(report["places"]!, plain, netted);
        ReturnRates(report["returns"]!, plain);
        Prices(report["prices"]!, plain);
        Change(report["change"]!, orders, netted);
        Assert.Equal(report.Sales.Audit.MoneyKept, report["sales"]!.MoneyFigure("money"));
    }

    private sealed record Order(string Customer, DateTime Time, decimal Money, PlainLine[] Lines, bool Back)
    {
        public string Month => Time.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }

    private static void Months(ExploreResult result, List<Order> orders, List<Order> netted)
    {
        foreach (var (grain, name) in new (string, Func<Order, string>)[] { ("month", o => o.Month), ("day", o => o.Time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("week", o => $"{ISOWeek.GetYear(o.Time):0000}-W{ISOWeek.GetWeekOfYear(o.Time):00}") })
        {
            var money = orders.Concat(netted).GroupBy(name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(o => o.Money), StringComparer.Ordinal);
            foreach (var group in orders.GroupBy(name, StringComparer.Ordinal))
            {
                var row = Explored.Row(result, ("grain", grain), ("period", group.Key));
                Assert.Equal((group.Count(), group.Select(o => o.Customer).Distinct(StringComparer.Ordinal).Count(), group.Sum(o => o.Lines.Length)), (row("orders"), row("customers"), row("lines")));
                Assert.Equal((double)money[group.Key], row("money"), 1e-6);
                Assert.Equal((double)group.Sum(o => o.Lines.Sum(l => l.Quantity)), row("units"), 1e-6);
            }

            Assert.Equal(orders.Count, Explored.Rows(result, ("grain", grain)).Sum(row => row("orders")));
        }
    }

    private static void Hours(ExploreResult result, List<Order> orders)
    {
        var counts = orders.GroupBy(o => (((int)o.Time.DayOfWeek + 6) % 7 + 1, o.Time.Hour)).ToDictionary(g => g.Key, g => g.Count());
        foreach (var row in Explored.Rows(result)) Assert.Equal(counts.GetValueOrDefault(((int)row("weekday"), (int)row("hour"))), row("orders"));
    }

    private static void Customers(ExploreReport report, List<Order> orders, List<Order> netted)
    {
        var result = report["customers"]!;
        var counts = orders.GroupBy(o => o.Customer, StringComparer.Ordinal).Select(g => g.Count()).ToList();
        Assert.Equal(counts.Count(c => c == 1), result.Figure("customers_once"));
        Assert.Equal(counts.Count, Explored.Rows(result, ("measure", "orders")).Sum(row => row("customers")));
        Assert.Equal(counts.Count(c => c is >= 6 and <= 10), Explored.Rows(result, ("measure", "orders")).Single(row => row("from") == 6)("customers"));
        var spent = orders.Concat(netted).GroupBy(o => o.Customer, StringComparer.Ordinal).Select(g => g.Sum(o => o.Money)).Order().ToList();
        Assert.Equal((double)spent[^1], result.Figure("spent_most"), 1e-6);
        Assert.Equal((double)(spent[(spent.Count - 1) / 2] + spent[spent.Count / 2]) / 2, result.Figure("spent_median"), 1e-6);
        var gaps = orders.GroupBy(o => o.Customer, StringComparer.Ordinal).SelectMany(g => { var t = g.Select(o => o.Time).Order().ToList(); return t.Skip(1).Select((x, i) => (x - t[i]).TotalDays); }).Order().ToList();
        Assert.Equal(gaps.Count, report["gaps"]!.Figure("gaps"));
        Assert.Equal((gaps[(gaps.Count - 1) / 2] + gaps[gaps.Count / 2]) / 2, report["gaps"]!.Figure("gap_median"), 1e-9);
        var values = orders.Select(o => o.Money).Order().ToList();
        Assert.Equal((double)(values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2, report["basket"]!.Figure("value_median"), 1e-9);
        Assert.Equal(orders.Average(o => o.Lines.Select(l => l.Product).Distinct(StringComparer.Ordinal).Count()), report["basket"]!.Figure("products_mean"), 1e-9);
    }

    private static void Cohorts(ExploreReport report, List<Order> orders, List<Order> netted)
    {
        var first = orders.GroupBy(o => o.Customer, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(o => o.Time), StringComparer.Ordinal);
        var cohorts = report["cohorts"]!;
        Assert.Equal(first.Count, Explored.Rows(cohorts).Where(row => row("age") == 0).Sum(row => row("customers")));
        Assert.Equal(report.Sales.Audit.MoneyKept.ToDouble(), Explored.Rows(cohorts).Sum(row => double.IsNaN(row("money")) ? 0 : row("money")), 1e-4);
        foreach (var cohort in first.GroupBy(f => f.Value.ToString("yyyy-MM", CultureInfo.InvariantCulture), StringComparer.Ordinal))
        {
            var ids = cohort.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
            var start = DateTime.Parse(cohort.Key + "-01", CultureInfo.InvariantCulture);
            foreach (var row in Explored.Rows(cohorts, ("cohort", cohort.Key)))
            {
                var month = start.AddMonths((int)row("age")).ToString("yyyy-MM", CultureInfo.InvariantCulture);
                var there = orders.Where(o => o.Month == month && ids.Contains(o.Customer)).ToList();
                if (string.CompareOrdinal(month, orders.Max(o => o.Month)) > 0)
                {
                    Assert.True(double.IsNaN(row("active")));
                    continue;
                }

                Assert.Equal((there.Select(o => o.Customer).Distinct(StringComparer.Ordinal).Count(), there.Count), (row("active"), row("orders")));
                if (netted.Count == 0) Assert.Equal((double)there.Sum(o => o.Money), row("money"), 1e-6);
            }
        }

        foreach (var month in orders.GroupBy(o => o.Month, StringComparer.Ordinal))
        {
            var row = Explored.Row(report["returning"]!, ("month", month.Key));
            var here = month.Select(o => o.Customer).Distinct(StringComparer.Ordinal).ToList();
            var fresh = here.Where(c => first[c].ToString("yyyy-MM", CultureInfo.InvariantCulture) == month.Key).ToHashSet(StringComparer.Ordinal);
            Assert.Equal((fresh.Count, here.Count - fresh.Count), (row("new_customers"), row("returning_customers")));
            Assert.Equal((double)orders.Concat(netted).Where(o => o.Month == month.Key && fresh.Contains(o.Customer)).Sum(o => o.Money), row("new_money"), 1e-6);
        }
    }

    private static void Concentration(ExploreResult result, List<Order> orders, List<Order> netted)
    {
        var spent = orders.Concat(netted).GroupBy(o => o.Customer, StringComparer.Ordinal).Select(g => Math.Max(0, g.Sum(o => o.Money))).OrderDescending().ToList();
        var total = spent.Sum();
        foreach (var percent in new[] { 50, 80, 90, 95 })
        {
            var (need, sum) = (0, 0m);
            while (sum < total * percent / 100) sum += spent[need++];
            Assert.Equal(need, result.Figure($"customers_for_{percent}"));
        }

        var rising = spent.Order().Select(x => (double)x).ToList();
        var gini = 0.0;
        for (var i = 0; i < rising.Count; i++) gini += (2 * (i + 1) - rising.Count - 1) * rising[i];
        Assert.Equal(gini / (rising.Count * rising.Sum()), result.Figure("customers_gini"), 1e-9);
        var curve = Explored.Rows(result, ("what", "customers"), ("kind", "lorenz")).Select(row => row("money_share")).ToList();
        Assert.Equal((0.0, 1.0, 101), (curve[0], curve[^1], curve.Count));
        Assert.Equal(curve.Order(), curve);
    }

    private static void Places(ExploreResult result, PlainReading plain, List<Order> netted)
    {
        foreach (var (kind, name) in new (string, Func<PlainLine, string>)[] { ("country", l => l.Country), ("store", l => l.Store), ("category", l => l.Category) })
        {
            if (result.TextFigure($"top_{kind}").Length == 0 || (kind != "country" && plain.Undone.Count > 0)) continue;
            if (plain.Undone.Count > 0) continue; // which of equal sales leaves may differ
            foreach (var group in plain.Sales.GroupBy(name, StringComparer.Ordinal))
            {
                var row = Explored.Row(result, ("kind", kind), ("name", group.Key));
                Assert.Equal((group.Count(), group.Select(l => l.Customer).Distinct(StringComparer.Ordinal).Count(), group.Select(l => l.Customer + "\n" + l.Order).Distinct(StringComparer.Ordinal).Count()), (row("lines"), row("customers"), row("orders")));
                Assert.Equal((double)(Sum(group) + netted.Sum(o => Sum(o.Lines.Where(l => name(l) == group.Key)))), row("money"), 1e-6);
            }
        }
    }

    private static void ReturnRates(ExploreResult result, PlainReading plain)
    {
        var row = Explored.Row(result, ("kind", "total"));
        var sold = plain.Sales.Concat(plain.Undone).ToList();
        Assert.Equal((sold.Count, plain.Back.Count), (row("sold_lines"), row("returned_lines")));
        Assert.Equal((double)Sum(sold), row("sold_money"), 1e-6);
        Assert.Equal((double)-Sum(plain.Back), row("returned_money"), 1e-6);
        Assert.Equal(plain.Back.Count, Explored.Rows(result, ("kind", "month")).Sum(r => r("returned_lines")));
        var worst = plain.Back.Where(l => l.Product.Length > 0).GroupBy(l => l.Product, StringComparer.Ordinal).MinBy(g => Sum(g))!;
        Assert.Equal((double)-Sum(worst), Explored.Rows(result, ("kind", "product")).First()("returned_money"), 1e-6);
    }

    private static void Prices(ExploreResult result, PlainReading plain)
    {
        foreach (var row in Explored.Rows(result))
        {
            var there = plain.Sales.Count(l => (double)Math.Round(Value(l) / l.Quantity, 9) is var price && !(price < row("from")) && !(price >= row("to")));
            Assert.Equal(there, row("lines"));
        }

        Assert.Equal(plain.Sales.Count, Explored.Rows(result).Sum(row => row("lines")));
    }

    private static void Change(ExploreResult result, List<Order> orders, List<Order> netted)
    {
        decimal Between(string period) => orders.Concat(netted).Where(o => string.CompareOrdinal(o.Month, period[..7]) >= 0 && string.CompareOrdinal(o.Month, period[^7..]) <= 0).Sum(o => o.Money);
        var change = Between(result.TextFigure("after")) - Between(result.TextFigure("before"));
        Assert.Equal(change, decimal.Parse(result.MoneyFigure("money_change").ToText(), CultureInfo.InvariantCulture));
        foreach (var kind in new[] { "factor", "who" })
        {
            var sum = Money.Zero;
            for (var row = 0; row < result.Rows; row++)
            {
                if (result.Column("kind")!.Text(row) == kind) sum += result.Column("part")!.Amount(row);
            }

            Assert.Equal(result.MoneyFigure("money_change"), sum);
        }
    }

    private static DateTime Min(DateTime time, DateTime lastDay) => time.Date > lastDay ? lastDay : time;

    private static decimal Value(PlainLine line) => decimal.Parse(line.Money.ToText(), CultureInfo.InvariantCulture);

    private static decimal Sum(IEnumerable<PlainLine> lines) => decimal.Parse(lines.Aggregate(Money.Zero, (sum, l) => sum + l.Money).ToText(), CultureInfo.InvariantCulture);

    private string Sample()
    {
        var path = _scratch.Path("shop.csv");
        using var file = File.Create(path);
        SampleShop.Write(new SampleOptions { Lines = 25_000, Seed = 3, Dirt = 2 }, file, truth: null);
        return path;
    }

    public void Dispose() => _scratch.Dispose();
}
