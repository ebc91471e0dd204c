using System.Globalization;
using Clientele.Clusters;
using Clientele.Products.Tastes;
using Clientele.Sales.Kept;

namespace Clientele.Products;

/// <summary>From a plan to a report on the products: read, segment, count, rank.</summary>
public static class ProductJob
{
    /// <summary>Runs the plan. The report depends on the plan and the bytes of the inputs alone.</summary>
    /// <exception cref="UserException">Something the user can mend: no products in the file, nothing left after cleaning.</exception>
    public static ProductReport Run(ProductPlan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(context);
        var sales = KeptSales.Read(plan.Sales, context);
        if (!sales.Known.Products) throw ProductProblems.NoProducts("products");
        return Of(plan, sales, context);
    }

    /// <summary>The same of sales that were read before.</summary>
    internal static ProductReport Of(ProductPlan plan, KeptSales sales, RunContext context)
    {
        var clock = new StageClock();
        var assortment = Assortment.Of(sales, plan.NonProducts);
        var segments = ShopSegments.Of(sales, context);
        clock.Note("segments");
        var work = new ProductWork(plan, assortment, segments, context);
        var products = work.Facts();
        clock.Note("products");
        var items = OrderItems.Of(sales.Sold, sales.Products.Count, assortment.ProductOf);
        var substitutes = Substitutes.Find(items.Transactions, context.Cancellation);
        clock.Note("substitutes");
        var tastes = TasteSearch.Of(assortment, work.Lines, context);
        clock.Note("tastes");
        return new ProductReport
        {
            Plan = plan,
            Sales = sales,
            Products = products,
            Dependence = work.Dependence,
            Substitutes = substitutes,
            Tastes = tastes,
            Replenishment = work.Replenishment,
            Cover = work.CoverOf(products),
            BestSegments = segments.BestNames,
            Segments = segments.Result,
            LeftOut = assortment.LeftOut,
            Notes = [.. Notes(assortment, plan), .. segments.Notes],
            Timings = [.. sales.Timings, .. clock.Times],
        };
    }

    private static IEnumerable<string> Notes(Assortment assortment, ProductPlan plan)
    {
        var known = assortment.Sales.Known;
        if (assortment.Note() is { } leftOut) yield return leftOut;
        if (!known.Money) yield return "The file has no prices and no amounts: products are ranked by pieces, and what they bring, price spread and money at risk cannot be told.";
        if (!known.Quantities) yield return "The file has no quantities: every line counts as one piece.";
        if (!known.Invoices) yield return "The file has no order numbers: all that a customer bought on one day counts as one order.";
        if (!known.Categories) yield return "The file has no categories: replenishment is told for products only.";
        var days = (assortment.Sales.Totals.Last - assortment.Sales.Totals.First).Days + 1;
        if (days < plan.RecentDays * 2) yield return $"The sales cover {days} days; the life of products is told from {plan.RecentDays * 2} days on.";
        foreach (var rule in assortment.Sales.Audit.Excluded)
        {
            if (rule.Rule == "no-customer" && rule.Lines > 0)
                yield return string.Create(CultureInfo.InvariantCulture, $"Only sales with a customer are counted; {rule.Lines:N0} lines without one are not in these figures, nor in the stock to hold.");
        }
    }
}
