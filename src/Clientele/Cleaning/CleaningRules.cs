using System.Numerics;
using Clientele.Sales.Lines;

namespace Clientele.Cleaning;

/// <summary>The catalog of cleaning rules; its order is the order of work.</summary>
public static class CleaningRules
{
    /// <summary>Lines of an order that a return cancelled in full, with <c>--returns match</c>.</summary>
    internal const string ReturnedSale = "returned-sale";

    /// <summary>Returns of customers who bought nothing in the period, with <c>--returns net</c>.</summary>
    internal const string ReturnWithoutSale = "return-without-sale";

    /// <summary>Index of the first and the last rule that returns meet.</summary>
    internal const int FirstSign = 3;

    internal const int LastSign = 5;

    private const LineFacts Signs = LineFacts.Cancelled | LineFacts.QuantityNotPositive | LineFacts.PriceNotPositive;

    public static Catalog<CleaningRule> Catalog { get; } = new(
        "cleaning rule",
        Rule("unreadable-line", "A number, a date or the number of columns cannot be read.", LineFacts.Unreadable, true),
        Rule("duplicate-line", "All fields equal an earlier line; the first one stays.", LineFacts.Duplicate, true),
        Rule("no-customer", "No customer id: a guest sale that belongs to nobody.", LineFacts.NoCustomer, true),
        Rule("cancellation", "The invoice id starts with C, or the status says cancelled or returned.", LineFacts.Cancelled, true),
        Rule("quantity-not-positive", "Quantity of zero or less on a line that is no cancellation.", LineFacts.QuantityNotPositive, true),
        Rule("price-not-positive", "Price or line amount of zero or less.", LineFacts.PriceNotPositive, true),
        Rule("non-product", "Postage, fees, discounts, vouchers and manual entries (POST, D, M, BANK CHARGES …).", LineFacts.NonProduct, false),
        Rule("test-order", "Products whose code starts with TEST.", LineFacts.TestOrder, false),
        Rule("outlier", "Ten thousand pieces or more in one line.", LineFacts.Outlier, false));

    /// <summary>The facts that take lines out under these options, and <see cref="LineFacts.Returned"/> when returns are netted.</summary>
    internal static LineFacts Active(CleaningOptions options)
    {
        var active = LineFacts.None;
        foreach (var choice in Catalog)
        {
            var rule = choice.Create(Settings.Defaults);
            if (rule.IsStandard) active |= rule.Fact;
        }

        foreach (var name in options.Extra) active |= Catalog.Find(name).Create(Settings.Defaults).Fact;
        foreach (var name in options.Without) active &= ~Catalog.Find(name).Create(Settings.Defaults).Fact;
        if ((active & LineFacts.Unreadable) == 0)
        {
            throw new UserException("cleaning.unreadable", "The rule unreadable-line cannot be switched off.", "Raise --max-rejects instead.");
        }

        return options.Returns == Returns.Net ? (active & ~LineFacts.Cancelled) | LineFacts.Returned : active;
    }

    /// <summary>The rule that a line ends in, as an index in the catalog, or -1 when it is kept.</summary>
    internal static int Bucket(LineFacts facts, LineFacts active)
    {
        if ((facts & active & LineFacts.Returned) != 0) facts &= ~Signs; // returns are netted
        var hits = (uint)(facts & active & ~LineFacts.Returned);
        return hits == 0 ? -1 : BitOperations.TrailingZeroCount(hits);
    }

    /// <summary>Kept lines, and returns of known customers whatever their bucket.</summary>
    internal static bool Folds(in SalesLine line) => Folds(line.Bucket, line.Facts);

    /// <summary>The same of lines that end in a bucket.</summary>
    internal static bool Folds(int bucket, LineFacts facts) => bucket < 0 || (bucket is >= FirstSign and <= LastSign && (facts & LineFacts.Returned) != 0);

    private static Choice<CleaningRule> Rule(string name, string summary, LineFacts fact, bool standard) =>
        new(name, summary, [], _ => new CleaningRule(fact, standard));
}
