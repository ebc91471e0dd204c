namespace Clientele.Tests.Sales.Spreadsheets;

public sealed class CellTests
{
    [Theory]
    [InlineData("<v>6</v>", "", "6")]
    [InlineData("<v>2.5499999999999998</v>", "", "2.55")]
    [InlineData("<v>0.10</v>", "", "0.10")]
    [InlineData("<v> 7 </v>", "", "7")]
    [InlineData("<v>1.0000000000000001E-5</v>", "", "0.00001")]
    [InlineData("<v>1.2345678901234501E+16</v>", "", "12345678901234500")]
    [InlineData("<v>12345678901234567</v>", "", "12345678901234567")]
    [InlineData("<v>-11062.06</v>", "", "-11062.06")]
    [InlineData("<v>1e308</v>", "", "1E+308")]
    [InlineData("<v>NaN</v>", "", "NaN")]
    [InlineData("<v>twelve</v>", "", "twelve")]
    [InlineData("<v>1</v>", "t=\"b\"", "TRUE")]
    [InlineData("<v>0</v>", "t=\"b\"", "FALSE")]
    [InlineData("<v>#N/A</v>", "t=\"e\"", "#N/A")]
    [InlineData("<v>x &amp; y</v>", "t=\"str\"", "x & y")]
    [InlineData("<v>2011-12-09T12:50:00</v>", "t=\"d\"", "2011-12-09 12:50:00")]
    [InlineData("<v>2011-12-09T00:00:00.000</v>", "t=\"d\"", "2011-12-09")]
    [InlineData("<v>2011-12-09</v>", "t=\"d\"", "2011-12-09")]
    [InlineData("<f>A9+1</f><v>12</v>", "", "12")]
    [InlineData("<f>A9</f><v></v>", "t=\"str\"", "")]
    [InlineData("<is><t>EIRE</t></is>", "t=\"inlineStr\"", "EIRE")]
    [InlineData("<is><t xml:space=\"preserve\">  two  </t></is>", "t=\"inlineStr\"", "  two  ")]
    [InlineData("<is><r><rPr><b/></rPr><t>WHITE </t></r><r><t>HEART</t></r><rPh sb=\"0\" eb=\"1\"><t>kana</t></rPh><phoneticPr fontId=\"1\"/></is>", "t=\"inlineStr\"", "WHITE HEART")]
    [InlineData("<is><t>a<!-- no -->b<![CDATA[<&amp;>]]></t></is>", "t=\"inlineStr\"", "ab<&amp;>")]
    [InlineData("<is><t>&#163;5 &#xA3;6 &lt;&gt;&quot;&apos;&#x1F600;</t></is>", "t=\"inlineStr\"", "£5 £6 <>\"'\U0001F600")]
    [InlineData("<is><t>a_x0041_b _x005F_x0041_ _x00ZZ_ _x004 gift_0001_40</t></is>", "t=\"inlineStr\"", "aAb _x0041_ _x00ZZ_ _x004 gift_0001_40")]
    [InlineData("<is><t>_xD83D__xDE00_ _xD83D_</t></is>", "t=\"inlineStr\"", "\U0001F600 _xD83D_")]
    [InlineData("<is><t>one_x000D_\ntwo</t></is>", "t=\"inlineStr\"", "\"one\r\ntwo\"")]
    [InlineData("<is><t>one\r\ntwo\rthree</t></is>", "t=\"inlineStr\"", "\"one\ntwo\nthree\"")]
    [InlineData("<is><t>a_x001F_b</t></is>", "t=\"inlineStr\"", "\"a|b\"")]
    [InlineData("<is><t>12\" PLATE, RED</t></is>", "t=\"inlineStr\"", "12\" PLATE, RED")]
    [InlineData("<is><t>\"RED\" PLATE</t></is>", "t=\"inlineStr\"", "\"\"\"RED\"\" PLATE\"")]
    public void Cell_becomes_its_text(string content, string attributes, string expected) =>
        Assert.Equal($"id|{expected}|end\n", new TestBook().Rows($"<row r=\"1\">{Id}<c r=\"B1\" {attributes}>{content}</c>{End}</row>").Text());

    [Fact]
    public void Shared_strings_are_looked_up_in_any_order() => Assert.Equal(
        "c & d|\"x\ny\"|b||ab\n",
        new TestBook()
            .Strings("<t>ab</t>", "<r><t>b</t></r><rPh sb=\"0\" eb=\"1\"><t>ビ</t></rPh>", "<t>c &amp; d</t>", "<t>x\ny</t>", "<t/>")
            .Rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c><c r=\"B1\" t=\"s\"><v>3</v></c><c r=\"C1\" t=\"s\"><v>1</v></c><c r=\"D1\" t=\"s\"><v>4</v></c><c r=\"E1\" t=\"s\"><v>0</v></c></row>")
            .Text());

    [Theory]
    [InlineData("<c r=\"C17\" t=\"s\"><v>1</v></c>")]
    [InlineData("<c r=\"C17\" t=\"s\"><v>-1</v></c>")]
    [InlineData("<c r=\"C17\" t=\"s\"><v>x</v></c>")]
    [InlineData("<c r=\"C17\" s=\"9\"><v>1</v></c>")]
    [InlineData("<c r=\"C17\"><f>SUM(A1)</f></c>")]
    [InlineData("<c r=\"C17\"><f>SUM(A1)</f><v/></c>")]
    [InlineData("<c r=\"C17\" t=\"inlineStr\"><is><t>&nope;</t></is></c>")]
    [InlineData("<c r=\"C17\" t=\"inlineStr\"><is><t>&#0;</t></is></c>")]
    [InlineData("<c r=\"C17\" t=\"inlineStr\"><is><t>a & b</t></is></c>")]
    [InlineData("<c r=\"C17\" t=\"inlineStr\"><is><t>a</is></t></c>")]
    public void Wrong_cells_are_errors_that_name_the_cell(string cell) =>
        Assert.Contains("Sheet1!C17:", new TestBook().Strings("<t>only</t>").Rows($"<row r=\"17\">{cell}</row>").Fails().What, StringComparison.Ordinal);

    [Fact]
    public void A_shared_string_without_the_part_is_an_error() =>
        Assert.Contains("Sheet1!A1", new TestBook().Rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>").Fails().What, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_cell_type_is_an_error() =>
        Assert.Contains("type", new TestBook().Rows("<row r=\"1\"><c r=\"A1\" t=\"zz\"><v>0</v></c></row>").Fails().What, StringComparison.Ordinal);

    private const string Id = "<c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c>";
    private const string End = "<c r=\"C1\" t=\"inlineStr\"><is><t>end</t></is></c>";
}
