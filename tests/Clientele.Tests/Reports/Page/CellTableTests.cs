using Clientele.Reports.Page;

namespace Clientele.Tests.Reports.Page;

/// <summary>The table of cells numbers and orders keys as a dictionary and a sort would.</summary>
public sealed class CellTableTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1_000)]
    [InlineData(3_000, 20_000)]
    [InlineData(100_000, 20_000)]
    public void Agrees_with_a_dictionary(int distinct, int rows)
    {
        var chance = new Random(distinct);
        var keys = new UInt128[distinct];
        for (var i = 0; i < distinct; i++) keys[i] = i % 3 == 0 ? (UInt128)chance.Next(50_000) : i % 3 == 1 ? new UInt128((ulong)chance.NextInt64(), (ulong)chance.NextInt64()) : new UInt128((ulong)chance.Next(300), 7);
        var (table, plain, order) = (new CellTable(rows), new Dictionary<UInt128, int>(), new List<UInt128>());
        for (var row = 0; row < rows; row++)
        {
            var key = keys[chance.Next(distinct)];
            if (plain.TryAdd(key, plain.Count)) order.Add(key);
            Assert.Equal(plain[key], table.NumberOf((ulong)(key >> 64), (ulong)key));
        }

        Assert.Equal(plain.Count, table.Count);
        Assert.Equal(order.Order().Select(key => plain[key]), table.Ascending());
    }

    [Fact]
    public void Says_when_nothing_more_fits()
    {
        var table = new CellTable(2);
        Assert.Equal([0, 1, -1, 0, 1], new ulong[] { 5, 9, 1, 5, 9 }.Select(low => table.NumberOf(3, low)));
        Assert.Equal([0, 1], table.Ascending());
    }
}
