namespace Clientele.Products;

/// <summary>Counts all products, shared out to threads; every product writes to its own place.</summary>
internal sealed class ProductWork(ProductPlan plan, Assortment assortment, ShopSegments segments, RunContext context)
{
    private readonly ShopTimes _times = new(assortment.Sales, plan);
    private readonly ProductLines _lines = ProductLines.Of(assortment);

    /// <summary>Sold lines of each product.</summary>
    public ProductLines Lines => _lines;

    /// <summary>Most of the best segments' orders first; filled by <see cref="Facts"/>.</summary>
    public IReadOnlyList<ProductDependence> Dependence { get; private set; } = [];

    /// <summary>Filled by <see cref="Facts"/>.</summary>
    public IReadOnlyList<Rebuying> Replenishment { get; private set; } = [];

    public ProductFacts[] Facts()
    {
        var sales = assortment.Sales;
        var categories = ProductLines.OfCategories(assortment);
        var (facts, dependence, rebuying) = (new ProductFacts?[_lines.Count], new ProductDependence?[_lines.Count], new Rebuying?[_lines.Count + categories.Count]);
        var endDay = ShopTimes.Day(sales.Totals.Last.Ticks);
        var returned = ReturnedUnits.Of(sales);
        var leaning = new DependencePass(assortment, segments);
        var (passes, gaps) = (new ProductPass?[Hands.Count(context.Threads)], new Replenishment?[Hands.Count(context.Threads)]);
        Hands.Share(rebuying.Length, context, (item, worker) =>
        {
            var gap = gaps[worker] ??= new Replenishment(sales.Sold, endDay);
            if (item >= _lines.Count)
            {
                rebuying[item] = gap.Of("category", item - _lines.Count, categories[item - _lines.Count]);
                return;
            }

            var own = _lines[item];
            if (own.Length == 0) return;
            facts[item] = (passes[worker] ??= new ProductPass(assortment, _times, returned, sales.Known.Money)).Of(item, own);
            dependence[item] = leaning.Of(item, own);
            rebuying[item] = gap.Of("product", item, own);
        });

        var ranked = Ranking.Of(facts.OfType<ProductFacts>(), plan, sales.Known.Money);
        if (ranked.Length == 0) throw ProductProblems.NothingLeft();
        Dependence = [.. dependence.OfType<ProductDependence>().Where(d => d.Orders > 0).OrderByDescending(d => d.Orders).ThenByDescending(d => d.Baskets).ThenBy(d => d.Product)];
        Replenishment = [.. rebuying.OfType<Rebuying>().OrderByDescending(r => r.Level, StringComparer.Ordinal).ThenByDescending(r => r.Gaps).ThenBy(r => r.Item)];
        var (recent, earlier) = Orders();
        var stages = LifeCycle.Of(ranked, _times.RecentFrom, _times.EarlierFrom, _times.Begin, recent, earlier);
        for (var i = 0; i < ranked.Length; i++) ranked[i] = ranked[i] with { Stage = stages[i] };
        return ranked;
    }

    /// <summary>Of products that are still sold, in their rank: the whole shop, then segment by segment.</summary>
    public IReadOnlyList<DemandCover> CoverOf(IReadOnlyList<ProductFacts> products)
    {
        var found = new List<DemandCover>[products.Count];
        var covers = new Cover?[Hands.Count(context.Threads)];
        Hands.Share(products.Count, context, (item, worker) =>
        {
            found[item] = [];
            if (products[item].Last < _times.RecentFrom) return;
            (covers[worker] ??= new Cover(assortment.Sales.Sold, _times, segments, plan)).AddTo(found[item], products[item].Product, _lines[products[item].Product]);
        });
        return [.. found.SelectMany(f => f)];
    }

    // All orders of the last days, and of as many days before.
    private (int Recent, int Earlier) Orders()
    {
        var lines = assortment.Sales.Sold;
        var (recent, earlier) = (0, 0);
        for (var order = 0; order < lines.OrderCount; order++)
        {
            var ticks = lines.Ticks[lines.OrderStarts[order]];
            if (ticks >= _times.RecentFrom) recent++;
            else if (ticks >= _times.EarlierFrom) earlier++;
        }

        return (recent, earlier);
    }
}
