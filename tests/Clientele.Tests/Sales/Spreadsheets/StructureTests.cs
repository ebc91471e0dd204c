using System.Text;

namespace Clientele.Tests.Sales.Spreadsheets;

public sealed class StructureTests
{
    [Fact]
    public void Missing_rows_and_cells_keep_their_places() => Assert.Equal(
        "\n1||3\n\n\n|2|\n",
        new TestBook().Rows("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"C2\"><v>3</v></c></row><row r=\"4\"/><row r=\"5\"><c r=\"B5\"><v>2</v></c></row>").Text());

    [Fact]
    public void Rows_and_cells_without_references_follow_each_other() => Assert.Equal(
        "1|2|\n3||4\n",
        new TestBook().Rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r=\"C2\"><v>4</v></c></row>").Text());

    [Fact]
    public void Rows_are_filled_up_to_the_width_of_the_first_rows_and_styled_blanks_are_empty() => Assert.Equal(
        "a|b|c\n1||\n\n1|2|3|4\n5||\n",
        new TestBook().Rows(
            "<row r=\"1\"><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c><c t=\"str\"><v>c</v></c></row><row r=\"2\"><c><v>1</v></c><c s=\"0\"/><c s=\"0\"/><c s=\"0\"/></row><row r=\"3\"><c r=\"H3\" s=\"0\"/></row>"
            + string.Concat(Enumerable.Range(4, 97).Select(r => $"<row r=\"{r}\"><c><v>{r}</v></c></row>"))
            + "<row r=\"101\"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c><v>4</v></c></row><row r=\"102\"><c><v>5</v></c></row>")
            .Text().Split('\n') is var lines ? string.Join('\n', lines.Where((_, i) => i < 3 || i >= 100)) : "");

    [Theory]
    [InlineData("<row r=\"3\"/><row r=\"2\"/>")]
    [InlineData("<row r=\"2\"/><row r=\"2\"/>")]
    [InlineData("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"0\"/>")]
    [InlineData("<row r=\"1048577\"/>")]
    [InlineData("<row r=\"99999999999\"/>")]
    public void Places_that_cannot_be_are_errors(string rows) => Assert.StartsWith("sheet.", new TestBook().Rows(rows).Fails().Code, StringComparison.Ordinal);

    [Fact]
    public void A_lying_dimension_costs_nothing() => Assert.Equal(
        "1\n", new TestBook().Rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", before: "<dimension ref=\"A1:XFD1048576\"/>").Text());

    [Fact]
    public void Prefixed_and_strict_elements_are_read() => Assert.Equal(
        "7|text\n",
        new TestBook().Sheet(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes'?>\n<!-- > --><x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\">\n <x:sheetData>\n  <x:row r='1' x:ht='>'>\n   <x:c r='A1'>\n<x:v>7</x:v> </x:c><x:c r = 'B1' t = 'inlineStr' ><x:is ><x:t >text</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>\n")
            .Text());

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Assert.Equal(
        "7\n", new TestBook().Sheet("\uFEFF<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData></worksheet>").Text());

    [Fact]
    public void Targets_may_be_absolute_climb_or_differ_in_case()
    {
        var book = new TestBook().Rows("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>");
        foreach (var target in new[] { "/xl/worksheets/sheet1.xml", "../xl/./worksheets/sheet1.xml", "Worksheets/SHEET1.XML", "worksheets\\sheet1.xml", "worksheets/sheet%31.xml" })
        {
            Assert.Equal("7\n", book.Part("xl/_rels/workbook.xml.rels", TestBook.Relations(("rId1", "worksheet", target))).Text());
        }
    }

    [Fact]
    public void The_workbook_may_lie_elsewhere()
    {
        var parts = new TestBook().Rows("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>").Parts();
        var zip = new TinyZip();
        foreach (var (name, content) in parts)
        {
            if (name == "_rels/.rels") zip.Add(name, TestBook.Relations(("r1", "officeDocument", "/book/workbook.xml")));
            else zip.Add(name.Replace("xl/", "Book\\", StringComparison.Ordinal), content);
        }

        Assert.Equal("7\n", TestBook.ReadText(zip.ToArray()));
    }

    [Fact]
    public void Elements_around_and_between_rows_are_passed_over() => Assert.Equal(
        "7\n8\n",
        new TestBook().Rows(
            "<row r=\"1\"><c r=\"A1\"><v>7</v><extLst><ext><v>9</v><c r=\"B1\"><v>9</v></c></ext></extLst></c><extLst><c/></extLst></row><ext><row r=\"9\"/></ext><row r=\"2\"><c r=\"A2\"><v>8</v></c></row>",
            before: "<sheetViews><sheetView><pane/></sheetView></sheetViews>",
            after: "<extLst><ext><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></ext></extLst>").Text());

    [Fact]
    public void Long_texts_cross_every_border_of_the_window()
    {
        var random = new Random(7);
        var rows = new StringBuilder();
        var expected = new StringBuilder();
        for (var r = 1; r <= 300; r++)
        {
            var text = new string((char)('a' + r % 26), random.Next(1, 9000)) + "é";
            rows.Append($"<row r=\"{r}\"><c r=\"A{r}\"><v>{r}</v></c><c r=\"B{r}\" t=\"str\"><v>{text}</v></c></row>");
            expected.Append($"{r}|{text}\n");
        }

        Assert.Equal(expected.ToString(), new TestBook().Rows(rows.ToString()).Text());
    }
}
