using System.Text.Json;

namespace Clientele.EndToEnd;

/// <summary>What is handed over of real sales and of the sample shop: it adds up to the run, joins, and is written again by its run.json.</summary>
public sealed class StarTests : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public async Task Real_sales_add_up_to_the_last_digit()
    {
        (await Command.Run("segment", Repository.Data("online_retail.csv.gz"), "--out", _place["run"], "--export", "star,charts", "--quiet")).Done();
        var run = new RunFolder(_place["run"]);
        Check(run, _place["run"]);
        Assert.Equal(392_692, run.LinesKept);
        Assert.Equal(8_887_208.894m, run.MoneyKept);
        Assert.Equal(["star", "charts"], run.Run.GetProperty("exports").EnumerateArray().Select(e => e.GetString()!));

        (await Command.Run("segment", Repository.Data("online_retail.csv.gz"), "--out", _place["plain"], "--quiet")).Done();
        run.AssertSameAs(new RunFolder(_place["plain"]));
    }

    [Fact]
    public async Task The_sample_shop_is_handed_over_and_written_again_by_its_plan()
    {
        (await Command.Run("sample", "--customers", "400", "--seed", "3", "--out", _place["shop.csv"])).Done();
        (await Command.Run("report", _place["shop.csv"], "--out", _place["run"], "--export", "star", "--returns", "net", "--quiet")).Done();
        Check(new RunFolder(_place["run"]), _place["run"]);
        Assert.Contains("1", new Table(Path.Combine(_place["run"], "star", "sales.csv"))["return"]);
        (await Command.Run("run", _place["run"], "--out", _place["again"], "--quiet", "--threads", "3")).Done();
        foreach (var file in Directory.GetFiles(Path.Combine(_place["run"], "star"), "*", SearchOption.AllDirectories))
        {
            var other = Path.Combine(_place["again"], Path.GetRelativePath(_place["run"], file));
            Assert.True(File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(other)), file);
        }

        // An earlier run with its folders is replaced, and the folders go with it.
        (await Command.Run("segment", _place["shop.csv"], "--out", _place["again"], "--force", "--quiet")).Done();
        Assert.False(Directory.Exists(Path.Combine(_place["again"], "star")));
    }

    [Fact]
    public async Task A_customer_table_has_no_facts()
    {
        (await Command.Run("segment", Repository.Data("marketing_data.csv.gz"), "--dictionary", Repository.Data("marketing_data_dictionary.csv.gz"), "--out", _place["run"], "--export", "star", "--quiet")).Done();
        var names = Directory.GetFiles(Path.Combine(_place["run"], "star"), "*.csv").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(["customers.csv", "segments.csv"], names);
        var customers = new Table(Path.Combine(_place["run"], "star", "customers.csv"));
        Assert.Equal(2_240, customers.Rows.Count);
        var tables = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_place["run"], "star", "model.json"))).RootElement.GetProperty("tables").EnumerateArray();
        Assert.Contains("yearly household income", tables.SelectMany(t => t.GetProperty("columns").EnumerateArray()).Single(c => c.GetProperty("name").GetString() == "Income").GetProperty("meaning").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_needs_a_folder_and_a_name_that_there_is()
    {
        _place.Write("shop.csv", "customer,date,amount\na,2024-01-02,1\n");
        Assert.Contains("--out", (await Command.Run("segment", _place["shop.csv"], "--export", "star")).Refused(2).Errors, StringComparison.Ordinal);
        var unknown = await Command.Run("segment", _place["shop.csv"], "--export", "sun", "--out", _place["run"]);
        Assert.Contains("star, charts", unknown.Refused(2).Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place["run"]));
    }

    public void Dispose() => _place.Dispose();

    private static void Check(RunFolder run, string folder)
    {
        var sales = new Table(Path.Combine(folder, "star", "sales.csv"));
        Assert.Equal(run.LinesKept, sales.Rows.Count);
        Assert.Equal(run.MoneyKept, sales["amount"].Sum(a => decimal.Parse(a, CultureInfo.InvariantCulture)));
        Assert.Equal(run.Run.GetProperty("orders").GetInt64(), sales["order"].Zip(sales["return"]).Where(x => x.Second == "0").Select(x => x.First).Distinct().Count());
        foreach (var (column, table) in new[] { ("customer", "customers"), ("product", "products"), ("date", "dates") })
        {
            var keys = new Table(Path.Combine(folder, "star", table + ".csv"))[column];
            Assert.Equal(keys.Count, keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.Empty(sales[column].Where(cell => cell.Length > 0).Distinct().Except(keys, StringComparer.Ordinal));
        }
    }
}
