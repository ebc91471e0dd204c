using System.Globalization;
using System.Text;

namespace Clientele.Tests.Sales;

/// <summary>Customer ids come out as they went in.</summary>
public sealed class IdTests
{
    private const string Head = "invoice,product,quantity,date,price,customer\n";

    [Fact]
    public void Unicode_blanks_and_leading_zeros_stay()
    {
        string[] ids = ["007", "7", "07 ", " 07", "Ünal", "ünal", "王小明", "a b", "\u00e9", "e\u0301", "👩‍🦰", "x", "=1+1"];
        var fast = EngineReading.OfText(Head + string.Concat(ids.Select((id, i) => Line(i, id))));
        Assert.Equal(ids.Order(Utf8Order.Instance), fast.Table.Ids);
        Assert.All(fast.Table["lines"].Numbers, lines => Assert.Equal(1, lines));
    }

    [Fact]
    public void Ids_longer_than_a_hash_step_and_ids_that_begin_alike_stay_apart()
    {
        string[] ids = [.. Enumerable.Range(1, 300).Select(n => new string('9', n)), .. Enumerable.Range(0, 300).Select(n => new string('a', 40) + n)];
        var fast = EngineReading.OfText(Head + string.Concat(ids.Select((id, i) => Line(i, id))));
        Assert.Equal(ids.Order(Utf8Order.Instance), fast.Table.Ids);
    }

    [Fact]
    public void A_printed_point_zero_goes_when_every_row_has_it()
    {
        var fast = EngineReading.OfText(Head + Line(1, "17850.0") + Line(2, "17851.0") + Line(3, "") + Line(4, "17850.0"));
        Assert.Equal(["17850", "17851"], fast.Table.Ids);
        Assert.Contains(fast.Audit.Findings, f => f.Code == "customer.float-ids");
    }

    [Theory]
    [InlineData("17852")]
    [InlineData("A1.0")]
    [InlineData("17850.00")]
    public void And_stays_when_one_row_lacks_it(string other)
    {
        // The odd one stands far behind any sample.
        var text = new StringBuilder(Head);
        for (var i = 0; i < 60_000; i++) text.Append(Line(i, i == 30_000 ? other : (17_000 + i % 50).ToString(CultureInfo.InvariantCulture) + ".0"));
        var fast = EngineReading.OfText(text.ToString());
        Assert.Equal(51, fast.Table.Count);
        Assert.Contains("17000.0", fast.Table.Ids);
        Assert.Contains(other, fast.Table.Ids);
        Assert.DoesNotContain(fast.Audit.Findings, f => f.Code == "customer.float-ids");
    }

    [Fact]
    public void Blank_ids_belong_to_nobody()
    {
        var fast = EngineReading.OfText(Head + Line(1, "a") + Line(2, "  ") + Line(3, "\"\"") + Line(4, "\" \"") + Line(5, ""));
        Assert.Equal(["a"], fast.Table.Ids);
        Assert.Equal(4, fast.Entry("no-customer").Lines);
    }

    /// <summary>Ids that agree in every byte that a plain multiplying hash would look at: they must spread over all partitions all the same.</summary>
    [Fact]
    public void Crafted_ids_spread_over_the_partitions()
    {
        var text = new StringBuilder(Head);
        for (var i = 0; i < 6_400; i++) text.Append(Line(i, "Aa" + string.Concat(Enumerable.Range(0, 13).Select(bit => (i >> bit & 1) == 0 ? "Aa" : "BB"))));
        var fast = EngineReading.OfText(text.ToString());
        Assert.Equal(6_400, fast.Table.Count);
        Assert.All(fast.Pass.Folds, fold => Assert.InRange(fold.CustomerCount, 40, 180));
    }

    [Fact]
    public void Ids_that_look_alike_are_kept_apart_and_named()
    {
        var fast = EngineReading.OfText(Head + Line(1, "Anna") + Line(2, "anna ") + Line(3, "caf\u00e9") + Line(4, "cafe\u0301") + Line(5, "other"));
        Assert.Equal(5, fast.Table.Count);
        Assert.Equal(4, fast.Audit.Findings.Single(f => f.Code == "customer.look-alike-ids").Count);
    }

    private static string Line(int number, string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{1000 + number},P{number % 7},{1 + number % 5},2024-0{1 + number % 9}-1{number % 9} 10:00:00,{1 + number % 90}.25,{id}\n");
}
