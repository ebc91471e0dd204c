using System.Text.Json;
using Clientele.Actions;
using Clientele.Explore;
using Clientele.Reports;
using Clientele.Samples;
using Clientele.Tests.Sales;
using Clientele.Tests.Sales.Files;
using Clientele.Whole;

namespace Clientele.Tests.Whole;

/// <summary>The whole picture: what one pass finds is what each look finds, and the page holds it.</summary>
public sealed class WholeTests(WholeShop shop) : IClassFixture<WholeShop>
{
    [Fact]
    public void Threads_change_no_byte_of_the_page_and_none_of_the_files()
    {
        var other = Files(WholeJob.Run(shop.Plan, new RunContext { Threads = 3 }));
        var one = Files(shop.Report);
        Assert.Equal(one.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        Assert.All(one, file => Assert.True(file.Key == Exports.Run || file.Value.AsSpan().SequenceEqual(other[file.Key]), file.Key));
        Assert.True(ReportDocument.Of(WholeFiles.PageRun(shop.Report, "1")).AsSpan().SequenceEqual(ReportDocument.Of(WholeFiles.PageRun(WholeJob.Run(shop.Plan, new RunContext { Threads = 1 }), "1"))));
    }

    [Fact]
    public void Every_file_may_be_replaced_and_has_a_name_of_its_own()
    {
        var names = new List<string>();
        WholeFiles.WriteAll(shop.Report, "1", true, null, new RunContext(), name => { names.Add(name); return new MemoryStream(); });
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.True(Exports.Writes(name), name));
        Assert.All((string[])["segments.csv", "products.csv", "actions.csv", "explore-cohorts.csv", "baskets-rules.csv", "run.json", "audit.json"], name => Assert.Contains(name, names));
        Assert.False(WholeFiles.Writes("explore-passwords.csv"));
        Assert.False(WholeFiles.Writes("letters.csv"));
    }

    [Fact]
    public void Slices_add_up_to_the_analyses()
    {
        var slices = Document().GetProperty("slices");
        var explored = shop.Report.Explored;
        var months = Rows(explored["sales"]!).Where(r => r["grain"] == "month").ToArray();
        Assert.Equal(months.Select(r => r["period"]), slices.GetProperty("months").EnumerateArray().Select(m => m.GetString()!));
        Assert.Equal(Column(explored["sales"]!, "orders", "grain", "month"), Sum(slices.GetProperty("orders")));
        Close(Column(explored["sales"]!, "money", "grain", "month"), Sum(slices.GetProperty("sales")));
        Assert.Equal(Column(explored["returning"]!, "new_customers"), Sum(slices.GetProperty("newCustomers")));
        Assert.Equal(Column(explored["returning"]!, "returning_customers"), Sum(slices.GetProperty("returningCustomers")));
        Close(Column(explored["returning"]!, "new_money"), Sum(slices.GetProperty("newSales")));
        Close(Column(explored["returning"]!, "returning_money"), Sum(slices.GetProperty("returningSales")));
        Assert.Equal(Column(explored["hours"]!, "orders"), Sum(slices.GetProperty("weekdayHours")));
        foreach (var place in slices.GetProperty("places").EnumerateArray())
        {
            Assert.Equal(shop.Report.Explored.Sales.Sold.Total().ToDouble(), Sum(place.GetProperty("amounts")).Sum(), 1.0);
            if (place.TryGetProperty("monthly", out var monthly)) Assert.Equal(Sum(place.GetProperty("amounts")).Sum(), Sum(monthly).Sum(), 1.0);
        }

        Assert.Equal(["country", "store", "category"], slices.GetProperty("places").EnumerateArray().Select(p => p.GetProperty("kind").GetString()!));
    }

    [Fact]
    public void The_customers_of_an_action_are_its_bits()
    {
        var actions = Document().GetProperty("actions").GetProperty("list").EnumerateArray().ToArray();
        Assert.Equal(shop.Report.Actions!.Actions.Count, actions.Length);
        Assert.Contains(actions, a => a.TryGetProperty("members", out _));
        for (var i = 0; i < actions.Length; i++)
        {
            var audience = shop.Report.Actions.Actions[i].Audience;
            Assert.Equal(audience.Count, actions[i].GetProperty("customers").GetInt32());
            if (!actions[i].TryGetProperty("members", out var members)) continue;
            var bits = members.GetBytesFromBase64();
            Assert.Equal(audience, Enumerable.Range(0, shop.Report.Segments.Customers.Count).Where(c => (bits[c >> 3] >> (c & 7) & 1) == 1));
        }
    }

    [Theory]
    [InlineData("customer,date,amount\na,2024-01-02,5.00\nb,2024-02-20,7.50\na,2024-03-01,1.00\n", false, true)]
    [InlineData("customer,date,product,invoice,quantity\na,2024-01-02,P,1,1\nb,2024-02-20,Q,2,2\na,2024-03-01,P,3,1\n", true, false)]
    public void What_a_file_does_not_tell_is_said_and_the_rest_is_there(string text, bool products, bool money)
    {
        using var scratch = new Scratch();
        var report = WholeJob.Run(new WholePlan(new ActionsPlan { Sales = EngineReading.Plan(scratch.Write("s.csv", text)) }), new RunContext());
        Assert.Equal(products, report.Products is not null);
        Assert.Equal(money, report.Actions is not null);
        Assert.NotEmpty(report.Notes);
        var document = JsonDocument.Parse(ReportDocument.Of(WholeFiles.PageRun(report, "1"))).RootElement;
        Assert.Equal(products, document.TryGetProperty("products", out _));
        Assert.Equal(money, document.TryGetProperty("actions", out _));
        Assert.True(document.TryGetProperty("explore", out _));
    }

    private JsonElement Document() => JsonDocument.Parse(ReportDocument.Of(WholeFiles.PageRun(shop.Report, "1"))).RootElement;

    private static Dictionary<string, byte[]> Files(WholeReport report)
    {
        var streams = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        WholeFiles.WriteAll(report, "1", true, null, new RunContext(), name => streams[name] = new MemoryStream());
        return streams.ToDictionary(s => s.Key, s => s.Value.ToArray(), StringComparer.Ordinal);
    }

    private static IEnumerable<Dictionary<string, string>> Rows(ExploreResult result) =>
        Enumerable.Range(0, result.Rows).Select(row => result.Columns.Where(c => c.Kind == ExploreKind.Text).ToDictionary(c => c.Name, c => c.Text(row), StringComparer.Ordinal));

    private static double[] Column(ExploreResult result, string column, string? where = null, string? value = null) =>
        [.. Enumerable.Range(0, result.Rows).Where(row => where is null || result.Column(where)!.Text(row) == value).Select(row => result.Column(column)!.Number(row))];

    private static double[] Sum(JsonElement table)
    {
        var rows = table.EnumerateArray().Select(row => row.EnumerateArray().Select(v => v.GetDouble()).ToArray()).ToArray();
        return [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Sum(row => row[i]))];
    }

    // Every cell is rounded to the cent.
    private static void Close(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 0.2);
    }
}

/// <summary>The whole picture of the sample shop, looked at once.</summary>
public sealed class WholeShop : IDisposable
{
    private readonly Scratch _scratch = new();

    public WholeShop()
    {
        var path = _scratch.Path("shop.csv");
        using (var file = File.Create(path)) SampleShop.Write(new SampleOptions { Customers = 300, Seed = 3 }, file, null);
        Plan = new WholePlan(new ActionsPlan { Sales = EngineReading.Plan(path) });
        Report = WholeJob.Run(Plan, new RunContext());
    }

    public WholePlan Plan { get; }

    public WholeReport Report { get; }

    public void Dispose() => _scratch.Dispose();
}
