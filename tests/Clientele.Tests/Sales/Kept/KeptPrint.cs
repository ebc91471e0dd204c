using System.Globalization;
using Clientele.Sales.Kept;
using Clientele.Sales.Plain;

namespace Clientele.Tests.Sales.Kept;

/// <summary>Kept lines as text: every column, or order by order to be compared with a plain recount.</summary>
internal static class KeptPrint
{
    /// <summary>Everything in the order of the columns: equal texts, equal stores.</summary>
    public static string All(KeptSales sales)
    {
        var parts = new List<string>
        {
            string.Join('|', sales.Customers.Ids), string.Join('|', sales.Products.Codes), string.Join('|', sales.Products.Descriptions),
            string.Join('|', sales.Countries), string.Join('|', sales.Stores), string.Join('|', sales.Categories),
        };
        foreach (var lines in new[] { sales.Sold, sales.Returned, sales.Undone })
        {
            foreach (var column in new[] { lines.Orders, lines.Products, lines.Countries, lines.Stores, lines.Categories, lines.OrderStarts, lines.OrderCustomers, lines.CustomerOrders })
                parts.Add(string.Join(',', column));
            parts.Add(string.Join(',', lines.Ticks));
            parts.Add(string.Join(',', lines.Units));
            parts.Add(string.Join(',', lines.Amounts));
        }

        return string.Join('\n', parts);
    }

    /// <summary>One text per order with all its lines; sorted, so that only the content counts.</summary>
    public static List<string> Orders(KeptSales sales, KeptLines lines)
    {
        var orders = new List<string>();
        for (var o = 0; o < lines.OrderCount; o++)
        {
            var customer = lines.OrderCustomers[o] < 0 ? "?" : sales.Customers.Ids[lines.OrderCustomers[o]];
            var texts = Enumerable.Range(lines.OrderStarts[o], lines.OrderStarts[o + 1] - lines.OrderStarts[o]).Select(l => Line(
                lines.Ticks[l], At(sales.Products.Codes, lines.Products[l]), lines.Units[l] / 1_000_000m, lines.Amounts[l],
                Facet(sales.Countries, lines.Countries, l), Facet(sales.Stores, lines.Stores, l), Facet(sales.Categories, lines.Categories, l)));
            orders.Add(customer + ": " + string.Join(" + ", texts.Order(StringComparer.Ordinal)));
        }

        orders.Sort(StringComparer.Ordinal);
        return orders;
    }

    /// <summary>The same from plain lines.</summary>
    /// <param name="known">Ids of customers with kept sales.</param>
    /// <param name="described">The file has no product codes: descriptions stand for them.</param>
    public static List<string> Orders(IEnumerable<PlainLine> lines, HashSet<string> known, bool described = false)
    {
        var orders = lines.GroupBy(l => l.Customer + "\n" + l.Order, StringComparer.Ordinal)
            .Select(order => (known.Contains(order.First().Customer) ? order.First().Customer : "?") + ": " + string.Join(" + ", order
                .Select(l => Line(l.Ticks, described ? l.Description : l.Product, l.Quantity, l.Money, l.Country, l.Store, l.Category)).Order(StringComparer.Ordinal)))
            .ToList();
        orders.Sort(StringComparer.Ordinal);
        return orders;
    }

    private static string Line(long ticks, string product, decimal quantity, Money money, string country, string store, string category) =>
        string.Create(CultureInfo.InvariantCulture, $"{ticks} {product} × {quantity:0.######} = {money} in {country}/{store}/{category}");

    private static string Facet(string[] texts, int[] column, int line) => column.Length == 0 ? "" : At(texts, column[line]);

    private static string At(string[] texts, int index) => index < 0 ? "" : texts[index];
}
