using Clientele.Sales;

namespace Clientele.Tests.Sales.Layouts;

public sealed class NotationTests
{
    [Theory]
    [InlineData("1,234.56", '.', ',')]
    [InlineData("1.234,56", ',', '.')]
    [InlineData("1'234.56", '.', '\'')]
    [InlineData("1 234,56", ',', ' ')]
    [InlineData("1\u00A0234,56", ',', ' ')]
    [InlineData("1\u202F234,56 €", ',', ' ')]
    [InlineData("12.5", '.', ',')]
    public void Numbers_prove_their_notation(string number, char point, char group)
    {
        var layout = Samples.Understand($"customer;date;amount\nC1;2024-01-05;{number}\nC2;2024-01-06;{number}\nC1;2024-01-07;{number}\n");
        Assert.Equal(new NumberNotation(point, group), layout.Numbers);
    }

    [Theory]
    [InlineData("25/12/2023,26/12/2023", DateOrder.DayMonthYear)]
    [InlineData("12/25/2023,12/26/2023", DateOrder.MonthDayYear)]
    [InlineData("6/16/14,05/11/2014", DateOrder.MonthDayYear)]
    [InlineData("25.12.23,01.02.2023", DateOrder.DayMonthYear)]
    [InlineData("98-12-31,99-01-05", DateOrder.YearMonthDay)]
    [InlineData("2023-12-25,2023-12-26", DateOrder.YearMonthDay)]
    [InlineData("25 Dec 2023,3 Jan 2024", DateOrder.YearMonthDay)]
    public void Dates_prove_their_order(string dates, DateOrder order)
    {
        var two = dates.Split(',');
        var layout = Samples.Understand($"customer,date,amount\nC1,{two[0]},1.50\nC2,{two[1]},1.50\nC1,{two[0]},1.50\n");
        Assert.Equal(order, layout.Dates!.Order);
    }

    [Fact]
    public void Serials_are_an_error_with_a_hint_and_read_when_said()
    {
        const string Text = "customer,date,amount\nC1,44927,1.50\nC2,44928.5,1.50\nC1,44930,1.50\n";
        var error = Samples.Refuse(Text);
        Assert.Equal("sales.unreadable-dates", error.Code);
        Assert.Contains("--date-order excel", error.Fix, StringComparison.Ordinal);
        Assert.Equal(DateOrder.ExcelSerial, Samples.Understand(Text, new() { DateOrder = "excel" }).Dates!.Order);
    }

    [Theory]
    [InlineData("2567-01-05")]
    [InlineData("25/01/2567")]
    public void Years_of_other_calendars_are_an_error_with_a_hint(string date)
    {
        var error = Samples.Refuse($"customer,date,amount\nC1,{date},1.50\nC2,{date},1.50\nC1,{date},1.50\n");
        Assert.Equal("sales.unreadable-dates", error.Code);
        Assert.Contains("Buddhist", error.Fix, StringComparison.Ordinal);
        Assert.Contains("shop.csv:2", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Zoned_dates_are_said()
    {
        const string Text = "customer,date,amount\nC1,2024-01-05T23:30:00Z,1.50\nC2,2024-01-06T10:00:00+05:45,1.50\nC1,2024-01-06T10:00:00Z,1.50\n";
        Assert.Equal("UTC", Samples.Decision(Samples.Understand(Text), "time zone").Value);
        var told = Samples.Understand(Text, new() { TimeZone = "+02:00" });
        Assert.Equal(120, told.Dates!.TimeZoneMinutes);
        Assert.Equal("UTC+02:00", Samples.Decision(told, "time zone").Value);
    }

    [Theory]
    [InlineData("--date-order")]
    [InlineData("--decimal")]
    [InlineData("--time-zone")]
    public void Unknown_values_of_options_are_refused(string option)
    {
        const string Text = "customer,date,amount\nC1,2024-01-05,1.50\nC2,2024-01-06,1.50\n";
        var options = option switch
        {
            "--date-order" => new ReadOptions { DateOrder = "xyz" },
            "--decimal" => new ReadOptions { Decimal = "xyz" },
            _ => new ReadOptions { TimeZone = "xyz" },
        };
        var error = Samples.Refuse(Text, options);
        Assert.Equal(("options.value", ExitCode.Usage), (error.Code, error.Exit));
        Assert.Contains(option, error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_cannot_be_read_are_named()
    {
        var error = Samples.Refuse("customer,date,price\nC1,2024-01-05,free\nC2,2024-01-06,19 %\nC1,2024-01-06,none\n", Samples.Columns((Role.Price, "price")));
        Assert.Equal("sales.unreadable-numbers", error.Code);
        Assert.Contains("shop.csv:2 [price]", error.What, StringComparison.Ordinal);
        Assert.Contains("\"free\"", error.What, StringComparison.Ordinal);
    }
}
