using Clientele.Numerics.Testing;
using Clientele.Sales.Kept;

namespace Clientele.Products.Tastes;

/// <summary>Finds lovers of one category, hunters of reductions and buyers of one season.</summary>
/// <remarks>
/// Each order counts once, for lines of one order hang together. A customer's count of such orders is set beside the share of such orders in
/// the whole shop (binomial, upper tail); the p-values are corrected for all customers with three orders or more, and for the categories or seasons tried.
/// </remarks>
internal static class TasteSearch
{
    /// <summary>By kind, the surest first. O(n log n).</summary>
    public static IReadOnlyList<Taste> Of(Assortment assortment, ProductLines products, RunContext context)
    {
        var (sales, known) = (assortment.Sales, assortment.Sales.Known);
        var verdicts = known is { Money: true, Quantities: true } ? UsualPrices.Judge(sales, products, context) : null;
        var traits = OrderTraits.Of(assortment, verdicts);
        return [.. ByCategory(sales, traits.Categories), .. Reduced(sales.Sold, traits.Reduced), .. BySeason(sales.Sold, traits.Months)];
    }

    private static IEnumerable<Taste> ByCategory(KeptSales sales, int[] categories)
    {
        var standing = new Standing(TasteKind.Category);
        var (usual, all) = (new double[sales.Categories.Length], 0);
        foreach (var category in categories)
        {
            if (category >= 0) usual[category]++;
            all += category == -2 ? 0 : 1;
        }

        var counts = new int[usual.Length];
        for (var customer = 0; customer + 1 < sales.Sold.CustomerOrders.Length; customer++)
        {
            Array.Clear(counts);
            var of = 0;
            foreach (var category in Own(sales.Sold, categories, customer))
            {
                if (category >= 0) counts[category]++;
                of += category == -2 ? 0 : 1;
            }

            if (of < Standing.FewestOrders || counts.Length < 2) continue;
            var best = 0;
            for (var c = 1; c < counts.Length; c++)
            {
                if (BinomialTail.AtLeast(counts[c], of, usual[c] / all) < BinomialTail.AtLeast(counts[best], of, usual[best] / all)) best = c;
            }

            standing.Look(customer, sales.Categories[best], counts[best], of, usual[best] / all, counts.Length);
        }

        return standing.Found();
    }

    private static IEnumerable<Taste> Reduced(KeptLines lines, int[] reduced)
    {
        var standing = new Standing(TasteKind.Reduced);
        var (yes, all) = (0, 0);
        foreach (var order in reduced) (yes, all) = (yes + Math.Max(order, 0), all + (order < 0 ? 0 : 1));
        for (var customer = 0; customer + 1 < lines.CustomerOrders.Length; customer++)
        {
            var (own, of) = (0, 0);
            foreach (var order in Own(lines, reduced, customer)) (own, of) = (own + Math.Max(order, 0), of + (order < 0 ? 0 : 1));
            if (of >= Standing.FewestOrders) standing.Look(customer, "", own, of, (double)yes / all, 1);
        }

        return standing.Found();
    }

    // Only what came back in another year is a season.
    private static IEnumerable<Taste> BySeason(KeptLines lines, int[] months)
    {
        var standing = new Standing(TasteKind.Season);
        var seasons = new Seasons(months);
        for (var customer = 0; customer + 1 < lines.CustomerOrders.Length; customer++)
        {
            var own = Own(lines, months, customer);
            if (own.Length < Standing.FewestOrders) continue;
            var (best, most, least) = (-1, 0, 1.0);
            for (var season = 0; season < Seasons.Count; season++)
            {
                var (count, first, last) = (0, int.MaxValue, int.MinValue);
                foreach (var month in own)
                {
                    if (!Seasons.Holds(season, month)) continue;
                    var year = Seasons.YearOf(season, month);
                    (count, first, last) = (count + 1, Math.Min(first, year), Math.Max(last, year));
                }

                if (count < Standing.FewestOrders || first == last) continue;
                var p = BinomialTail.AtLeast(count, own.Length, seasons.Usual(season));
                if (best < 0 || p < least) (best, most, least) = (season, count, p);
            }

            if (best < 0) standing.Look(customer, "", 0, own.Length, 1, 1);
            else standing.Look(customer, Seasons.Name(best), most, own.Length, seasons.Usual(best), Seasons.Count);
        }

        return standing.Found();
    }

    private static ReadOnlySpan<int> Own(KeptLines lines, int[] orders, int customer) =>
        orders.AsSpan(lines.CustomerOrders[customer], lines.CustomerOrders[customer + 1] - lines.CustomerOrders[customer]);
}
