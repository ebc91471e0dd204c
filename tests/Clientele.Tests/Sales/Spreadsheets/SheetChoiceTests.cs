using Clientele.Sales;
using Clientele.Sales.Spreadsheets;

namespace Clientele.Tests.Sales.Spreadsheets;

public sealed class SheetChoiceTests
{
    private const string One = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    private const string Two = "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>";
    private const string Blank = "<row r=\"1\"><c r=\"A1\" s=\"0\"/></row>";

    [Fact]
    public void The_only_visible_sheet_with_data_is_taken() =>
        Assert.Equal("2\n", new TestBook().Rows(Blank, "Cover").Rows(One, "Old", "hidden").Rows(Two, "Sales").Rows("", "Older", "veryHidden").Text());

    [Fact]
    public void Several_with_data_must_be_chosen_from()
    {
        var error = new TestBook().Rows(One, "A & B").Rows(Two, "Q2").Rows(Two, "Secret", "hidden").Fails();
        Assert.Equal("sheet.several", error.Code);
        Assert.Contains("1 'A & B', 2 'Q2'", error.What, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", error.What, StringComparison.Ordinal);
        Assert.Contains("--sheet", error.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A & B", "1\n")]
    [InlineData("a & b", "1\n")]
    [InlineData("1", "2\n")]
    [InlineData("3", "3\n")]
    public void A_sheet_is_named_by_its_name_first_then_by_number(string asked, string expected) => Assert.Equal(
        expected, new TestBook().Rows(One, "A & B").Rows(Two, "1").Rows("<row r=\"1\"><c><v>3</v></c></row>", "Hidden", "hidden").Text(asked));

    [Theory]
    [InlineData("0")]
    [InlineData("4")]
    [InlineData("-1")]
    [InlineData("Q9")]
    public void An_unknown_sheet_lists_the_known(string asked)
    {
        var error = new TestBook().Rows(One, "A").Rows(Two, "B").Fails(asked);
        Assert.Equal("sheet.unknown", error.Code);
        Assert.Contains("1 'A', 2 'B'", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_without_data_is_an_error() => Assert.Equal("sheet.empty", new TestBook().Rows(Blank).Rows(One, "H", "hidden").Fails().Code);

    [Fact]
    public void Charts_are_no_sheets_and_names_are_unescaped()
    {
        var book = new TestBook().Rows(One, "Chart1").Rows(Two, "\"Täglich\" <1>");
        book.Part("xl/_rels/workbook.xml.rels", TestBook.Relations(("rId1", "chartsheet", "chartsheets/c.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml")));
        using var file = new TempFile(book.ToZip());
        Assert.Equal([new SheetInfo("\"Täglich\" <1>", Hidden: false, Index: 0, HasData: true)], Workbook.Sheets(file.Path, Container.Xlsx));
    }

    [Fact]
    public void Findings_tell_what_a_reader_must_know()
    {
        var book = new TestBook().Rows(
            "<row r=\"1\"><c><f>1+1</f><v>2</v></c><c/><c t=\"e\"><v>#REF!</v></c></row><row r=\"2\" hidden=\"1\"><c><v>1234567890123456</v></c></row><row r=\"3\" hidden=\"true\"/>",
            "S",
            "hidden",
            before: "<cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols>",
            after: "<mergeCells count=\"2\"><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>");
        using var file = new TempFile(book.ToZip());
        using var text = Workbook.OpenText(file.Path, Container.Xlsx, "S");
        text.CopyTo(Stream.Null);
        Assert.Equal(
            ["sheet.hidden 0", "sheet.formulas 1", "sheet.hidden-rows 1", "sheet.hidden-columns 2", "sheet.merged-cells 2", "sheet.long-numbers 1", "sheet.error-values 1"],
            text.Findings.Select(f => $"{f.Code} {f.Count}"));
    }
}
