using System.Text;
using Clientele.People.Reading;
using Clientele.Sales;
using Clientele.Tables;

namespace Clientele.Tests.People.Reading;

public sealed class IdOrderTests
{
    private static readonly string[] s_parts = ["a", "ab", "customer", "customer-1", "customer-10", "00000001", "\u00e9", "Z", "0", "10", "9"];

    [Fact]
    public void Ids_stand_in_the_order_of_all_their_bytes_and_equal_ones_in_that_of_the_file()
    {
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            string[] ids = [.. Enumerable.Range(0, 1 + random.Next(40)).Select(_ => string.Concat(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => s_parts[random.Next(s_parts.Length)])))];
            var table = TableReader.Read("-", ReadOptions.Default with { Delimiter = ",", HeaderLine = 1 }, new MemoryStream(Encoding.UTF8.GetBytes("id,x\n" + string.Concat(ids.Select(id => id + ",1\n")))));
            var found = IdOrder.Of(table.Columns[0]);
            int[] expected = [.. Enumerable.Range(0, ids.Length).OrderBy(i => ids[i], Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b))))];
            Assert.Equal(expected, found.Rows);
            Assert.Equal(expected.Select(i => ids[i]), found.Ids);
        }
    }
}
