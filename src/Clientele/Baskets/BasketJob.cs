using System.Globalization;
using Clientele.Clusters;
using Clientele.Products;
using Clientele.Sales.Kept;

namespace Clientele.Baskets;

/// <summary>From a plan to a report on the baskets: read, segment, find sets and rules, compare segments, look ahead.</summary>
public static class BasketJob
{
    /// <summary>Days without a sale after which an item is not proposed any more.</summary>
    public const int LatelyDays = 91;

    /// <summary>Runs the plan. The report depends on the plan and the bytes of the inputs alone.</summary>
    /// <exception cref="UserException">Something the user can mend: no products in the file, no categories, too little memory.</exception>
    public static BasketReport Run(BasketPlan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(context);
        var sales = KeptSales.Read(plan.Sales, context);
        if (!sales.Known.Products && !(plan.Level == BasketPlan.Category && sales.Known.Categories)) throw ProductProblems.NoProducts("baskets");
        return Of(plan, sales, context);
    }

    /// <summary>The same of sales that were read before.</summary>
    internal static BasketReport Of(BasketPlan plan, KeptSales sales, RunContext context)
    {
        if (plan.Level == BasketPlan.Category && !sales.Known.Categories) throw ProductProblems.NoCategories();
        var clock = new StageClock();
        var assortment = Assortment.Of(sales, plan.NonProducts);
        var segments = ShopSegments.Of(sales, context);
        clock.Note("segments");
        var products = OrderItems.Of(sales.Sold, sales.Products.Count, assortment.ProductOf);
        var categories = sales.Known.Categories ? OrderItems.Of(sales.Sold, sales.Categories.Length, CategoryOf) : null;
        var orders = plan.Level == BasketPlan.Category ? categories! : products;
        if (orders.Orders.Length == 0) throw ProductProblems.NothingLeft();
        var scopes = new List<BasketScope> { BasketRules.Of(null, orders, plan, context) };
        for (var s = 0; s < segments.All.Count; s++)
        {
            var segment = s;
            scopes.Add(BasketRules.Of(segments.All[s].Name, orders.Where(o => segments.Of(sales.Sold.OrderCustomers[o]) == segment), plan, context));
        }

        clock.Note("rules");
        IEnumerable<Affinity> affinities = Affinities.Of(BasketPlan.Product, products, sales.Sold, segments);
        if (categories is not null) affinities = Affinities.Of(BasketPlan.Category, categories, sales.Sold, segments).Concat(affinities);
        clock.Note("affinity");
        var next = NextItems.Of(orders, sales, scopes[0].Rules.Where(r => BasketRules.Holds(r, plan)), Lately(orders, sales), plan.Next, context);
        clock.Note("next");
        return new BasketReport
        {
            Plan = plan,
            Sales = sales,
            Items = plan.Level == BasketPlan.Category ? new(sales.Categories, sales.Categories) : new(sales.Products.Codes, [.. Enumerable.Range(0, sales.Products.Count).Select(sales.Products.Show)]),
            Scopes = scopes,
            Affinities = [.. affinities],
            Next = next,
            Segments = segments.Result,
            LeftOut = assortment.LeftOut,
            Notes = [.. Notes(assortment, scopes, plan), .. segments.Notes],
            Timings = [.. sales.Timings, .. clock.Times],
        };

        int CategoryOf(int line) => sales.Sold.Products[line] >= 0 && assortment.ProductOf(line) < 0 ? -1 : sales.Sold.Categories[line];
    }

    private static bool[] Lately(OrderItems orders, KeptSales sales)
    {
        var lately = new bool[orders.Transactions.ItemCount];
        var from = (sales.Totals.Last.Ticks / TimeSpan.TicksPerDay * TimeSpan.TicksPerDay) - ((LatelyDays - 1) * TimeSpan.TicksPerDay);
        for (var t = 0; t < orders.Orders.Length; t++)
        {
            if (sales.Sold.Ticks[sales.Sold.OrderStarts[orders.Orders[t]]] < from) continue;
            foreach (var item in orders.Transactions[t]) lately[item] = true;
        }

        return lately;
    }

    private static IEnumerable<string> Notes(Assortment assortment, List<BasketScope> scopes, BasketPlan plan)
    {
        var sales = assortment.Sales;
        if (assortment.Note() is { } leftOut) yield return leftOut;
        if (!sales.Known.Invoices) yield return "The file has no order numbers: all that a customer bought on one day counts as one order.";
        var single = scopes[0].Sets.Longest < 2 && plan.Size > 1;
        if (single) yield return "No order holds two items that are frequent enough, so nothing can be said about what goes together. A lower --support may show more.";
        foreach (var rule in sales.Audit.Excluded)
        {
            if (rule.Rule == "no-customer" && rule.Lines > 0) yield return string.Create(CultureInfo.InvariantCulture, $"Only orders with a customer are counted; {rule.Lines:N0} lines without one are left out.");
        }

        var few = scopes.Where(s => s.Least == plan.LeastOrders && s.Least > Asked(s)).Select(s => s.Segment ?? "the whole shop").ToArray();
        if (few.Length > 0) yield return $"Sets must be in {plan.LeastOrders} orders at least, which is more than {Percent(plan.Support)} of the orders of {string.Join(", ", few)}.";
        foreach (var scope in scopes.Where(s => s.Least > Math.Max(plan.LeastOrders, Asked(s))))
            yield return $"More than {BasketRules.MostSets} sets are in {Percent(plan.Support)} of the orders of {scope.Segment ?? "the whole shop"}; only those in {scope.Least} orders or more were taken ({Percent((double)scope.Least / scope.Orders)}).";

        int Asked(BasketScope scope) => (int)Math.Ceiling((plan.Support * scope.Orders) - 1e-9);
    }

    private static string Percent(double share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + " %";
}
