using Clientele.Numerics.Testing;

namespace Clientele.Products;

/// <summary>
/// Where products are in their life, by the orders that hold them in the last days and in as many days before. Dead: none lately. New: first
/// sold lately. Growing or declining: the orders changed by a quarter or more against the shop's own change, so that a season of the whole
/// shop moves nobody, and by more than chance (Fisher's test, false discoveries at most 5 %). Stable: the rest with 20 orders or more in both
/// together. Unclear: fewer, or the sales do not reach back far enough.
/// </summary>
internal static class LifeCycle
{
    public const int LeastOrders = 20;

    private const double Change = 1.25;
    private const double Level = 0.05;

    /// <summary>The stage of each product.</summary>
    /// <param name="products">With their orders of both times.</param>
    /// <param name="recentFrom">First day that is lately, .NET ticks.</param>
    /// <param name="earlierFrom">First day of the time before, .NET ticks.</param>
    /// <param name="begin">First day of the sales, .NET ticks.</param>
    /// <param name="recent">All orders lately.</param>
    /// <param name="earlier">All orders of the time before.</param>
    public static LifeStage[] Of(IReadOnlyList<ProductFacts> products, long recentFrom, long earlierFrom, long begin, int recent, int earlier)
    {
        var (stages, p) = (new LifeStage[products.Count], new double[products.Count]);
        for (var i = 0; i < p.Length; i++)
        {
            var (now, before) = (products[i].RecentOrders, products[i].EarlierOrders);
            p[i] = double.NaN;
            if (begin > earlierFrom || now + before < LeastOrders || products[i].Last < recentFrom || products[i].First >= recentFrom) continue;
            // Both tails of a table whose margins are this product's orders and the shop's.
            p[i] = Math.Min(1, 2 * Math.Min(Hypergeometric.AtLeast(now, now + before, recent, recent + earlier), Hypergeometric.AtMost(now, now + before, recent, recent + earlier)));
        }

        var adjusted = ManyComparisons.BenjaminiHochberg(p);
        for (var i = 0; i < stages.Length; i++) stages[i] = Stage(products[i], adjusted[i]);
        return stages;

        LifeStage Stage(ProductFacts product, double chance)
        {
            if (begin >= recentFrom) return LifeStage.Unclear;
            if (product.Last < recentFrom) return LifeStage.Dead;
            if (product.First >= recentFrom) return LifeStage.New;
            if (double.IsNaN(chance)) return LifeStage.Unclear;
            var (here, expected) = ((double)product.RecentOrders * earlier, (double)product.EarlierOrders * recent);
            if (chance > Level) return LifeStage.Stable;
            return here >= expected * Change ? LifeStage.Growing : here * Change <= expected ? LifeStage.Declining : LifeStage.Stable;
        }
    }
}
