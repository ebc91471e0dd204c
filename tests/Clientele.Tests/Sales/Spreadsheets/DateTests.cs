namespace Clientele.Tests.Sales.Spreadsheets;

public sealed class DateTests
{
    [Theory]
    [InlineData("40513.35138888889", "yyyy-mm-dd h:mm:ss", "2010-12-01 08:26:00")]
    [InlineData("40513", "14", "2010-12-01")]
    [InlineData("40513.5", "22", "2010-12-01 12:00:00")]
    [InlineData("40513.000011574", "d/m/yy", "2010-12-01 00:00:01")]
    [InlineData("40513.50000578704", "22", "2010-12-01 12:00:00.500")]
    [InlineData("40512.9999999999", "14", "2010-12-01")]
    [InlineData("1", "14", "1900-01-01")]
    [InlineData("59", "14", "1900-02-28")]
    [InlineData("61", "14", "1900-03-01")]
    [InlineData("2958465", "14", "9999-12-31")]
    [InlineData("0", "14", "0")]
    [InlineData("0.5", "14", "0.5")]
    [InlineData("60", "14", "60")]
    [InlineData("60.25", "14", "60.25")]
    [InlineData("-1", "14", "-1")]
    [InlineData("2958466", "14", "2958466")]
    [InlineData("n/a", "14", "n/a")]
    [InlineData("0.35138888888888886", "20", "08:26:00")]
    [InlineData("0", "h:mm", "00:00:00")]
    [InlineData("40513.25", "h:mm", "2010-12-01 06:00:00")]
    [InlineData("1.5", "[h]:mm", "36:00:00")]
    [InlineData("5.25", "46", "126:00:00")]
    [InlineData("-0.5", "[h]:mm", "-0.5")]
    [InlineData("40513", "0.00", "40513")]
    [InlineData("40513", "#,##0.00\\ \"days\"", "40513")]
    [InlineData("40513", "0.00E+00", "40513")]
    [InlineData("40513", "[Red]0;[Blue]-0", "40513")]
    [InlineData("40513", "General", "40513")]
    [InlineData("40513", "[$-409]d\\-mmm\\-yy;@", "2010-12-01")]
    [InlineData("40513", "mmm", "2010-12-01")]
    [InlineData("40513", "_-* #,##0.00\\ [$DM-407]_-", "40513")]
    [InlineData("40513", "0_s", "40513")]
    public void Number_format_makes_a_date(string serial, string format, string expected) =>
        Assert.Equal($"x|{expected}\n", Book(serial, format).Text());

    [Theory]
    [InlineData("0", "1904-01-01")]
    [InlineData("39051.35138888889", "2010-12-01 08:26:00")]
    [InlineData("60", "1904-03-01")]
    [InlineData("2957003", "9999-12-31")]
    [InlineData("2957004", "2957004")]
    public void The_1904_system_is_1462_days_ahead(string serial, string expected) =>
        Assert.Equal($"x|{expected}\n", Book(serial, "14").From1904().Text());

    [Fact]
    public void A_number_that_is_no_date_is_a_finding()
    {
        using var file = new TempFile(Book("60", "14").ToZip());
        using var text = Clientele.Sales.Spreadsheets.Workbook.OpenText(file.Path, Clientele.Sales.Container.Xlsx, null);
        text.CopyTo(Stream.Null);
        Assert.Contains(text.Findings, f => f.Code == "sheet.odd-dates" && f.Count == 1);
    }

    private static TestBook Book(string serial, string format) =>
        new TestBook().Formats(format).Rows($"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c><c r=\"B1\" s=\"1\"><v>{serial}</v></c></row>");
}
