using System.Text;
using Clientele.Sales;
using Clientele.Tables;

namespace Clientele.Tests.Tables;

public sealed class ColumnNatureTests
{
    [Theory]
    [InlineData("CustomerID", "5|5|6|7", ColumnKind.Id)]
    [InlineData("Customer Id", "a|b|b|c", ColumnKind.Id)]
    [InlineData("member", "0001|0002|0003|0009", ColumnKind.Id)]
    [InlineData("line", "3|1|2|4|5|6|7|8|10|9", ColumnKind.Id)]
    [InlineData("code", "AB1|AB2|AB7|AC1", ColumnKind.Id)]
    [InlineData("age", "31|25|47|62", ColumnKind.Count)]
    [InlineData("paid", "31|25|47|62", ColumnKind.Count)]
    [InlineData("spent", "31.5|25|47|-62", ColumnKind.Amount)]
    [InlineData("income", "$84,835.00|$1.00|$2.00|$2.00", ColumnKind.Amount)]
    [InlineData("answered", "0|1|1|0", ColumnKind.Flag)]
    [InlineData("answered", "yes|no|yes|no", ColumnKind.Flag)]
    [InlineData("since", "2014-06-16|2014-06-15|2014-01-01|2015-03-04", ColumnKind.Date)]
    [InlineData("country", "SP|CA|SP|CA", ColumnKind.Category)]
    [InlineData("note", "called once|asked again|a b|c d", ColumnKind.Text)]
    [InlineData("nothing", "||NA|", ColumnKind.Empty)]
    public void Kind_follows_from_name_and_cells(string name, string cells, ColumnKind kind)
    {
        var text = $"first\t{name}\n{string.Concat(cells.Split('|').Select(v => $"x\t{v}\n"))}";
        var column = TableReader.Read("-", ReadOptions.Default with { Delimiter = "tab", HeaderLine = 1 }, new MemoryStream(Encoding.UTF8.GetBytes(text))).Columns[1];
        var nature = ColumnNature.Of(column);
        Assert.Equal(kind, nature.Kind);
        Assert.NotEmpty(nature.Reason);
    }
}
