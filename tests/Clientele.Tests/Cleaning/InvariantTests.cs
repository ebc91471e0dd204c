using System.Globalization;
using Clientele.Tests.Sales;
using Clientele.Tests.Sales.Files;

namespace Clientele.Tests.Cleaning;

/// <summary>What must hold whatever the sales: adding, taking away and moving lines changes what it should and nothing else.</summary>
public sealed class InvariantTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(100, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void One_more_purchase_never_raises_recency_nor_lowers_frequency_or_money(int seed)
    {
        var shop = new DirtyShop(seed, 300);
        var before = Read(shop, shop.Rows);
        var chance = new Random(seed);
        for (var i = 0; i < 3; i++)
        {
            var id = before.Table.Ids[chance.Next(before.Table.Count)];
            string[] sale = ["999999", "NEW" + i, "x", "3", "2024-0" + chance.Next(1, 10) + "-15 12:00:00", "7.25", id, "France", "Kind1"];
            var after = Read(shop, [.. shop.Rows, sale]);
            Assert.True(after.Number(id, "recency") <= before.Number(id, "recency"));
            Assert.Equal(before.Number(id, "frequency") + 1, after.Number(id, "frequency"));
            Assert.Equal(before.Number(id, "distinct_products") + 1, after.Number(id, "distinct_products"));
            Assert.Equal(before.Audit.MoneyKept + Money.Of(2175, 2), after.Audit.MoneyKept);
            Assert.Equal(before.Table.Ids, after.Table.Ids);
        }
    }

    [Theory]
    [InlineData(Returns.Net)]
    [InlineData(Returns.Match)]
    public void A_purchase_and_its_full_return_are_neutral(Returns returns)
    {
        var shop = new DirtyShop(7, 300);
        var cleaning = new CleaningOptions { Returns = returns, MaxRejects = 1 };
        var before = Read(shop, shop.Rows, cleaning);
        var id = before.Table.Ids[3];
        string[] sale = ["999999", "ODD", "x", "3", "2024-05-15 12:00:00", "7.25", id, "France", "Kind1"];
        string[] back = ["C999999", "ODD", "x", "-3", "2024-05-15 13:00:00", "7.25", id, "France", "Kind1"];
        var after = Read(shop, [.. shop.Rows, sale, back], cleaning);
        Assert.Equal(Amount(before, id), Amount(after, id));
        Assert.Equal(before.Audit.MoneyRead, after.Audit.MoneyRead);
        if (returns == Returns.Match) Assert.Equal(before.Number(id, "frequency"), after.Number(id, "frequency"));
    }

    [Fact]
    public void Returns_of_customers_without_a_sale_are_set_apart()
    {
        const string Head = "invoice,product,quantity,date,price,customer\n";
        const string Lines = "1,P,2,2024-01-13 10:00:00,5.00,a\nC2,P,-1,2024-01-14 10:00:00,5.00,a\nC3,P,-4,2024-01-15 10:00:00,5.00,b\n";
        var net = EngineReading.OfText(Head + Lines, new CleaningOptions { Returns = Returns.Net });
        Assert.Equal((1L, Money.Of(-2000, 2)), (net.Entry("return-without-sale").Lines, net.Entry("return-without-sale").Money));
        Assert.Equal(["a"], net.Table.Ids);
        Assert.Equal(Money.Of(500, 2), Amount(net, "a"));
        Assert.Equal(Money.Of(500, 2), net.Audit.MoneyKept);
        Assert.Equal(0.5, net.Number("a", "return_rate"));

        var match = EngineReading.OfText(Head + Lines, new CleaningOptions { Returns = Returns.Match });
        Assert.Equal((0L, 2L, 2L), (match.Entry("returned-sale").Lines, match.Entry("cancellation").Lines, match.Unpaired));
        Assert.Equal(Money.Of(1000, 2), Amount(match, "a"));
    }

    [Fact]
    public void A_return_takes_the_latest_sale_before_it_and_only_one()
    {
        const string Text = """
            invoice,product,quantity,date,price,customer
            1,P,2,2024-01-13 10:00:00,5.00,a
            2,P,2,2024-01-14 10:00:00,5.00,a
            3,P,2,2024-01-16 10:00:00,5.00,a
            4,Q,2,2024-01-14 10:00:00,5.00,a
            5,P,2,2024-01-14 10:00:00,5.00,b
            C6,P,-2,2024-01-15 10:00:00,5.00,a

            """;
        var match = EngineReading.OfText(Text, new CleaningOptions { Returns = Returns.Match });
        Assert.Equal((1L, 0L), (match.Entry("returned-sale").Lines, match.Unpaired));
        Assert.Equal(3, match.Number("a", "frequency"));
        Assert.Equal(1, match.Number("b", "frequency"));
        Assert.Equal(new DateTime(2024, 1, 16, 10, 0, 0).Ticks, match.Table["last_purchase"].Ticks[0]);
        Assert.Equal(new DateTime(2024, 1, 13, 10, 0, 0).Ticks, match.Table["first_purchase"].Ticks[0]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Moving_all_dates_moves_nothing_else(int seed)
    {
        var shop = new DirtyShop(seed, 300);
        var before = Read(shop, shop.Rows);
        var after = Read(shop, [.. shop.Rows.Select(row => Moved(row, 1_461))]);
        foreach (var name in new[] { "recency", "frequency", "tenure", "mean_gap", "gap_variation", "order_days", "lines", "units" })
        {
            Assert.Equal(before.Table[name].Numbers, after.Table[name].Numbers);
        }

        Assert.Equal(EngineReading.Audits(before.Audit), EngineReading.Audits(after.Audit));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Taking_an_excluded_line_away_changes_its_counter_alone(int seed)
    {
        var shop = new DirtyShop(seed, 300);
        string[][] bad =
        [
            ["999999", "P1", "x", "two", "2024-05-15 12:00:00", "7.25", "10001", "France", "Kind1"],
            ["999999", "P1", "x", "2", "2024-05-35 12:00:00", "7.25", "10001", "France", "Kind1"],
            ["999998", "P1", "x", "2", "2024-12-31 12:00:00", "7.25", "", "France", "Kind1"],
            ["C999997", "P1", "x", "2", "2024-12-31 12:00:00", "7.25", "10099", "France", "Kind1"],
            ["999996", "P1", "x", "0", "2024-12-31 12:00:00", "7.25", "10099", "Narnia", "Kind9"],
            ["999995", "P1", "x", "5", "2024-12-31 12:00:00", "0", "10099", "Narnia", "Kind9"],
            [.. shop.Rows[5]],
        ];
        var clean = Read(shop, shop.Rows);
        var dirty = Read(shop, [.. shop.Rows, .. bad]);
        Assert.Equal(clean.Table.Ids, dirty.Table.Ids);
        foreach (var column in clean.Table.Columns)
        {
            Assert.Equal(column.Numbers, dirty.Table[column.Name].Numbers);
            Assert.Equal(column.Ticks, dirty.Table[column.Name].Ticks);
            Assert.Equal(column.Texts, dirty.Table[column.Name].Texts);
        }

        Assert.Equal(clean.Table.Columns.Select(c => c.Name), dirty.Table.Columns.Select(c => c.Name));
        Assert.Equal((clean.Audit.LinesKept, clean.Audit.MoneyKept), (dirty.Audit.LinesKept, dirty.Audit.MoneyKept));
        Assert.Equal(clean.Audit.LinesRead + bad.Length, dirty.Audit.LinesRead);
        Assert.True(dirty.Audit.Balances);
    }

    public void Dispose() => _scratch.Dispose();

    private EngineReading Read(DirtyShop shop, IEnumerable<string[]> rows, CleaningOptions? cleaning = null) =>
        EngineReading.Of(EngineReading.Plan(_scratch.Write("shop.csv", shop.Write(rows))) with { Cleaning = cleaning ?? new CleaningOptions { MaxRejects = 1 } });

    private static Money Amount(EngineReading reading, string id) => reading.Table["monetary"].Amounts[Array.IndexOf(reading.Table.Ids, id)];

    private static string[] Moved(string[] row, int days)
    {
        if (row.Length < 5 || !DateTime.TryParseExact(row[4], ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return row;
        string[] moved = [.. row];
        moved[4] = date.AddDays(days).ToString(row[4].Length == 10 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return moved;
    }
}
