using Clientele.Samples;
using Clientele.Sales;
using Clientele.Sales.Kept;
using Clientele.Sales.Plain;
using Clientele.Tests.Sales.Files;

namespace Clientele.Tests.Sales.Kept;

/// <summary>The kept lines are those of the plain reading, in one order whatever the threads, the rows and the files.</summary>
public sealed class KeptSalesTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData(Returns.Exclude, "")]
    [InlineData(Returns.Exclude, "+non-product +test-order +outlier")]
    [InlineData(Returns.Exclude, "-duplicate-line -no-customer")]
    [InlineData(Returns.Exclude, "-price-not-positive -cancellation -quantity-not-positive")]
    [InlineData(Returns.Net, "")]
    [InlineData(Returns.Net, "+non-product -duplicate-line")]
    [InlineData(Returns.Match, "")]
    public void Lines_equal_the_plain_reading(Returns returns, string rules)
    {
        var names = rules.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var shop = new DirtyShop(21, 6_000);
        var plan = EngineReading.Plan(_scratch.Write("shop.csv", shop.Write(shop.Rows))) with
        {
            Cleaning = new CleaningOptions
            {
                MaxRejects = 1, Returns = returns,
                Extra = [.. names.Where(n => n[0] == '+').Select(n => n[1..])], Without = [.. names.Where(n => n[0] == '-').Select(n => n[1..])],
            },
        };
        var sales = Check(plan, facets: returns != Returns.Match);
        Assert.Equal(!rules.Contains("-cancellation", StringComparison.Ordinal), sales.Returned.Count > 0);
        Assert.Equal(returns == Returns.Match, sales.Undone.Count > 0);
    }

    [Theory]
    [InlineData("online_retail.csv.gz")]
    [InlineData("CDNOW_master.txt.gz")]
    [InlineData("Retail_Transaction_Dataset.csv.gz")]
    public void Real_sales_equal_the_plain_reading(string file) => Check(EngineReading.Plan(Scratch.Shared(file)));

    [Fact]
    public void The_sample_shop_equals_the_plain_reading()
    {
        var path = _scratch.Path("shop.csv");
        using (var file = File.Create(path)) SampleShop.Write(new SampleOptions { Lines = 40_000, Seed = 4 }, file, truth: null);
        var sales = Check(EngineReading.Plan(path));
        Assert.True(sales.Stores.Length > 1 && sales.Categories.Length > 1 && sales.Countries.Length > 1);
        Assert.Equal(new KnownColumns(true, true, true, true, true, true, true, true, true), sales.Known);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Threads_and_rounds_change_nothing(int threads)
    {
        var shop = new DirtyShop(22, 25_000);
        var plan = EngineReading.Plan(_scratch.Write("shop.csv", shop.Write(shop.Rows, quoting: 0.3)));
        var expected = KeptPrint.All(KeptSales.Read(plan, new RunContext { Threads = 3 }));
        Assert.Equal(expected, KeptPrint.All(KeptSales.Read(plan, new RunContext { Threads = threads })));
        Assert.Equal(expected, KeptPrint.All(KeptSales.Read(plan, new RunContext { Threads = threads, MemoryLimit = 300_000 })));
    }

    [Fact]
    public void Shuffled_rows_and_several_files_change_nothing()
    {
        var shop = new DirtyShop(23, 4_000);
        var rows = shop.Rows.Where(row => row.Length != 1).Distinct().ToArray();
        var days = rows.Select(row => row.Length == 9 ? [.. row.Take(4), row[4].Length > 10 ? row[4][..10] : row[4], .. row.Skip(5)] : row).ToArray(); // equal times: orders are told apart by content
        foreach (var given in new[] { rows, days })
        {
            var expected = KeptPrint.All(KeptSales.Read(EngineReading.Plan(_scratch.Write("a.csv", shop.Write(given))), new RunContext { Threads = 2 }));
            for (var seed = 1; seed <= 4; seed++)
            {
                var mixed = given.ToArray();
                new Random(seed).Shuffle(mixed);
                var plan = EngineReading.Plan(_scratch.Write("b.csv", shop.Write(mixed.Take(1_500), seed: seed)), _scratch.Write("c.csv", shop.Write(mixed.Skip(1_500), ';', quoting: 0.5, seed: seed)));
                Assert.Equal(expected, KeptPrint.All(KeptSales.Read(plan, new RunContext { Threads = 2 })));
            }
        }
    }

    [Fact]
    public void Descriptions_stand_for_codes_that_no_file_has()
    {
        var shop = new DirtyShop(24, 900);
        var plan = EngineReading.Plan(_scratch.Write("shop.csv", shop.Write(shop.Rows.Where(r => r.Length == 9), order: [0, 2, 3, 4, 5, 6])));
        Assert.True(Check(plan).Known.ProductCodes); // a lone description is taken for the product by itself
        plan = plan with { Reading = plan.Reading with { Columns = new RoleTexts { [Role.Description] = "Description" } } };
        var sales = Check(plan, described: true);
        Assert.Equal((true, false, false), (sales.Known.Products, sales.Known.ProductCodes, sales.Known.Countries));
        Assert.Equal(sales.Products.Codes, sales.Products.Descriptions);
        Assert.Empty(sales.Sold.Countries);
    }

    [Fact]
    public void Without_products_there_are_none()
    {
        var shop = new DirtyShop(25, 900);
        var plan = EngineReading.Plan(_scratch.Write("shop.csv", shop.Write(shop.Rows.Where(r => r.Length == 9), order: [0, 3, 4, 5, 6])));
        var sales = KeptSales.Read(plan, new RunContext { Threads = 2 });
        Assert.False(sales.Known.Products);
        Assert.Equal(0, sales.Products.Count);
        Assert.All(sales.Sold.Products, product => Assert.Equal(-1, product));
    }

    [Fact]
    public void A_return_of_a_stranger_stands_at_the_end()
    {
        const string Text = "invoice,product,quantity,date,price,customer\n1,A,2,2024-01-02 10:00,5.00,b\nC2,A,-1,2024-01-03 10:00,5.00,a\nC3,A,-1,2024-01-04 10:00,5.00,b\n2,B,1,2024-01-05 10:00,7.00,b\n";
        var sales = KeptSales.Read(EngineReading.Plan(_scratch.Write("shop.csv", Text)), new RunContext { Threads = 2 });
        Assert.Equal(["b"], sales.Customers.Ids);
        Assert.Equal([0, 1], sales.Sold.Orders);
        Assert.Equal([0, 2], sales.Sold.CustomerOrders);
        Assert.Equal([0, -1], sales.Returned.OrderCustomers);
        Assert.Equal([0, 1], sales.Returned.CustomerOrders);
        Assert.Equal("-10.00", sales.Returned.Total().ToText());
        Assert.Equal("17.00", sales.Sold.Total().ToText());
    }

    public void Dispose() => _scratch.Dispose();

    private static KeptSales Check(Plan plan, bool described = false, bool facets = true)
    {
        var sales = KeptSales.Read(plan, new RunContext { Threads = 2 });
        var plain = PlainReading.Of([.. sales.Inputs.Select(i => i.Layout)], plan.Cleaning);
        var known = plain.Customers.Keys.ToHashSet(StringComparer.Ordinal);
        Assert.Equal(KeptPrint.Orders(plain.Back, known, described), KeptPrint.Orders(sales, sales.Returned));
        if (facets)
        {
            Assert.Equal(KeptPrint.Orders(plain.Sales, known, described), KeptPrint.Orders(sales, sales.Sold));
            Assert.Equal(KeptPrint.Orders(plain.Undone, known, described), KeptPrint.Orders(sales, sales.Undone));
        }

        Assert.Equal(EngineReading.Audits(plain.Audit), EngineReading.Audits(sales.Audit));
        var netted = plan.Cleaning.Returns == Returns.Net ? Enumerable.Range(0, sales.Returned.Count).Where(l => sales.Returned.CustomerOf(l) >= 0).ToList() : [];
        Assert.Equal(sales.Audit.LinesKept, sales.Sold.Count + netted.Count);
        Assert.Equal(sales.Audit.MoneyKept, netted.Aggregate(sales.Sold.Total(), (sum, l) => sum + sales.Returned.Amounts[l]));
        Assert.Equal((sales.Totals.Customers, sales.Totals.Orders), (sales.Customers.Count, sales.Sold.OrderCount));
        if (sales.Known.ProductCodes) Assert.Equal(sales.Totals.Products, sales.Sold.Products.Where(p => p >= 0).Distinct().Count());
        for (var c = 0; c < sales.Customers.Count; c++)
        {
            var own = sales.Sold.OrderStarts.AsSpan(sales.Sold.CustomerOrders[c], sales.Sold.CustomerOrders[c + 1] - sales.Sold.CustomerOrders[c] + 1);
            Assert.Equal(sales.Customers["frequency"].Numbers[c], own.Length - 1);
            Assert.Equal(sales.Customers["lines"].Numbers[c], own[^1] - own[0]);
        }

        Assert.Equal(Described(plain, described), Enumerable.Range(0, sales.Products.Count).ToDictionary(p => sales.Products.Codes[p], p => sales.Products.Descriptions[p], StringComparer.Ordinal));
        return sales;
    }

    private static Dictionary<string, string> Described(PlainReading plain, bool described)
    {
        var sold = plain.Sales.Select(l => (Line: l, Sold: 1)).Concat(plain.Undone.Concat(plain.Back).Select(l => (Line: l, Sold: 0)));
        return sold.Select(l => (Code: described ? l.Line.Description : l.Line.Product, l.Line.Description, l.Sold)).Where(l => l.Code.Length > 0)
            .GroupBy(l => l.Code, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.GroupBy(l => l.Description, StringComparer.Ordinal).OrderBy(d => d.Key.Length == 0).ThenByDescending(d => d.Sum(l => l.Sold)).ThenByDescending(d => d.Sum(l => 1 - l.Sold)).ThenBy(d => d.Key, StringComparer.Ordinal).First().Key,
                StringComparer.Ordinal);
    }
}
