using Clientele.Numerics.Patterns;
using Clientele.Products;
using Clientele.Sales.Kept;

namespace Clientele.Baskets;

/// <summary>
/// Next items of every customer: of the proved rules of the whole shop whose left side the customer has bought, in any orders, and whose right
/// side not, those that make it likeliest beyond what anybody does. Items that nobody bought lately are not proposed.
/// </summary>
internal sealed class NextItems
{
    private const int CustomersPerPiece = 256;

    private readonly OrderItems _orders;
    private readonly KeptLines _lines;
    private readonly Rule[] _rules;
    private readonly int[] _starts;
    private readonly int[] _firstOrder;
    private readonly int _most;

    private NextItems(OrderItems orders, KeptSales sales, Rule[] rules, int most)
    {
        (_orders, _lines, _most) = (orders, sales.Sold, most);
        // By the first item of the left side.
        _rules = [.. rules.OrderBy(r => r.If[0])];
        _starts = new int[orders.Transactions.ItemCount + 1];
        foreach (var rule in _rules) _starts[rule.If[0] + 1]++;
        for (var i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
        _firstOrder = new int[sales.Customers.Count + 1];
        for (var t = 0; t < orders.Orders.Length; t++)
        {
            if (_lines.OrderCustomers[orders.Orders[t]] is var customer && customer >= 0) _firstOrder[customer + 1] = t + 1;
        }

        for (var c = 1; c < _firstOrder.Length; c++) _firstOrder[c] = Math.Max(_firstOrder[c], _firstOrder[c - 1]);
    }

    /// <summary>Customer by customer, best first.</summary>
    /// <param name="orders">All orders.</param>
    /// <param name="sales">Their sales.</param>
    /// <param name="rules">Proved rules.</param>
    /// <param name="lately">Items that somebody bought lately [items].</param>
    /// <param name="most">Items per customer.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static IReadOnlyList<NextItem> Of(OrderItems orders, KeptSales sales, IEnumerable<Rule> rules, bool[] lately, int most, RunContext context)
    {
        var next = new NextItems(orders, sales, [.. rules.Where(r => lately[r.Then])], most);
        var customers = sales.Customers.Count;
        var found = new List<NextItem>[(customers + CustomersPerPiece - 1) / CustomersPerPiece];
        var baskets = new CustomerBasket?[Hands.Count(context.Threads)];
        Hands.Share(found.Length, context, (piece, worker) =>
        {
            var basket = baskets[worker] ??= new CustomerBasket(orders.Transactions.ItemCount);
            found[piece] = [];
            for (var c = piece * CustomersPerPiece; c < Math.Min(customers, (piece + 1) * CustomersPerPiece); c++) next.AddTo(found[piece], c, basket);
        });
        return [.. found.SelectMany(f => f)];
    }

    private void AddTo(List<NextItem> found, int customer, CustomerBasket basket)
    {
        basket.Begin(customer);
        for (var t = _firstOrder[customer]; t < _firstOrder[customer + 1]; t++) basket.Hold(_orders.Transactions[t]);
        foreach (var item in basket.Items)
        {
            for (var r = _starts[item]; r < _starts[item + 1]; r++)
            {
                var rule = _rules[r];
                if (!basket.Holds(rule.Then) && basket.Holds(rule.If)) basket.Offer(rule);
            }
        }

        var place = 0;
        foreach (var rule in basket.Best(_most)) found.Add(new NextItem(customer, ++place, rule));
    }
}
