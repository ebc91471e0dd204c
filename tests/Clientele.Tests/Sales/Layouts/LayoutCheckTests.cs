using System.Text;
using Clientele.Sales;
using Clientele.Sales.Layouts;

namespace Clientele.Tests.Sales.Layouts;

public sealed class LayoutCheckTests
{
    [Theory]
    [InlineData("13/02/2024", DateOrder.DayMonthYear)]
    [InlineData("02/13/2024", DateOrder.MonthDayYear)]
    public void One_line_far_inside_proves_the_order_of_all_dates(string proof, DateOrder order)
    {
        var text = Long("customer,date,amount", i => $"C{i % 50},0{i % 9 + 1}/02/2024,{i}.50", $"C1,{proof},5.00");
        var layout = Understand(text);
        var after = LayoutCheck.After(layout, Samples.Pass(layout, text), ReadOptions.Default) ?? layout;
        Assert.Equal(order, after.Dates!.Order);
        Assert.Null(LayoutCheck.After(after, Samples.Pass(after, text), ReadOptions.Default));
    }

    [Fact]
    public void Days_up_to_12_everywhere_are_not_decidable()
    {
        var text = Long("customer,date,amount", i => $"C{i % 50},0{i % 9 + 1}/02/2024,{i}.50");
        var layout = Understand(text);
        var error = Assert.Throws<UserException>(() => LayoutCheck.After(layout, Samples.Pass(layout, text), ReadOptions.Default));
        Assert.Equal("sales.date-order", error.Code);
        Assert.Contains("--date-order dmy", error.Fix, StringComparison.Ordinal);
        var told = LayoutReader.Understand("shop.csv", Samples.Of(text), new() { DateOrder = "dmy" });
        Assert.Equal(DateOrder.DayMonthYear, told.Dates!.Order);
        Assert.Null(LayoutCheck.After(told, Samples.Pass(told, text), new() { DateOrder = "dmy" }));
    }

    [Fact]
    public void Both_orders_in_one_file_are_refused_as_long_as_a_date_could_be_either()
    {
        var text = Long("customer,date,amount", i => $"C{i % 50},{i % 28 + 1}/02/2024,{i}.50", "C1,02/13/2024,5.00");
        var layout = Understand(text);
        Assert.Equal("sales.date-order-mixed", Assert.Throws<UserException>(() => LayoutCheck.After(layout, Samples.Pass(layout, text), ReadOptions.Default)).Code);
        var clear = Long("customer,date,amount", i => $"C{i % 50},{i % 10 + 15}/02/2024,{i}.50", "C1,02/13/2024,5.00");
        Assert.Null(LayoutCheck.After(Understand(clear), Samples.Pass(Understand(clear), clear), ReadOptions.Default));
    }

    [Fact]
    public void One_stray_date_does_not_turn_a_file_of_iso_dates()
    {
        var text = Long("customer,date,amount", i => $"C{i % 50},2024-02-{i % 28 + 1:00},{i}.50", "C1,03/04/2024,5.00");
        Assert.Null(LayoutCheck.After(Understand(text), Samples.Pass(Understand(text), text), ReadOptions.Default));
    }

    [Fact]
    public void Thousands_are_proved_by_one_number()
    {
        var text = Long("customer;date;amount", i => $"C{i % 50};2024-02-11;1.{i % 900 + 100}", "C1;2024-02-11;12,50");
        var layout = Understand(text);
        Assert.Contains("not proved", Samples.Decision(layout, "decimal mark").Reason, StringComparison.Ordinal);
        var after = LayoutCheck.After(layout, Samples.Pass(layout, text), ReadOptions.Default)!;
        Assert.Equal(new NumberNotation(',', '.'), after.Numbers);
        Assert.Null(LayoutCheck.After(after, Samples.Pass(after, text), ReadOptions.Default));
    }

    [Fact]
    public void Thousand_or_decimal_is_not_decidable_without_proof()
    {
        var text = Long("customer;date;amount", i => $"C{i % 50};2024-02-11;1,{i % 900 + 100}");
        var error = Assert.Throws<UserException>(() => LayoutCheck.After(Understand(text), Samples.Pass(Understand(text), text), ReadOptions.Default));
        Assert.Equal("sales.decimal-mark", error.Code);
        Assert.Contains("--decimal comma", error.Fix, StringComparison.Ordinal);
        var told = LayoutReader.Understand("shop.csv", Samples.Of(text), new() { Decimal = "comma" });
        Assert.Equal(',', told.Numbers.Decimal);
        Assert.Null(LayoutCheck.After(told, Samples.Pass(told, text), new() { Decimal = "comma" }));
    }

    [Fact]
    public void Both_decimal_marks_are_refused_as_long_as_a_number_could_be_either()
    {
        var text = Long("customer;date;amount", i => $"C{i % 50};2024-02-11;{i}.50", "C1;2024-02-11;12,50", "C1;2024-02-11;1,500");
        Assert.Equal("sales.decimal-mark-mixed", Assert.Throws<UserException>(() => LayoutCheck.After(Understand(text), Samples.Pass(Understand(text), text), ReadOptions.Default)).Code);
    }

    [Fact]
    public void A_fast_path_need_not_count_plain_numbers_again()
    {
        var text = Long("customer;date;amount", i => $"C{i % 50};2024-02-11;{i}.50");
        var onlyOdd = new LayoutEvidence { CommaProofs = 1 };
        Assert.Null(LayoutCheck.After(Understand(text), onlyOdd, ReadOptions.Default));
    }

    [Fact]
    public void One_other_id_keeps_the_floats_as_they_stand()
    {
        var text = Long("customer,date,amount", i => $"{i % 50 + 12340}.0,2024-02-11,{i}.50", "A17,2024-02-11,5.00");
        var layout = Understand(text);
        Assert.True(layout.FloatCustomerIds);
        var after = LayoutCheck.After(layout, Samples.Pass(layout, text), ReadOptions.Default)!;
        Assert.False(after.FloatCustomerIds);
        Assert.Null(LayoutCheck.After(after, Samples.Pass(after, text), ReadOptions.Default));
    }

    [Fact]
    public void Floats_that_begin_behind_the_sample_are_found()
    {
        var rows = Enumerable.Range(0, 6000).Select(i => i < 4000 ? $",2024-02-11,{i}.50" : $"{i % 50 + 12340}.0,2024-02-11,{i}.50");
        var text = Encoding.UTF8.GetBytes("customer,date,amount\n" + string.Join('\n', rows) + "\n");
        var layout = Understand(text);
        Assert.False(layout.FloatCustomerIds);
        Assert.True(LayoutCheck.After(layout, Samples.Pass(layout, text), ReadOptions.Default)!.FloatCustomerIds);
    }

    [Fact]
    public void A_second_currency_behind_the_sample_is_found()
    {
        var text = Long("customer,date,amount,currency", i => $"C{i % 50},2024-02-11,{i}.50,EUR", "C1,2024-02-11,5.00,USD");
        Assert.Equal("sales.several-currencies", Assert.Throws<UserException>(() => LayoutCheck.After(Understand(text), Samples.Pass(Understand(text), text), ReadOptions.Default)).Code);
    }

    [Theory]
    [InlineData("online_retail.csv")]
    [InlineData("CDNOW_master.txt")]
    [InlineData("Retail_Transaction_Dataset.csv")]
    public void The_data_sets_stand_as_understood(string name)
    {
        var sample = Samples.Data(name);
        var layout = LayoutReader.Understand(name, sample, ReadOptions.Default);
        Assert.Null(LayoutCheck.After(layout, Samples.Pass(layout, Samples.DataBytes(name)), ReadOptions.Default));
    }

    private static Layout Understand(byte[] text) => LayoutReader.Understand("shop.csv", Samples.Of(text), ReadOptions.Default);

    /// <summary>5,000 lines, more than a sample holds, then the last ones.</summary>
    private static byte[] Long(string header, Func<int, string> row, params string[] last) =>
        Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 5000).Select(row).Prepend(header).Concat(last)) + "\n");
}
