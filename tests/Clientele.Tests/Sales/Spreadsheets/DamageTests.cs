using System.Text;
using Clientele.Sales;
using Clientele.Sales.Spreadsheets;

namespace Clientele.Tests.Sales.Spreadsheets;

public sealed class DamageTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";

    [Fact]
    public void Every_truncation_is_an_error()
    {
        var whole = Book().ToZip();
        for (var length = 0; length < whole.Length; length += length < 60 || length > whole.Length - 60 ? 1 : 37)
        {
            var error = Assert.Throws<UserException>(() => TestBook.ReadText(whole[..length]));
            Assert.Equal(ExitCode.BadData, error.Exit);
        }
    }

    [Fact]
    public void A_changed_byte_is_an_error_or_changes_nothing()
    {
        var whole = Book().ToZip();
        var expected = TestBook.ReadText(whole);
        var random = new Random(11);
        var stopped = 0;
        for (var i = 0; i < 1500; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                Assert.Equal(expected, TestBook.ReadText(damaged));
            }
            catch (UserException)
            {
                stopped++;
            }
        }

        Assert.True(stopped > 800, $"only {stopped} stopped");
    }

    [Fact]
    public void A_wrong_check_sum_or_length_is_an_error()
    {
        Assert.Contains("check sum", Read(crc: 1).What, StringComparison.Ordinal);
        Assert.Equal("sheet.damaged", Read(length: 3).Code);
        Assert.Equal("sheet.damaged", Read(length: 1_000_000).Code);
    }

    [Fact]
    public void A_wrong_check_sum_of_shared_strings_is_found_too()
    {
        var zip = new TinyZip();
        foreach (var (name, content) in Book().Parts()) zip.Add(name, content, crc: name == "xl/sharedStrings.xml" ? 5 : null);
        Assert.Contains("sharedStrings", Assert.Throws<UserException>(() => TestBook.ReadText(zip.ToArray())).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Encrypted_entries_are_named()
    {
        var zip = new TinyZip();
        foreach (var (name, content) in Book().Parts()) zip.Add(name, content, flags: name == Sheet ? (ushort)1 : (ushort)0);
        Assert.Equal("sheet.protected", Assert.Throws<UserException>(() => TestBook.ReadText(zip.ToArray())).Code);
    }

    [Fact]
    public void A_part_that_is_there_twice_is_an_error()
    {
        var zip = new TinyZip();
        foreach (var (name, content) in Book().Parts()) zip.Add(name, content);
        zip.Add(Sheet.ToUpperInvariant(), "<worksheet/>");
        Assert.Contains("twice", Assert.Throws<UserException>(() => TestBook.ReadText(zip.ToArray())).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml", "sheet.damaged")]
    [InlineData("xl/_rels/workbook.xml.rels", "sheet.damaged")]
    [InlineData("xl/sharedStrings.xml", "sheet.damaged")]
    [InlineData("xl/styles.xml", "sheet.damaged")]
    [InlineData("xl/workbook.xml", "sheet.kind")]
    public void A_missing_part_is_named(string part, string code) => Assert.Equal(code, Book().Without(part).Fails().Code);

    [Theory]
    [InlineData("xl/workbook.bin", "", ".xlsb")]
    [InlineData("word/document.xml", "<document/>", ".docx")]
    [InlineData("ppt/presentation.xml", "<presentation/>", ".pptx")]
    [InlineData("xl/other.xml", "<drawing/>", "another kind")]
    public void Other_documents_are_named(string part, string content, string kind) => Assert.Contains(
        kind, Book().Part(part, content).Part("xl/_rels/other.xml.rels", TestBook.Relations()).Part("_rels/.rels", TestBook.Relations(("r", "officeDocument", part))).Fails().What, StringComparison.Ordinal);

    [Fact]
    public void OpenDocument_is_named() => Assert.Contains(
        ".ods", Assert.Throws<UserException>(() => TestBook.ReadText(new TinyZip().Add("mimetype", "application/vnd.oasis.opendocument.spreadsheet").Add("content.xml", "<x/>").ToArray())).What, StringComparison.Ordinal);

    [Theory]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("<html><table></table></html>")]
    [InlineData("")]
    public void Text_named_xlsx_is_an_error(string content) =>
        Assert.Equal("sheet.truncated", Assert.Throws<UserException>(() => TestBook.ReadText(Encoding.UTF8.GetBytes(content))).Code);

    [Theory]
    [InlineData(Container.Xlsx)]
    [InlineData(Container.Xls)]
    public void A_missing_file_is_an_error(Container kind) =>
        Assert.Equal(ExitCode.Disk, Assert.Throws<UserException>(() => Workbook.OpenText("/no/such/file.xlsx", kind, null)).Exit);

    [Fact]
    public void A_stream_may_be_left_in_the_middle()
    {
        var rows = string.Concat(Enumerable.Range(1, 50_000).Select(r => $"<row r=\"{r}\"><c r=\"A{r}\"><v>{r * 7919L % 10007}</v></c></row>"));
        using var file = new TempFile(new TestBook().Rows(rows).ToZip());
        for (var i = 0; i < 20; i++)
        {
            using var text = Workbook.OpenText(file.Path, Container.Xlsx, null);
            Assert.True(text.ReadByte() >= 0);
        }
    }

    private static TestBook Book() => new TestBook().Strings("<t>alpha</t>", "<t>beta</t>").Formats("14").Rows(
        string.Concat(Enumerable.Range(1, 200).Select(r => $"<row r=\"{r}\"><c r=\"A{r}\" t=\"s\"><v>{r % 2}</v></c><c r=\"B{r}\" s=\"1\"><v>{40000 + r * 7}</v></c></row>")));

    private static UserException Read(uint? crc = null, int? length = null)
    {
        var zip = new TinyZip();
        foreach (var (name, content) in Book().Parts())
        {
            if (name == Sheet) zip.Add(name, content, crc: crc, length: length);
            else zip.Add(name, content);
        }

        return Assert.Throws<UserException>(() => TestBook.ReadText(zip.ToArray()));
    }
}
