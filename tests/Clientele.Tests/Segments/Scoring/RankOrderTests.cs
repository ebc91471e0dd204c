using Clientele.Segments.Scoring;

namespace Clientele.Tests.Segments.Scoring;

public sealed class RankOrderTests
{
    [Fact]
    public void Doubles_of_every_size_and_sign_come_in_order()
    {
        double[] values = [0.0, -0.0, 1, -1, double.Epsilon, -double.Epsilon, 1e308, -1e308, 0.1, 374, 2, 2];
        var ranks = RankOrder.Of(values);
        Assert.Equal(values.Order(), ranks.Order.Select(i => values[i]));
        Assert.Equal(ranks.Levels[0], ranks.Levels[1]);
        Assert.Equal(values.Distinct().Count(), ranks.Distinct);
    }

    [Fact]
    public void Money_comes_in_exact_order_and_equal_amounts_keep_table_order()
    {
        var chance = new Random(3);
        Int128[] marks = [Int128.MinValue, Int128.MaxValue, -1, 0, 1, (Int128)1 << 64, ((Int128)1 << 64) - 1, -((Int128)1 << 64)];
        var values = Enumerable.Range(0, 500).Select(_ => new Money(marks[chance.Next(marks.Length)])).ToArray();
        var ranks = RankOrder.Of(values);
        Assert.Equal(Enumerable.Range(0, 500).OrderBy(i => values[i].Units).ToArray(), ranks.Order);
        Assert.Equal(marks.Length, ranks.Distinct);
    }
}
