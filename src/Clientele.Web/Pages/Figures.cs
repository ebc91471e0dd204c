using System.Globalization;

namespace Clientele.Web.Pages;

/// <summary>Numbers as a person reads them.</summary>
internal static class Figures
{
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Every digit, in groups of three.</summary>
    public static string Exact(Money value) => value.ToText(group: true);

    /// <summary>Whole units for a headline.</summary>
    public static string Whole(Money value) => Math.Round(value.ToDouble()).ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double share) =>
        double.IsFinite(share) ? (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "\u00A0%" : "–";

    /// <summary>A median: whole when large, one decimal when small.</summary>
    public static string Typical(double value) => value.ToString(Math.Abs(value) >= 100 ? "N0" : "0.#", CultureInfo.InvariantCulture);
}
