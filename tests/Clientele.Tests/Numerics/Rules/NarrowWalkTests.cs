using Clientele.Numerics.Rules;
using Clientele.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Rules;

public sealed class NarrowWalkTests
{
    [Fact]
    public void Narrow_and_plain_walks_find_the_same_thresholds()
    {
        var random = new Random(8);
        for (var round = 0; round < 3000; round++)
        {
            var (n, nodes, k, least) = (1 + random.Next(120), 1 + random.Next(5), 1 + random.Next(6), 1 + random.Next(6));
            var (values, cells, kinds) = (new double[n], new int[n], 1 + random.Next(40));
            for (var i = 0; i < n; i++)
            {
                values[i] = random.Next(8) == 0 ? double.NaN : random.Next(kinds);
                cells[i] = random.Next(6) == 0 ? -1 : random.Next(nodes * k);
            }

            var level = new Level(nodes, k, least, cells);
            Assert.NotNull(level.Small);
            var ranked = RankedColumn.Of(values, "values");
            var splits = new NumberSplits(0, values, ranked);
            foreach (var missing in new[] { null, level.Missing(values, ranked.Order.Length) })
            {
                var (plain, narrow) = (new (double Score, double Low, double High, bool MissingLeft)[nodes], new (double Score, double Low, double High, bool MissingLeft)[nodes]);
                for (var node = 0; node < nodes; node++) plain[node].Score = narrow[node].Score = level.Rows[node] == 0 || random.Next(5) == 0 ? 0 : level.Floor(node);
                splits.Walk(level, missing, plain);
                new NarrowWalk(level, level.Small!, missing).Go(values, ranked, narrow);
                Assert.Equal(plain, narrow);
            }
        }
    }

    [Fact]
    public void Many_nodes_and_labels_take_the_plain_walk() => Assert.Null(new Level(51, 5, 1, new int[255]).Small);
}
