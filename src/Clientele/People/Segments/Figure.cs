using System.Globalization;

namespace Clientele.People.Segments;

/// <summary>Figures as sentences show them.</summary>
internal static class Figure
{
    /// <summary>Grouped by thousands; no decimals from 100 on, else three significant digits.</summary>
    public static string Value(double value)
    {
        if (!double.IsFinite(value)) return "unknown";
        var size = Math.Abs(value);
        if (size >= 1e15) return value.ToString("G4", CultureInfo.InvariantCulture);
        return Plain(size >= 99.95 ? value.ToString("#,0", CultureInfo.InvariantCulture)
            : size >= 9.995 ? value.ToString("0.#", CultureInfo.InvariantCulture)
            : size >= 0.01 || size == 0 ? value.ToString("0.##", CultureInfo.InvariantCulture)
            : value.ToString("G2", CultureInfo.InvariantCulture));
    }

    /// <summary>As many digits as it has, six at most: for thresholds, which must not be rounded past a value.</summary>
    public static string Bound(double value) => Math.Abs(value) is >= 1000 and < 1e15
        ? value.ToString("#,0.######", CultureInfo.InvariantCulture)
        : value.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Percent(double share) => share is > 0 and < 0.005 ? "<1%" : Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) + "%";

    public static string Signed(double value) => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    public static string Score(double value) => double.IsFinite(value) ? value.ToString("0.000", CultureInfo.InvariantCulture) : "not defined";

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(long value, string one) => $"{Count(value)} {one}{(value == 1 ? "" : "s")}";

    private static string Plain(string text) => text is "-0" or "-0.0" or "-0.00" ? "0" : text;
}
