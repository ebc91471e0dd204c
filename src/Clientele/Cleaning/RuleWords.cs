namespace Clientele.Cleaning;

/// <summary>What a cleaning rule took out, in the words of a bookkeeper.</summary>
public static class RuleWords
{
    public static string Of(string rule) => rule switch
    {
        "unreadable-line" => "lines that cannot be read",
        "duplicate-line" => "lines repeated word for word",
        "no-customer" => "lines without a customer",
        "cancellation" => "cancelled lines",
        "quantity-not-positive" => "quantity zero or less",
        "price-not-positive" => "price zero or less",
        "non-product" => "postage, fees and other non-products",
        "test-order" => "orders made for testing",
        "returned-sale" => "sales that a return cancelled in full",
        "return-without-sale" => "returns without a sale in the period",
        "outlier" => "ten thousand pieces or more in one line",
        _ => rule.Replace('-', ' '),
    };
}
