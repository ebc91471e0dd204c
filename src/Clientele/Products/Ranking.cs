namespace Clientele.Products;

/// <summary>Puts products in their order and into classes: ABC by what they bring, XYZ by how steadily.</summary>
/// <remarks>A product is A as long as better ones bring less than the share asked for, so that the one that passes it is A, too.</remarks>
internal static class Ranking
{
    public static ProductFacts[] Of(IEnumerable<ProductFacts> products, ProductPlan plan, bool byMoney)
    {
        var ranked = products.ToArray();
        Array.Sort(ranked, (a, b) =>
        {
            var order = byMoney ? b.Money.CompareTo(a.Money) : b.Units.CompareTo(a.Units);
            return order != 0 ? order : string.CompareOrdinal(a.Code, b.Code);
        });
        var (sum, money) = (0.0, Money.Zero);
        foreach (var product in ranked)
        {
            if (product.Money.Sign > 0) money += product.Money;
            sum += product.Units;
        }

        var all = byMoney ? money.ToDouble() : sum;
        var (before, units) = (Money.Zero, 0.0);
        for (var i = 0; i < ranked.Length; i++)
        {
            var product = ranked[i];
            var better = all > 0 ? (byMoney ? before.ToDouble() : units) / all : 1;
            if (product.Money.Sign > 0) before += product.Money;
            units += product.Units;
            var share = byMoney ? product.Money.ToDouble() : product.Units;
            ranked[i] = product with
            {
                Rank = i + 1,
                Share = all > 0 ? share / all : 0,
                Cumulative = all > 0 ? Math.Min(1, (byMoney ? before.ToDouble() : units) / all) : 1,
                Abc = share <= 0 ? "C" : better < plan.A ? "A" : better < plan.B ? "B" : "C",
                Xyz = double.IsNaN(product.Variation) ? "" : product.Variation <= plan.X ? "X" : product.Variation <= plan.Y ? "Y" : "Z",
            };
        }

        return ranked;
    }
}
