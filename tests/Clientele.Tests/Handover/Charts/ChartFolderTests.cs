using System.Text;
using System.Text.Json;
using Clientele.Handover;
using Clientele.Handover.Charts;
using Clientele.Tests.Reports;
using Clientele.Tests.Whole;

namespace Clientele.Tests.Handover.Charts;

/// <summary>The data of charts: one form, figures of the report, the same bytes whatever the threads.</summary>
public sealed class ChartFolderTests(WholeShop shop) : IClassFixture<WholeShop>
{
    [Fact]
    public void The_whole_picture_has_every_chart_of_sales()
    {
        var charts = Of(HandoverRun.Of(shop.Report, "1", new RunContext { Threads = 2 }, showValues: true));
        var expected = ChartFolder.Names.Except(["effects", "mixes", "answers", "rows-kept"]).Concat(shop.Report.Explored.Results.Where(r => r.Rows > 0).Select(r => "explore-" + r.Name));
        Assert.Equal(expected.Order(StringComparer.Ordinal), charts.Keys.Order(StringComparer.Ordinal));
        var segments = shop.Report.Segments.Segments.Main.Segments;
        Assert.Equal(segments.Select(s => s.Name), Column(charts["segments"], "segment").Select(c => c.GetString()!));
        Assert.Equal(segments.Select(s => s.Money.ToText()), Column(charts["segments"], "money").Select(c => c.GetRawText()));
        var orders = Column(charts["months"], "orders").Sum(c => c.GetInt64());
        Assert.Equal(shop.Report.Segments.Totals.Orders, orders);
        Assert.Equal(orders, Column(charts["weekday-hours"], "orders").Sum(c => c.GetInt64()));
        Assert.Equal(shop.Report.Segments.Audit.MoneyKept.ToText(), Column(charts["money-kept"], "money")[^1].GetRawText());
    }

    [Fact]
    public void Every_customer_is_counted_once_per_measure()
    {
        var charts = Of(HandoverRun.Of(MadeUp.Run, null));
        var rows = Rows(charts["distributions"]);
        foreach (var measure in rows.GroupBy(r => r["measure"].GetString())) Assert.Equal(MadeUp.Customers.Count, measure.Sum(r => r["customers"].GetInt32()));
        Assert.Equal(MadeUp.Customers.Count, Column(charts["scores"], "customers").Sum(c => c.GetInt32()));
        Assert.Equal(MadeUp.Customers.Count, Column(charts["crossing"], "customers").Sum(c => c.GetInt32()));
        foreach (var row in Rows(charts["spread"]).Where(r => r["measure"].GetString() == "monetary"))
        {
            var own = Enumerable.Range(0, MadeUp.Customers.Count).Where(c => MadeUp.Report.Segments.Main.Segments[MadeUp.Report.Segments.Main.Labels[c]].Name == row["segment"].GetString())
                .Select(c => MadeUp.Customers["monetary"].Numbers[c]).Order().ToArray();
            Assert.Equal(own.Length % 2 == 1 ? own[own.Length / 2] : (own[(own.Length / 2) - 1] + own[own.Length / 2]) / 2, row["median"].GetDouble(), 1e-6);
        }

        var shares = Column(charts["concentration"], "money_share").Select(c => c.GetDouble()).ToArray();
        Assert.Equal((0, 1), (shares[0], shares[^1]));
        Assert.Equal(shares.Order(), shares);
        Assert.DoesNotContain("ids", Encoding.UTF8.GetString(Files(HandoverRun.Of(MadeUp.Run, null))["charts/distributions.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Customer_tables_have_charts_of_their_own()
    {
        var charts = Of(HandoverRun.Of(People.Segments.Tables.Run(People.Segments.Tables.Shop(240)), "1", new RunContext(), showValues: true));
        Assert.All((string[])["segments", "effects", "answers", "rows-kept", "elbow", "distributions"], name => Assert.Contains(name, charts.Keys));
        Assert.Equal(240, Column(charts["segments"], "customers").Sum(c => c.GetInt32()));
        Assert.DoesNotContain("months", charts.Keys);
    }

    [Fact]
    public void Threads_change_no_byte()
    {
        var one = Files(HandoverRun.Of(MadeUp.Run with { Threads = 1 }, null));
        var many = Files(HandoverRun.Of(MadeUp.Run with { Threads = 5 }, null));
        Assert.Equal(one.Keys, many.Keys);
        Assert.All(one, file => Assert.True(file.Value.AsSpan().SequenceEqual(many[file.Key]), file.Key));
    }

    private static Dictionary<string, byte[]> Files(HandoverRun run)
    {
        var files = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        Handovers.WriteAll(["charts"], run, name => files[name] = new MemoryStream());
        return files.ToDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Charts by name, after a look at the form of each and at the index.</summary>
    private static Dictionary<string, JsonElement> Of(HandoverRun run)
    {
        var files = Files(run);
        Assert.All(files.Keys, name => Assert.True(Handovers.Writes(name), name));
        var index = JsonDocument.Parse(files["charts/index.json"]).RootElement.GetProperty("charts").EnumerateArray().ToArray();
        Assert.Equal(files.Keys.Where(n => n != "charts/index.json"), index.Select(c => "charts/" + c.GetProperty("file").GetString()));
        var charts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var entry in index)
        {
            var chart = JsonDocument.Parse(files["charts/" + entry.GetProperty("file").GetString()]).RootElement;
            var columns = chart.GetProperty("columns").GetArrayLength();
            Assert.Equal(columns, chart.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString()).Distinct().Count());
            Assert.Equal(entry.GetProperty("rows").GetInt32(), chart.GetProperty("rows").GetArrayLength());
            Assert.True(chart.GetProperty("rows").GetArrayLength() > 0);
            Assert.All(chart.GetProperty("rows").EnumerateArray(), row => Assert.Equal(columns, row.GetArrayLength()));
            Assert.Equal(entry.GetProperty("kind").GetString(), chart.GetProperty("kind").GetString());
            charts[chart.GetProperty("name").GetString()!] = chart;
        }

        return charts;
    }

    private static List<Dictionary<string, JsonElement>> Rows(JsonElement chart)
    {
        var names = chart.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString()!).ToArray();
        return [.. chart.GetProperty("rows").EnumerateArray().Select(row => names.Zip(row.EnumerateArray()).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal))];
    }

    private static JsonElement[] Column(JsonElement chart, string name) => [.. Rows(chart).Select(row => row[name])];
}
