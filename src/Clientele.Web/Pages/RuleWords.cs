namespace Clientele.Web.Pages;

/// <summary>Cleaning rules in plain words.</summary>
internal static class RuleWords
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
        "test-order" => "test orders",
        "outlier" => "values far out of the ordinary",
        _ => rule.Replace('-', ' '),
    };
}
