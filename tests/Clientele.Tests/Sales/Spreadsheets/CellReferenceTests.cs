using System.Text;
using Clientele.Sales.Spreadsheets;

namespace Clientele.Tests.Sales.Spreadsheets;

public sealed class CellReferenceTests
{
    [Fact]
    public void Letters_and_columns_are_inverse()
    {
        for (var column = 0; column < WorkbookLimits.Columns; column++)
        {
            Assert.True(CellReference.TryRead(Encoding.ASCII.GetBytes(CellReference.Letters(column) + "17"), out var read, out var row));
            Assert.Equal((column, 17), (read, row));
        }

        Assert.Equal("XFD", CellReference.Letters(WorkbookLimits.Columns - 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("17")]
    [InlineData("A0")]
    [InlineData("XFE1")]
    [InlineData("A1048577")]
    [InlineData("$A$1")]
    [InlineData("A1:B2")]
    [InlineData("A-1")]
    public void Other_texts_are_no_cells(string text) => Assert.False(CellReference.TryRead(Encoding.ASCII.GetBytes(text), out _, out _));
}
