using System.Globalization;
using Clientele.Handover.Star;
using Clientele.Reports;
using Clientele.Samples;
using Clientele.Tests.Sales;
using Clientele.Tests.Sales.Files;
using Clientele.Whole;

namespace Clientele.Tests.Handover.Star;

/// <summary>The tables of the star add up to the run, join, and are the same bytes however they were made.</summary>
public sealed class StarTablesTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData(Returns.Exclude, "")]
    [InlineData(Returns.Exclude, "+non-product +outlier")]
    [InlineData(Returns.Net, "")]
    [InlineData(Returns.Net, "-duplicate-line")]
    [InlineData(Returns.Match, "")]
    public void Facts_add_up_to_the_run_and_join(Returns returns, string rules)
    {
        var names = rules.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var shop = new DirtyShop(31, 2_000);
        var plan = EngineReading.Plan(_scratch.Write("shop.csv", shop.Write(shop.Rows))) with
        {
            Cleaning = new CleaningOptions { MaxRejects = 1, Returns = returns, Extra = [.. names.Where(n => n[0] == '+').Select(n => n[1..])], Without = [.. names.Where(n => n[0] == '-').Select(n => n[1..])] },
        };
        var rows = Check(KeptSegments.Run(plan, new RunContext { Threads = 2 }));
        Assert.Equal(returns == Returns.Net, rows.Exists(row => row["return"] == "1"));
    }

    [Fact]
    public void The_sample_shop_has_stores_categories_and_times()
    {
        var path = _scratch.Path("shop.csv");
        using (var file = File.Create(path)) SampleShop.Write(new SampleOptions { Lines = 5_000, Seed = 5 }, file, truth: null);
        var kept = KeptSegments.Run(EngineReading.Plan(path), new RunContext { Threads = 2 });
        var rows = Check(kept);
        Assert.Equal(["date", "time", "hour", "customer", "product", "country", "store", "category", "order", "quantity", "amount", "return"], rows[0].Keys);
        Assert.All(rows, row => Assert.Equal(int.Parse(row["time"][..2], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), row["hour"]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Threads_and_row_order_change_no_byte(int threads)
    {
        var shop = new DirtyShop(32, 2_000);
        var rows = shop.Rows.Where(row => row.Length != 1).Distinct().ToArray();
        var cleaning = new CleaningOptions { MaxRejects = 1, Returns = Returns.Net };
        var expected = StarFiles.OfText(shop.Write(rows), new Plan { Cleaning = cleaning });
        new Random(threads).Shuffle(rows);
        var other = StarFiles.OfText(shop.Write(rows), new Plan { Cleaning = cleaning }, threads);
        Assert.Equal(expected.All.Keys, other.All.Keys);
        Assert.All(expected.All, file => Assert.True(file.Value.AsSpan().SequenceEqual(other.All[file.Key]), file.Key));
    }

    [Fact]
    public void Keeping_lines_changes_nothing_else()
    {
        var shop = new DirtyShop(33, 3_000);
        var plan = EngineReading.Plan(_scratch.Write("shop.csv", shop.Write(shop.Rows)));
        var plain = Pipeline.Run(plan, new RunContext { Threads = 2 });
        var kept = KeptSegments.Run(plan, new RunContext { Threads = 2 }).Report;
        foreach (var choice in Exports.Catalog)
        {
            if (choice.Name is "run" or "report") continue;
            var export = choice.Create(Settings.Defaults);
            Assert.True(Bytes(export, plain).AsSpan().SequenceEqual(Bytes(export, kept)), choice.Name);
        }

        Assert.Equal(TotalsJson.Of(plain), TotalsJson.Of(kept));
    }

    [Fact]
    public void Hostile_and_look_alike_ids_stay_apart_and_join()
    {
        string[] ids = ["=1+1", "'=1+1", "abc", "ABC", "Abc~2", "a\"b,c", "@x", "-5", "ｘ", "x", "カ", "か", "line\u200Bbreak", "linebreak", "<script>"];
        string[] products = ["85123a", "85123A", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0", "\"; DROP"];
        var text = "invoice;product;description;quantity;date;price;customer\n" + string.Concat(ids.Select((id, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{i + 1};{Quoted(products[i % products.Length])};\"Thing <b>\";1;2024-01-{i + 1:00} 10:00;{i + 1}.25;{Quoted(id)}\n")));
        var star = StarFiles.OfText(text);
        foreach (var (table, own, given) in new[] { ("customers", "customer_id", ids), ("products", "code", products) })
        {
            var keys = star.Column(table, star.Header(table)[0]);
            Assert.Equal(given.Length, keys.Length);
            Assert.Equal(keys.Length, keys.Select(key => StarKeys.Folded(key.TrimStart('\''))).Count());
            Assert.Equal(keys.Length, keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.Equal(given.Select(Guarded).Order(StringComparer.Ordinal), star.Column(table, own).Order(StringComparer.Ordinal));
            Assert.All(keys, key => Assert.DoesNotContain(key[0], "=@\t\r"));
            var column = star.Header(table)[0];
            Assert.Equal(keys.Order(StringComparer.Ordinal), star.Column("sales", column).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }

        // Each id keeps its own money through the join.
        var keyOf = star.Rows("customers").ToLookup(row => row["customer_id"], row => row["customer"], StringComparer.Ordinal);
        foreach (var group in ids.Select((id, i) => (Cell: Guarded(id), Money: i + 1.25m)).GroupBy(x => x.Cell, StringComparer.Ordinal).Where(g => g.Count() == 1))
        {
            var own = star.Rows("sales").Where(row => row["customer"] == keyOf[group.Key].Single()).Sum(row => decimal.Parse(row["amount"], CultureInfo.InvariantCulture));
            Assert.Equal(group.Single().Money, own);
        }

        static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        static string Guarded(string text) => text[0] is '=' or '@' ? "'" + text : text;
    }

    [Fact]
    public void Without_times_products_and_money_there_are_no_such_columns()
    {
        var star = StarFiles.OfText("customer,date,invoice\na,2024-02-27,1\nb,2024-03-02,2\n");
        Assert.Equal(["date", "customer", "order", "quantity", "return"], star.Header("sales"));
        Assert.DoesNotContain("products.csv", star.All.Keys);
        Assert.Equal(["2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"], star.Column("dates", "date"));
        Assert.Equal(["2024-W09", "2024-W09", "2024-W09", "2024-W09", "2024-W09"], star.Column("dates", "year_week"));
    }

    [Fact]
    public void Parts_of_pieces_are_written_with_the_decimals_they_need()
    {
        var star = StarFiles.OfText("invoice,product,quantity,date,price,customer\n1,A,0.125,2024-01-02,8,a\n2,A,3,2024-01-03,1.00005,a\n");
        Assert.Equal(["0.125", "3"], star.Column("sales", "quantity"));
        Assert.Equal(["1.00", "3.00015"], star.Column("sales", "amount"));
        Assert.Contains("\tcolumn amount\n\t\tdataType: double\n", star.Text("clientele.SemanticModel/definition/tables/sales.tmdl"), StringComparison.Ordinal); // five decimals: a fixed decimal would cut one
    }

    public void Dispose() => _scratch.Dispose();

    private static byte[] Bytes(IExport export, Report report)
    {
        using var stream = new MemoryStream();
        export.Write(new FinishedRun(report, "1"), stream);
        return stream.ToArray();
    }

    private static List<Dictionary<string, string>> Check(KeptSegments kept)
    {
        var star = StarFiles.Of(kept);
        var report = kept.Report;
        var rows = star.Rows("sales");
        Assert.Equal(report.Audit.LinesKept, rows.Count);
        Assert.Equal(decimal.Parse(report.Audit.MoneyKept.ToText(), CultureInfo.InvariantCulture), rows.Sum(row => decimal.Parse(row["amount"], CultureInfo.InvariantCulture)));
        Assert.Equal(report.Totals.Orders, rows.Where(row => row["return"] == "0").Select(row => row["order"]).Distinct().Count());
        Joins(star, rows, "customer", "customers", report.Totals.Customers);
        Joins(star, rows, "date", "dates", null);
        if (rows[0].ContainsKey("product")) Joins(star, [.. rows.Where(row => row["product"].Length > 0)], "product", "products", null);
        Joins(star, star.Rows("customers"), "segment", "segments", null);

        // Each customer's lines add up to what the customer table says.
        var money = star.Rows("customers").ToDictionary(row => row["customer"], row => decimal.Parse(row["monetary"], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        foreach (var own in rows.GroupBy(row => row["customer"], StringComparer.Ordinal)) Assert.Equal(money[own.Key], own.Sum(row => decimal.Parse(row["amount"], CultureInfo.InvariantCulture)));

        var days = star.Column("dates", "date").Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(Enumerable.Range(0, days.Length).Select(days[0].AddDays), days);
        Assert.Equal((rows.Min(row => row["date"]), rows.Max(row => row["date"])), (star.Column("dates", "date")[0], star.Column("dates", "date")[^1]));
        return rows;
    }

    private static void Joins(StarFiles star, List<Dictionary<string, string>> rows, string column, string table, long? count)
    {
        var keys = star.Column(table, column);
        Assert.Equal(keys.Length, keys.Select(k => k.TrimEnd()).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        if (count is { } all) Assert.Equal(all, keys.Length);
        var known = keys.ToHashSet(StringComparer.Ordinal);
        Assert.All(rows, row => Assert.Contains(row[column], known));
    }
}
