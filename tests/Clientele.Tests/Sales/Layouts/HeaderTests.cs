using Clientele.Sales;

namespace Clientele.Tests.Sales.Layouts;

public sealed class HeaderTests
{
    private const string Rows = "C1,2024-01-05,10.00\nC2,2024-01-06,20.00\nC1,2024-02-01,5.50\n";

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("  \r\n\r\n")]
    public void Empty_files_are_refused(string text)
    {
        var error = Samples.Refuse(text);
        Assert.Equal(("file.empty", ExitCode.BadData), (error.Code, error.Exit));
    }

    [Theory]
    [InlineData("customer,date,amount\n")]
    [InlineData("customer,date,amount")]
    [InlineData("customer,date,amount\n\n\n")]
    public void A_header_alone_is_refused(string text)
    {
        var error = Samples.Refuse(text);
        Assert.Equal("sales.no-rows", error.Code);
        Assert.Contains("0 data rows", error.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public void Title_lines_are_skipped_and_listed(int lines)
    {
        var title = string.Concat(Enumerable.Range(1, lines).Select(i => $"Report part {i}\n"));
        var rows = string.Concat(Enumerable.Repeat(Rows, 20));
        var layout = Samples.Understand(title + "customer,date,amount\n" + rows);
        Assert.Equal((lines + 1, lines + 1), (layout.HeaderLine, layout.SkippedLines));
        Assert.Equal(lines > 0, Samples.Decision(layout, "header").Reason.Contains("Report part 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Title_lines_padded_to_full_width_are_no_header()
    {
        var layout = Samples.Understand("Sales report,,\nFrom 2024-01-01,,\n,,\ncustomer,date,amount\n" + Rows);
        Assert.Equal((4, 4), (layout.HeaderLine, layout.SkippedLines));
    }

    [Fact]
    public void Blank_lines_above_the_header_count_as_lines()
    {
        var layout = Samples.Understand("\n\nSales\n\ncustomer,date,amount\n\n" + Rows);
        Assert.Equal((5, 5), (layout.HeaderLine, layout.SkippedLines));
    }

    [Fact]
    public void A_header_with_line_breaks_ends_where_its_last_line_ends()
    {
        var layout = Samples.Understand("customer,\"order\ndate\",amount\n" + Rows);
        Assert.Equal((1, 2), (layout.HeaderLine, layout.SkippedLines));
        Assert.Equal("order date", layout.Columns[1]);
    }

    [Fact]
    public void Names_are_trimmed_and_missing_ones_are_numbered()
    {
        var layout = Samples.Understand("\u00A0customer , date,,amount\u00A0\nC1,2024-01-05,x,10.00\nC2,2024-01-06,y,20.00\nC1,2024-01-07,z,20.00\n");
        Assert.Equal(["customer", "date", "column 3", "amount"], layout.Columns);
    }

    [Fact]
    public void A_trailing_delimiter_in_the_header_only_or_the_rows_only_is_harmless()
    {
        Assert.Equal(3, Samples.Understand("customer,date,amount,\n" + Rows).Columns.Count);
        var rows = Samples.Understand("customer,date,amount\n" + Rows.Replace("\n", ",\n", StringComparison.Ordinal));
        Assert.Equal(["customer", "date", "amount", "column 4"], rows.Columns);
    }

    [Fact]
    public void A_header_that_lacks_a_name_for_a_filled_column_is_refused()
    {
        var error = Samples.Refuse("customer,date,amount\n1,C1,2024-01-05,10.00\n2,C2,2024-01-06,20.00\n3,C1,2024-01-07,20.00\n");
        Assert.Equal("sales.header-width", error.Code);
        Assert.Contains("3 names", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_columns_of_one_name_are_an_error_only_where_the_name_is_needed()
    {
        var harmless = Samples.Understand("customer,note,date,amount,note\nC1,a,2024-01-05,10.00,b\nC2,a,2024-01-06,20.00,c\nC1,a,2024-01-07,2.00,c\n");
        Assert.Equal(5, harmless.Columns.Count);
        const string Double = "customer,amount,date,amount\nC1,1.50,2024-01-05,10.00\nC2,2.50,2024-01-06,20.00\nC1,2.50,2024-01-07,20.00\n";
        var error = Samples.Refuse(Double);
        Assert.Equal("sales.choose-column", error.Code);
        Assert.Contains("--amount 2 or --amount 4", error.Fix, StringComparison.Ordinal);
        Assert.Equal("sales.duplicate-name", Samples.Refuse(Double, Samples.Columns((Role.Amount, "amount"))).Code);
        Assert.Equal(3, Samples.Understand(Double, Samples.Columns((Role.Amount, "4")))[Role.Amount]);
    }

    [Fact]
    public void The_header_line_can_be_said()
    {
        const string Text = "a,b,c\ncustomer,date,amount\n" + Rows;
        Assert.Equal(2, Samples.Understand(Text).HeaderLine);
        Assert.Equal(2, Samples.Understand(Text, new() { HeaderLine = 2 }).HeaderLine);
        Assert.Equal("sales.header-line", Samples.Refuse(Text, new() { HeaderLine = 99 }).Code);
    }

    [Fact]
    public void Without_a_header_roles_come_from_the_cells()
    {
        var layout = Samples.Understand("0017,2024-01-05,2,10.00\n0018,2024-01-06,1,20.00\n0017,2024-02-01,2,5.50\n0018,2024-02-02,1,7.10\n0019,2024-02-02,1,7.10\n0019,2024-02-04,2,7.10\n");
        Assert.Equal("customer=column 1 quantity=column 3 amount=column 4 date=column 2", Samples.Roles(layout));
        Assert.Equal((0, 0), (layout.HeaderLine, layout.SkippedLines));
        var told = Samples.Understand("0017,2024-01-05,2,10.00\n0018,2024-01-06,1,20.00\n0017,2024-02-01,2,5.50\n", Samples.Columns((Role.Price, "4"), (Role.Quantity, "3"), (Role.Customer, "column 1")));
        Assert.Equal(MoneySource.QuantityTimesPrice, told.Money);
    }
}
