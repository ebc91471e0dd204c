using Clientele.Numerics.Neighbours;
using FsCheck.Fluent;

namespace Clientele.Tests.Numerics.Neighbours;

public sealed unsafe class KdTreeTests
{
    private static readonly FsCheck.Gen<Case> s_cases = Gen.OneOf(Case.Small, Gen.Select(Case.Small, c => c with { Rows = c.Rows * 6 }));

    [Fact]
    public void Neighbours_are_those_of_a_plain_search() => Case.Check(1000, s_cases, c =>
    {
        var x = c.Matrix();
        var tree = new KdTree(x.Values, x.Columns);
        var (list, nearest, k) = (new NearestList(tree, null, c.K), new NearestPoint(tree), Math.Min(c.K, x.Rows));
        foreach (var i in Enumerable.Range(0, x.Rows).Where(i => i % 5 == 0))
        {
            // Half of the queries are no rows.
            var point = x.Row(i).ToArray();
            if (i % 2 == 0) point[0] += 0.3;
            var plain = Enumerable.Range(0, x.Rows).Select(j => (Square: Oracle.Square(point, x.Row(j)), j)).Order().ToArray();
            fixed (double* at = point)
            {
                list.Find(at);
                if (!list.Items.SequenceEqual(plain.Take(k).Select(p => p.j).ToArray())) return false;
                if (!list.Squares.SequenceEqual(plain.Take(k).Select(p => p.Square).ToArray())) return false;
                if (nearest.Find(at) != plain[0].j || nearest.Square != plain[0].Square) return false;
                if (nearest.Find(at, plain[0].Square) != plain[0].j) return false;
                if (plain[0].Square > 0 && nearest.Find(at, Math.BitDecrement(plain[0].Square)) != -1) return false;
                var (square, within) = (plain[x.Rows / 2].Square, new List<int>());
                Within.List(tree, at, square, within);
                if (!within.Order().SequenceEqual(plain.Where(p => p.Square <= square).Select(p => p.j).Order())) return false;
            }
        }

        return true;
    });

    [Fact]
    public void Weights_end_the_list_where_they_reach_the_total() => Case.Check(1000, s_cases, c =>
    {
        var x = c.Matrix();
        var (tree, weights) = (new KdTree(x.Values, x.Columns), Enumerable.Range(0, x.Rows).Select(i => 0.5 + (i % 3)).ToArray());
        var list = new NearestList(tree, weights, c.K);
        var plain = Enumerable.Range(0, x.Rows).Select(j => (Square: Oracle.Square(x.Row(0), x.Row(j)), j)).Order().ToArray();
        var (sum, count) = (0.0, 0);
        while (count < plain.Length && sum < c.K) sum += weights[plain[count++].j];
        fixed (double* at = x.Values) list.Find(at);
        return list.Items.SequenceEqual(plain.Take(count).Select(p => p.j).ToArray()) && list.Full == (sum >= c.K)
            && list.Reach == (sum >= c.K ? plain[count - 1].Square : double.PositiveInfinity);
    });

    [Fact]
    public void Contrived_orders_are_split_as_others()
    {
        var values = Enumerable.Range(0, 4000).Select(i => (double)(i % 2 == 0 ? i : 4000 - i)).ToArray();
        var (keys, items) = ((double[])values.Clone(), Enumerable.Range(0, 4000).ToArray());
        MedianSplit.Split(keys, items, 0, 4000, 1777);
        Assert.Equal(values.Order().Take(1777), keys.Take(1777).Order());
        Assert.All(Enumerable.Range(0, 4000), i => Assert.Equal(values[items[i]], keys[i]));
    }

    [Theory, InlineData(0.1), InlineData(0.3), InlineData(1e-160), InlineData(1e200), InlineData(5.0)]
    public void A_radius_as_a_square_decides_like_the_radius(double radius)
    {
        var square = Within.Square(radius);
        Assert.True(Math.Sqrt(square) <= radius);
        Assert.True(square == double.MaxValue || Math.Sqrt(Math.BitIncrement(square)) > radius);
    }
}
