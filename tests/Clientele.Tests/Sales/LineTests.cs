using System.Globalization;
using System.Text;
using Clientele.Tests.Sales.Files;

namespace Clientele.Tests.Sales;

/// <summary>What lines far behind the sample may do, and what one odd line must not.</summary>
public sealed class LineTests
{
    private const string Head = "invoice,product,quantity,date,price,customer,country,category\n";

    [Fact]
    public void Placeholder_dates_are_unreadable_and_do_not_move_the_as_of_date()
    {
        var fast = EngineReading.OfText(Head + Plain(100) + "9,P,1,9999-12-31,1.00,z,F,K\n8,P,1,0001-01-01,1.00,z,F,K\n");
        Assert.Equal(2, fast.Entry("unreadable-line").Lines);
        Assert.DoesNotContain("z", fast.Table.Ids);
        Assert.Equal(2024, new DateTime(fast.Folded.AsOf).Year);
    }

    [Fact]
    public void A_decimal_comma_that_the_sample_did_not_show_is_found()
    {
        var text = new StringBuilder("invoice;product;quantity;date;price;customer\n");
        for (var i = 0; i < 60_000; i++) text.Append(CultureInfo.InvariantCulture, $"{i};P;1;2024-01-{1 + i % 28:00};{(i > 20_000 && i < 40_000 ? "2,55" : "3")};c{i % 9}\n");
        var fast = EngineReading.OfText(text.ToString());
        Assert.Equal(0, fast.Entry("unreadable-line").Lines);
        Assert.Equal(Money.Of((19_999 * 255) + (40_001 * 300), 2), fast.Audit.MoneyKept);
    }

    [Fact]
    public void A_second_currency_behind_the_sample_is_refused()
    {
        var text = new StringBuilder("invoice,product,quantity,date,price,customer,currency\n");
        for (var i = 0; i < 60_000; i++) text.Append(CultureInfo.InvariantCulture, $"{i},P,1,2024-01-{1 + i % 28:00},2.50,c{i % 9},{(i == 30_000 ? "USD" : "EUR")}\n");
        Assert.Throws<UserException>(() => EngineReading.OfText(text.ToString()));
    }

    [Fact]
    public void Amounts_beyond_the_limit_are_unreadable_however_many()
    {
        var text = new StringBuilder(Head + Plain(100));
        for (var i = 0; i < 200; i++) text.Append(CultureInfo.InvariantCulture, $"{9000 + i},P,2000000000,2024-01-01,2000000000,z,F,K\n");
        var fast = EngineReading.OfText(text.ToString());
        Assert.Equal((200L, Money.Zero), (fast.Entry("unreadable-line").Lines, fast.Entry("unreadable-line").Money));
    }

    [Fact]
    public void Small_parts_of_a_piece_are_exact_and_positive()
    {
        var text = new StringBuilder(Head);
        for (var i = 1; i < 1000; i++) text.Append(CultureInfo.InvariantCulture, $"{i},P,{i / 1000m},2024-01-13,1.00,c{i:000},F,K\n");
        text.Append("5000,P,0.0000001,2024-01-13,1.00,tiny,F,K\n");
        var fast = EngineReading.OfText(text.ToString());
        for (var i = 1; i < 1000; i++) Assert.Equal(i * 1000, fast.Folded[i - 1].Units);
        Assert.Contains("tiny", fast.Table.Ids);
    }

    [Fact]
    public void Blank_countries_and_categories_are_none_in_any_order()
    {
        string[] rows = ["1,P,1,2024-01-13,10.00,a,DE,Toys\n", "2,P,1,2024-01-14,100.00,a,,\n", "3,P,1,2024-01-15,50.00,a,FR, \n", "4,P,1,2024-01-16,100.00,a,  ,Home\n"];
        string[]? first = null;
        for (var turn = 0; turn < 4; turn++)
        {
            var fast = EngineReading.OfText(Head + string.Concat(rows.Skip(turn)) + string.Concat(rows.Take(turn)) + "5,P,1,2024-01-13,1.00,b,,\n");
            Assert.Equal(["FR", ""], fast.Table["main_country"].Texts);
            Assert.Equal(["Home", ""], fast.Table["main_category"].Texts);
            Assert.Equal(10 / 260.0, fast.Table["share_toys"].Numbers[0]);
            Assert.Equal(100 / 260.0, fast.Table["share_home"].Numbers[0]);
            first ??= [fast.Print()];
            Assert.Equal(first[0], fast.Print());
        }
    }

    [Fact]
    public void Categories_whose_names_make_one_column_name_get_two_columns()
    {
        var fast = EngineReading.OfText(Head + "1,P,1,2024-01-13,30.00,a,DE,Toys\n2,P,1,2024-01-14,10.00,a,DE,toys\n3,P,1,2024-01-15,60.00,a,DE,Other things\n");
        Assert.Equal((0.6, 0.3, 0.1), (fast.Number("a", "share_other_things"), fast.Number("a", "share_toys"), fast.Number("a", "share_toys_2")));
    }

    [Fact]
    public void Lines_without_an_invoice_are_one_order_a_day_and_no_shared_invoice()
    {
        const string Text = """
            invoice,product,quantity,date,price,customer
            1,P,1,2024-01-13 10:00:00,1.00,a
            ,P,1,2024-01-14 10:00:00,2.00,a
              ,P,1,2024-01-14 11:00:00,3.00,a
            ,P,1,2024-01-15 10:00:00,4.00,a
            ,P,1,2024-01-14 10:00:00,5.00,b

            """;
        var fast = EngineReading.OfText(Text);
        Assert.Equal(3, fast.Number("a", "frequency"));
        Assert.DoesNotContain(fast.Audit.Findings, f => f.Code == "invoice.two-customers");
    }

    [Fact]
    public void Equal_fields_are_duplicates_however_they_are_quoted()
    {
        const string Text = """"
            invoice,product,quantity,date,price,customer
            1,P,1,2024-01-13 10:00:00,1.00,a
            "1",P,1,2024-01-13 10:00:00,1.00,"a"
            1,"P","1",2024-01-13 10:00:00,1.00,a,
            1,P,1,2024-01-13 10:00:00,1.00,a,
            1,P,1,2024-01-13 10:00:00,1.00,"a "
            1,p,1,2024-01-13 10:00:00,1.00,a
            1,"P""",1,2024-01-13 10:00:00,1.00,a
            1,P",1,2024-01-13 10:00:00,1.00,a

            """";
        var fast = EngineReading.OfText(Text);
        Assert.Equal((4L, 4L), (fast.Entry("duplicate-line").Lines, fast.Audit.LinesKept));
    }

    /// <summary>Two columns of two files are not one column because they stand in the same place.</summary>
    [Fact]
    public void Columns_of_other_files_are_compared_by_name()
    {
        using var scratch = new Scratch();
        const string Columns = "invoice,product,quantity,date,price,customer";
        const string Line = "1,P,1,2024-01-13 10:00:00,1.00,a";
        var plan = EngineReading.Plan(
            scratch.Write("1.csv", $"{Columns}\n{Line}\n"),
            scratch.Write("2.csv", $"{Columns},shop\n{Line},x\n{Line},\n"),
            scratch.Write("3.csv", $"till;{Columns.Replace(',', ';')}\nx;{Line.Replace(',', ';')}\n"));
        var fast = EngineReading.Of(plan);
        fast.AssertEquals(fast.Plainly(plan));
        Assert.Equal((1L, 3L), (fast.Entry("duplicate-line").Lines, fast.Audit.LinesKept));
    }

    [Fact]
    public void Excluded_lines_are_named_by_their_place_for_any_number_of_threads()
    {
        using var scratch = new Scratch();
        var shop = new DirtyShop(21, 20_000);
        var text = shop.Write(shop.Rows, quoting: 0.2);
        var plan = EngineReading.Plan(scratch.Write("shop.csv", text)) with { Cleaning = new CleaningOptions { MaxRejects = 1, ExcludedCap = -1 } };
        var all = Excluded(plan, 1);
        Assert.Equal(all, Excluded(plan, 3));
        var physical = text.Split('\n');
        var rows = all.Split('\n').Where(row => row.StartsWith("shop.csv,", StringComparison.Ordinal) && row.Contains(",cancellation,", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count > 1_000);
        foreach (var row in rows)
        {
            var line = int.Parse(row.Split(',')[1], CultureInfo.InvariantCulture);
            Assert.True(physical[line - 1].StartsWith('C') || physical[line - 1].StartsWith("\"C", StringComparison.Ordinal), $"line {line}: {physical[line - 1]}");
        }
    }

    private static string Excluded(Plan plan, int threads)
    {
        using var stream = new MemoryStream();
        EngineReading.Of(plan, new RunContext { Threads = threads, Excluded = stream });
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Plain(int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(CultureInfo.InvariantCulture, $"{i},P{i % 5},1,2024-01-{1 + i % 28:00},2.50,c{i % 9},F,K\n");
        return text.ToString();
    }
}
