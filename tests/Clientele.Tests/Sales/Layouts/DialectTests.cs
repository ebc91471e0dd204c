using System.Text;
using Clientele.Sales;
using Clientele.Sales.Layouts;

namespace Clientele.Tests.Sales.Layouts;

public sealed class DialectTests
{
    private const string Table =
        "customer,date,amount\nC1,2024-01-05,10.00\nC2,2024-01-06,20.00\nC1,2024-02-01,5.50\n";

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    [InlineData('\u001f')]
    public void Delimiters_are_found(char delimiter)
    {
        var layout = Samples.Understand(Table.Replace(',', delimiter));
        Assert.Equal((byte)delimiter, layout.Text.Delimiter);
        Assert.Equal("customer=customer amount=amount date=date", Samples.Roles(layout));
    }

    [Fact]
    public void Blanks_are_found_in_any_number()
    {
        var layout = Samples.Understand(Table.Replace(",", "   ", StringComparison.Ordinal));
        Assert.True(layout.Text.BlankRuns);
    }

    [Fact]
    public void Semicolons_win_over_decimal_commas()
    {
        var layout = Samples.Understand("Kunde;Datum;Betrag\n1;13.02.2024;12,50\n2;14.02.2024;7,95\n1;15.02.2024;3,00\n");
        Assert.Equal((byte)';', layout.Text.Delimiter);
        Assert.Equal(',', layout.Numbers.Decimal);
    }

    [Theory]
    [InlineData("sep=;\n")]
    [InlineData("sep=;\r\n")]
    [InlineData("\"sep=;\"\n")]
    public void A_sep_line_is_obeyed_and_skipped(string first)
    {
        var layout = Samples.Understand(first + Table.Replace(',', ';'));
        Assert.Equal((byte)';', layout.Text.Delimiter);
        Assert.Equal((2, 2), (layout.HeaderLine, layout.SkippedLines));
    }

    [Theory]
    [InlineData("a,b;c,d;e\na,b;c,d;e\na,b;c,d;e\n")]
    [InlineData("k,l;m,n;o\nx,y;z,u;v\n")]
    public void Two_delimiters_that_fit_equally_are_an_error(string text)
    {
        var error = Samples.Refuse(text);
        Assert.Equal("sales.ambiguous-delimiter", error.Code);
        Assert.Contains("--delimiter", error.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("semicolon")]
    public void The_option_wins(string delimiter)
    {
        var text = "customer;date;amount,x\nC1;2024-01-05;10,2\nC2;2024-01-06;20,1\nC1;2024-02-01;5,7\n";
        Assert.Equal((byte)';', Samples.Understand(text, new() { Delimiter = delimiter, Columns = Samples.Columns((Role.Amount, "3")).Columns }).Text.Delimiter);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("\"")]
    [InlineData("x")]
    [InlineData("")]
    public void Delimiters_that_cannot_be_are_refused(string delimiter)
    {
        var error = Samples.Refuse(Table, new() { Delimiter = delimiter });
        Assert.Equal(("options.value", ExitCode.Usage), (error.Code, error.Exit));
    }

    [Fact]
    public void Workbook_text_is_cut_at_cells()
    {
        var sample = Samples.Of(Table.Replace(',', '\u001f'), Container.Xlsx);
        Assert.Equal(0x1F, LayoutReader.Understand("shop.xlsx", sample, ReadOptions.Default).Text.Delimiter);
    }

    [Fact]
    public void Line_breaks_and_delimiters_in_quotes_do_not_count()
    {
        var layout = Samples.Understand("customer,date,store,amount\nC1,2024-01-05,\"1 High St;\nCork, IE\",10.00\nC2,2024-01-06,\"2 Low St;\nDublin, IE\",20.00\nC1,2024-01-07,\"1 High St;\nCork, IE\",20.00\n");
        Assert.Equal((byte)',', layout.Text.Delimiter);
        Assert.Equal(4, layout.Columns.Count);
    }

    [Fact]
    public void Text_without_a_delimiter_is_refused()
    {
        Assert.Equal("sales.no-delimiter", Samples.Refuse("just\nsome\nwords\n").Code);
        Assert.Equal("sales.no-delimiter", Samples.Refuse("A file of prose; it has, now and then, commas.\nBut not many\nand not in every line.\nNo.\nNever ever\n").Code);
    }

    [Fact]
    public void Apostrophes_as_quotes_are_refused_and_names_with_them_are_not()
    {
        var quoted = Samples.Refuse("'customer','date','amount'\n'C1','2024-01-05','10.00'\n'C2','2024-01-06','20.00'\n");
        Assert.Equal("sales.apostrophe-quotes", quoted.Code);
        Assert.Equal("customer=customer amount=amount date=date", Samples.Roles(Samples.Understand("customer,date,amount\nO'Brien,2024-01-05,10.00\nO'Hara,2024-01-06,20.00\nO'Brien,2024-01-06,20.00\n")));
    }

    [Fact]
    public void Backslashes_before_quotes_are_refused()
    {
        var error = Samples.Refuse("customer,product,date,amount\nC1,\"6\\\" ruler\",2024-01-05,10.00\nC2,\"8\\\" ruler\",2024-01-06,20.00\nC1,pen,2024-01-06,20.00\nC1,pen,2024-01-06,20.00\n");
        Assert.Equal("sales.backslash-quotes", error.Code);
        Assert.Contains("shop.csv:2", error.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"customer,date,amount\nC1,2024-01-05,10.00\nC2,2024-01-06,20.00\n", "shop.csv:1:1")]
    [InlineData("customer,\"date,amount\nC1,2024-01-05,10.00\nC2,2024-01-06,20.00\n", "shop.csv:1:10")]
    public void An_unclosed_quote_in_the_header_is_named(string text, string place)
    {
        var error = Samples.Refuse(text);
        Assert.Equal("sales.unclosed-quote", error.Code);
        Assert.Contains(place, error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_piece_that_starts_inside_a_quoted_field_does_no_harm()
    {
        var text = new StringBuilder("customer,date,store,amount\n");
        for (var i = 0; i < 400; i++) text.Append('C').Append(i % 37).Append(",2024-01-05,\"1 High St\nCork, IE\",10.00\n");
        var head = Samples.Of(text.ToString());
        var piece = Encoding.UTF8.GetBytes("Cork, IE\",10.00\nC1,2024-01-06,\"2 Low St\nCork, IE\",11.50\nC2,2024-01-06,\"2 Low");
        var layout = LayoutReader.Understand("shop.csv", head with { Parts = [head.Parts[0], piece], Complete = false }, ReadOptions.Default);
        Assert.Equal("customer=customer amount=amount date=date store=store", Samples.Roles(layout));
    }
}
