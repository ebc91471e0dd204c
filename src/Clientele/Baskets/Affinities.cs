using Clientele.Numerics.Testing;
using Clientele.Products;
using Clientele.Sales.Kept;

namespace Clientele.Baskets;

/// <summary>Works out what each segment leans to.</summary>
/// <remarks>
/// What is counted are pairs of a customer and an item, each once however often it was bought: of all pairs of the shop, the segment's are
/// drawn without putting back. Two-sided by doubling the smaller tail; Benjamini and Hochberg over all segments and items of a level.
/// </remarks>
public static class Affinities
{
    /// <summary>Pairs that chance would give, or that there are, at least.</summary>
    public const int Least = 5;

    /// <summary>False discoveries among the affinities that are told, at most.</summary>
    public const double Level = 0.05;

    internal static IReadOnlyList<Affinity> Of(string level, OrderItems orders, KeptLines lines, ShopSegments segments)
    {
        var (items, count) = (orders.Transactions.ItemCount, segments.All.Count);
        var (pairs, tried) = (new int[count * items], new long[count]);
        var seen = new int[items];
        Array.Fill(seen, -1);
        for (var t = 0; t < orders.Orders.Length; t++)
        {
            var customer = lines.OrderCustomers[orders.Orders[t]];
            if (customer < 0) continue;
            var segment = segments.Of(customer);
            foreach (var item in orders.Transactions[t])
            {
                if (seen[item] == customer) continue;
                seen[item] = customer;
                pairs[(segment * items) + item]++;
                tried[segment]++;
            }
        }

        var found = Test(level, pairs, tried, items, segments);
        found.Sort((a, b) => Compare(a, b, segments));
        return found;
    }

    private static List<Affinity> Test(string level, int[] pairs, long[] tried, int items, ShopSegments segments)
    {
        var (all, found, p) = (tried.Sum(), new List<Affinity>(), new List<double>());
        for (var item = 0; item < items; item++)
        {
            var buyers = 0;
            for (var s = 0; s < tried.Length; s++) buyers += pairs[(s * items) + item];
            if (buyers < Least) continue;
            for (var s = 0; s < tried.Length; s++)
            {
                var mine = pairs[(s * items) + item];
                var expected = (double)buyers * tried[s] / all;
                if (expected < Least && mine < Least) continue;
                p.Add(Math.Min(1, 2 * (mine > expected ? Hypergeometric.AtLeast(mine, buyers, tried[s], all) : Hypergeometric.AtMost(mine, buyers, tried[s], all))));
                found.Add(new Affinity(segments.All[s].Name, level, item)
                {
                    Buyers = mine,
                    AllBuyers = buyers,
                    Penetration = (double)mine / segments.All[s].Count,
                    Index = 100 * mine / expected,
                });
            }
        }

        var adjusted = ManyComparisons.BenjaminiHochberg(p.ToArray());
        for (var i = 0; i < found.Count; i++) found[i] = found[i] with { P = adjusted[i] };
        return found;
    }

    private static int Compare(Affinity a, Affinity b, ShopSegments segments)
    {
        var order = a.Segment == b.Segment ? 0 : Place(a).CompareTo(Place(b));
        if (order == 0) order = (b.P <= Level).CompareTo(a.P <= Level);
        if (order == 0) order = b.Index.CompareTo(a.Index);
        if (order == 0) order = b.Buyers.CompareTo(a.Buyers);
        return order != 0 ? order : a.Item.CompareTo(b.Item);

        int Place(Affinity affinity)
        {
            for (var s = 0; s < segments.All.Count; s++)
            {
                if (segments.All[s].Name == affinity.Segment) return s;
            }

            return -1;
        }
    }
}
