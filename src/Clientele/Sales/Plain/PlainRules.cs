namespace Clientele.Sales.Plain;

/// <summary>The cleaning rules, one after the other.</summary>
internal sealed class PlainRules(CleaningOptions options)
{
    private static readonly string[] s_standard =
        ["unreadable-line", "duplicate-line", "no-customer", "cancellation", "quantity-not-positive", "price-not-positive"];

    private static readonly HashSet<string> s_nonProducts = new(StringComparer.OrdinalIgnoreCase)
    {
        "POST", "DOT", "D", "M", "S", "B", "C2", "CRUK", "PADS", "BANK CHARGES", "AMAZONFEE", "ADJUST", "ADJUST2", "DCGSSBOY", "DCGSSGIRL",
        "POSTAGE", "SHIPPING", "DISCOUNT", "MANUAL", "FEE", "FEES", "VOUCHER", "GIFT CARD", "VERSAND", "PORTO", "RABATT", "GUTSCHEIN", "LIVRAISON", "REMISE",
    };

    private static readonly HashSet<string> s_cancelled = new(StringComparer.OrdinalIgnoreCase)
    {
        "cancelled", "canceled", "cancellation", "cancel", "returned", "return", "refunded", "refund", "void", "voided", "reversed", "chargeback",
        "storniert", "storno", "retoure", "zurückgegeben", "erstattet", "annulé", "annulée", "annule", "retourné", "remboursé", "remboursée",
        "cancelado", "cancelada", "devuelto", "devolución", "reembolsado", "annullato", "reso", "rimborsato", "geannuleerd", "retour", "devolvido",
    };

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Rules at work, in their order.</summary>
    public List<string> Names { get; } =
    [
        .. s_standard.Concat(["non-product", "test-order", "outlier"])
            .Where(name => (s_standard.Contains(name) || options.Extra.Contains(name)) && !options.Without.Contains(name)
                && !(name == "cancellation" && options.Returns == Returns.Net)),
    ];

    public static bool IsCancelled(string invoice, string status) =>
        (invoice.Length > 1 && invoice[0] is 'C' or 'c' && char.IsAsciiDigit(invoice[1])) || s_cancelled.Contains(status.Trim());

    /// <summary>The first rule that takes the line, or null when it is kept.</summary>
    public string? RuleOf(PlainLine line)
    {
        foreach (var name in Names)
        {
            if (Takes(name, line)) return name;
        }

        return null;
    }

    private bool Takes(string name, PlainLine line)
    {
        var netted = options.Returns == Returns.Net && line.Returned;
        return name switch
        {
            "unreadable-line" => line.Unreadable,
            "duplicate-line" => !_seen.Add(line.Key),
            "no-customer" => line.Customer.Length == 0,
            "cancellation" => line.Cancelled,
            "quantity-not-positive" => line.QuantityNotPositive && !netted,
            "price-not-positive" => line.PriceNotPositive && !netted,
            "non-product" => s_nonProducts.Contains(Code(line)) || Code(line).StartsWith("GIFT_", StringComparison.OrdinalIgnoreCase),
            "test-order" => Code(line).StartsWith("TEST", StringComparison.OrdinalIgnoreCase),
            _ => Math.Abs(line.Quantity) >= 10_000,
        };
    }

    private static string Code(PlainLine line) => line.Product.Trim(' ', '\t');
}
