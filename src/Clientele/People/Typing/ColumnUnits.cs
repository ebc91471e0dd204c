using System.Globalization;
using System.Text.RegularExpressions;
using Clientele.Tables;

namespace Clientele.People.Typing;

/// <summary>The unit of a column of numbers: what stands beside them, then in brackets in the header, then what name and description say.</summary>
internal static partial class ColumnUnits
{
    private const int LongestName = 200;

    private static readonly (string Ending, string Unit)[] s_endings =
    [
        ("usd", "USD"), ("eur", "EUR"), ("gbp", "GBP"), ("chf", "CHF"), ("jpy", "JPY"), ("inr", "INR"), ("pct", "%"), ("percent", "%"), ("percentage", "%"), ("prozent", "%"),
        ("days", "days"), ("tage", "days"), ("weeks", "weeks"), ("months", "months"), ("monate", "months"), ("years", "years"), ("jahre", "years"), ("hours", "hours"), ("minutes", "minutes"), ("km", "km"), ("kg", "kg"),
    ];

    /// <summary>What stands in brackets at the end of the name: <c>k$</c> of <c>Annual Income (k$)</c>; empty when nothing does.</summary>
    public static string InBrackets(string name) => Bracket().Match(name.Length > LongestName ? "" : name) is { Success: true } found ? found.Groups["unit"].Value.Trim() : "";

    /// <summary>Least and most that the header allows: 1 and 100 of <c>Spending Score (1-100)</c>.</summary>
    public static (double Least, double Most)? Range(string name)
    {
        var found = Span().Match(InBrackets(name));
        if (!found.Success) return null;
        var (least, most) = (double.Parse(found.Groups["a"].ValueSpan, CultureInfo.InvariantCulture), double.Parse(found.Groups["b"].ValueSpan, CultureInfo.InvariantCulture));
        return least < most ? (least, most) : null;
    }

    /// <summary>The unit, or empty.</summary>
    /// <param name="name">Header.</param>
    /// <param name="beside">Currency code or <c>%</c> that stood in the cells, or null.</param>
    /// <param name="words">Name and description.</param>
    /// <param name="part">What the column tells.</param>
    public static string Of(string name, string? beside, NameWords words, ColumnPart part)
    {
        if (beside is not null) return beside;
        if (InBrackets(name) is { Length: > 0 and <= 20 } bracket) return bracket;
        if (ColumnParts.IsBirthYear(words)) return "year";
        if (part == ColumnPart.Age) return "years";
        var spaced = Table.Folded(name, gaps: true);
        foreach (var (ending, unit) in s_endings)
        {
            if (spaced == ending || spaced.EndsWith(" " + ending, StringComparison.Ordinal)) return unit;
        }

        if (words.Names("recency") || words.Means("number of days", "days since", "in days")) return "days";
        if (words.Means("number of months", "in months")) return "months";
        if (words.Means("in years", "number of years")) return "years";
        if (words.Means("percentage", "percent", "in percent")) return "%";
        if (part is ColumnPart.Income or ColumnPart.Spend || words.Names("revenue", "monetary", "price", "balance", "umsatz", "cost")) return "money";
        if (part is ColumnPart.Channel or ColumnPart.Deals) return "purchases";
        return words.Names("visits") ? "visits" : "";
    }

    [GeneratedRegex(@"[(\[](?<unit>[^()\[\]]{1,40})[)\]]\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^(?<a>-?\d{1,6}(\.\d+)?)\s*(-|\u2013|to|bis|\.\.)\s*(?<b>-?\d{1,6}(\.\d+)?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Span();
}
