using System.Text;
using Clientele.Sales.Spreadsheets;

namespace Clientele.Tests.Sales.Spreadsheets;

public sealed class AttackTests
{
    private const string Cell = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    private static readonly WorkbookLimits s_small = new()
    {
        SheetBytes = 4 << 20, SharedStringBytes = 2 << 20, OtherPartBytes = 1 << 20, TextBytes = 3 << 20, RatioFrom = 1 << 20, Ratio = 100,
    };

    public static TheoryData<string, string> Bombs => new()
    {
        { "xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{Cell}" },
        { "xl/sharedStrings.xml", "<sst>" },
        { "xl/styles.xml", "<styleSheet>" },
        { "xl/workbook.xml", "<workbook>" },
        { "xl/_rels/workbook.xml.rels", "<Relationships>" },
        { "_rels/.rels", "<Relationships>" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_part_that_swells_is_stopped(string part, string start)
    {
        var book = new TestBook().Strings("<t>a</t>").Formats("14").Rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
        book.Part(part, Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat("<a></a> ", 700_000))));
        var error = Assert.Throws<UserException>(() => TestBook.ReadText(book.ToZip(), limits: s_small));
        Assert.Equal("sheet.limit", error.Code);
        Assert.Equal(ExitCode.Limit, error.Exit);
    }

    [Fact]
    public void Real_sheets_stay_far_below_the_ratio()
    {
        var rows = new StringBuilder();
        for (var r = 1; r <= 60_000; r++) rows.Append($"<row r=\"{r}\"><c r=\"A{r}\" t=\"n\"><v>1</v></c><c r=\"B{r}\" t=\"s\"><v>0</v></c></row>");
        var zip = new TestBook().Strings("<t>same</t>").Rows(rows.ToString()).ToZip();
        Assert.InRange(rows.Length / zip.Length, 2, WorkbookLimits.Default.Ratio / 3);
    }

    [Fact]
    public void One_text_in_every_cell_of_a_row_is_stopped()
    {
        var cells = string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 2000));
        Assert.Equal("sheet.limit", new TestBook().Strings($"<t>{new string('x', 30_000)}</t>").Rows($"<row>{cells}</row>").Fails().Code);
    }

    [Fact]
    public void Far_columns_in_every_row_are_stopped()
    {
        var rows = string.Concat(Enumerable.Range(1, 1000).Select(r => $"<row r=\"{r}\"><c r=\"XFD{r}\"><v>1</v></c></row>"));
        Assert.Equal("sheet.limit", Assert.Throws<UserException>(() => TestBook.ReadText(new TestBook().Rows(rows).ToZip(), limits: s_small)).Code);
    }

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet/>")]
    [InlineData("<!DOCTYPE worksheet SYSTEM \"file:///etc/hostname\"><worksheet/>")]
    [InlineData("<worksheet><!ENTITY x \"y\"></worksheet>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-7\"?><worksheet/>")]
    [InlineData("<worksheet><sheetData></worksheet></sheetData>")]
    [InlineData("<worksheet/><worksheet/>")]
    [InlineData("<worksheet><sheetData>")]
    [InlineData("<worksheet")]
    [InlineData("<")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("text")]
    [InlineData("<worksheet/>text")]
    [InlineData("<worksheet a=b/>")]
    [InlineData("<worksheet a/>")]
    [InlineData("<worksheet a=\"1/>")]
    [InlineData("< worksheet/>")]
    [InlineData("</worksheet>")]
    [InlineData("<chartsheet/>")]
    [InlineData("<worksheet/><!-- never closed")]
    [InlineData("<worksheet><![CDATA[ never closed")]
    public void Xml_that_is_not_plain_and_whole_is_an_error(string xml) =>
        Assert.Equal("sheet.damaged", new TestBook().Rows(Cell).Part("xl/worksheets/sheet1.xml", xml).Fails("1").Code);

    [Fact]
    public void Utf_16_is_named() => Assert.Contains(
        "UTF-16", new TestBook().Rows(Cell).Part("xl/worksheets/sheet1.xml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<worksheet/>")]).Fails("1").What, StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_stopped()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 1_000_000));
        Assert.Equal("sheet.limit", new TestBook().Rows(Cell).Part("xl/styles.xml", "<styleSheet>" + deep)
            .Part("xl/_rels/workbook.xml.rels", TestBook.Relations(("rId1", "worksheet", "worksheets/sheet1.xml"), ("s", "styles", "styles.xml"))).Fails().Code);
        Assert.Equal("sheet.limit", new TestBook().Rows(deep).Fails("1").Code);
    }

    [Fact]
    public void Giant_attributes_and_texts_are_stopped()
    {
        var giant = new string('x', 3 << 20);
        Assert.Equal("sheet.limit", new TestBook().Rows($"<row r=\"1\" a=\"{giant}\"/>").Fails("1").Code);
        Assert.Equal("sheet.limit", new TestBook().Rows($"<row r=\"1\"><c r=\"A1\" t=\"str\"><v>{giant}</v></c></row>").Fails("1").Code);
        Assert.Equal("sheet.damaged", new TestBook().Rows($"<row {string.Concat(Enumerable.Range(0, 300).Select(i => $"a{i}='' "))}/>").Fails("1").Code);
    }

    [Fact]
    public void Too_many_files_are_stopped()
    {
        var zip = new TinyZip();
        for (var i = 0; i < 10_001; i++) zip.Add($"p{i}", [], deflate: false);
        Assert.Equal("sheet.limit", Assert.Throws<UserException>(() => TestBook.ReadText(zip.ToArray())).Code);
    }
}
