using System.Globalization;

namespace Clientele.Actions;

/// <summary>Figures in the sentences of actions.</summary>
internal static class Say
{
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Customers(long count) => count == 1 ? "1 customer" : $"{Count(count)} customers";

    public static string Products(long count) => count == 1 ? "1 product" : $"{Count(count)} products";

    public static string Days(long days) => days == 1 ? "1 day" : $"{Count(days)} days";

    /// <summary>Whole from 100 on, else two decimals.</summary>
    public static string Money(double value) => value.ToString(Math.Abs(value) >= 100 ? "N0" : "N2", CultureInfo.InvariantCulture);

    /// <summary>Whole percent from 10 on, else one decimal.</summary>
    public static string Percent(double share) =>
        (share * 100).ToString(Math.Abs(share) >= 0.0995 || share == 0 ? "0" : "0.#", CultureInfo.InvariantCulture) + "%";

    public static string Times(double factor) => factor.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>"a, b and c".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };
}
