using System.Globalization;

namespace Clientele.Segments;

/// <summary>Numbers as sentences show them: 1,494 · 2.5 · 4,300.</summary>
internal static class Figures
{
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Whole numbers plain, others with the digits that a reader needs: three for small values, none above 100.</summary>
    public static string Measure(double value) =>
        value == Math.Floor(value) || Math.Abs(value) >= 100 ? value.ToString("N0", CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) >= 1 ? "0.##" : "0.###", CultureInfo.InvariantCulture);

    public static string Days(double value) => value == 1 ? "1 day" : $"{Measure(value)} days";

    public static string Orders(double value) => value == 1 ? "1 order" : $"{Measure(value)} orders";

    /// <summary>Two decimals, exact enough to check by hand.</summary>
    public static string Amount(Money value) => value.ToText(2, group: true);

    public static string Customers(long count) => count == 1 ? "1 customer" : $"{Count(count)} customers";

    /// <summary>"a, b and c".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };
}
