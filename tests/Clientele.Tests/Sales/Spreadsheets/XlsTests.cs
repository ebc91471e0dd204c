using Clientele.Sales;
using Clientele.Sales.Spreadsheets;

namespace Clientele.Tests.Sales.Spreadsheets;

public sealed class XlsTests
{
    [Fact]
    public void Cells_become_text() => Assert.Equal(
        "id|price|date|paid|note\n\n17850|2.55|2010-12-01 08:26:00|TRUE|\"\"\"q\"\" é\n\"\n1234567890123456|-3||FALSE|\n",
        Read(new TinyXls().Sheet("Sales")
            .Text(0, 0, "id").Text(0, 1, "price").Text(0, 2, "date").Text(0, 3, "paid").Text(0, 4, "note")
            .Number(2, 0, 17850).Number(2, 1, 2.55).Number(2, 2, 40513.35138888889, 2).Boolean(2, 3, true).Text(2, 4, "\"q\" é\n")
            .Number(3, 0, 1234567890123456).Number(3, 1, -3).Boolean(3, 3, false)));

    [Fact]
    public void Dates_of_both_systems()
    {
        Assert.Equal("x|2010-12-01\n", Read(new TinyXls().Sheet("S").Text(0, 0, "x").Number(0, 1, 40513, 1)));
        Assert.Equal("x|2010-12-01\n", Read(new TinyXls().From1904().Sheet("S").Text(0, 0, "x").Number(0, 1, 39051, 1)));
        Assert.Equal("x|08:26:00\n", Read(new TinyXls().Sheet("S").Text(0, 0, "x").Number(0, 1, 0.35138888888888886, 3)));
        foreach (var serial in new[] { 0, 59, 60, -1, 2958466 })
        {
            Assert.Equal($"x|{(serial == 59 ? 60 : serial)}\n", Read(new TinyXls().Sheet("S").Text(0, 0, "x").Number(0, 1, serial, 1)));
        }
    }

    [Fact]
    public void Error_values_stay_visible() => Assert.Equal("x|#N/A|#DIV/0!\n", Read(new TinyXls().Sheet("S").Text(0, 0, "x").Error(0, 1, 0x2A).Error(0, 2, 0x07)));

    [Fact]
    public void The_only_visible_sheet_with_data_is_taken()
    {
        var book = new TinyXls().Sheet("Cover").Blank(0, 0).Sheet("Old", 1).Text(0, 0, "old").Sheet("Sales").Text(0, 0, "new");
        Assert.Equal("new\n", Read(book));
        Assert.Equal("old\n", Read(book, "old"));
        using var file = new TempFile(book.ToArray());
        Assert.Equal(
            [new SheetInfo("Cover", false, 0, false), new SheetInfo("Old", true, 1, true), new SheetInfo("Sales", false, 2, true)], Workbook.Sheets(file.Path, Container.Xls));
    }

    [Fact]
    public void Truncated_or_changed_files_are_errors_or_change_nothing()
    {
        var book = new TinyXls().Sheet("S").Text(0, 0, "x").Number(1, 0, 5).ToArray();
        for (var length = 0; length < book.Length - 4096; length += 16)
        {
            Assert.Throws<UserException>(() => TestBook.ReadText(book[..length], kind: Container.Xls));
        }

        var random = new Random(2);
        for (var i = 0; i < 500; i++)
        {
            var damaged = (byte[])book.Clone();
            damaged[random.Next(1024 + 512)] ^= (byte)(1 << random.Next(8));
            try
            {
                TestBook.ReadText(damaged, kind: Container.Xls);
            }
            catch (UserException e)
            {
                Assert.NotEmpty(e.Fix);
            }
        }
    }

    private static string Read(TinyXls book, string? sheet = null) => TestBook.ReadText(book.ToArray(), sheet, Container.Xls);
}
