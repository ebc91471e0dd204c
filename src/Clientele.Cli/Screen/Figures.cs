using System.Globalization;

namespace Clientele.Cli.Screen;

/// <summary>Numbers as a person reads them: grouped by thousands, rounded to what matters.</summary>
/// <remarks>Grouping is done by hand: format strings bring in code that is compiled at every start.</remarks>
internal static class Figures
{
    private static readonly string[] s_months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static string Count(long value) => Grouped(value.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>1 customer</c>, <c>2 customers</c>.</summary>
    public static string Count(long value, string one) => $"{Count(value)} {one}{(value == 1 ? "" : "s")}";

    /// <summary>Whole percent; anything that is not nothing is at least <c>&lt;1%</c>.</summary>
    public static string Percent(double share) => share is > 0 and < 0.005
        ? "<1%"
        : ((long)Math.Round(share * 100, MidpointRounding.AwayFromZero)).ToString(CultureInfo.InvariantCulture) + "%";

    /// <summary>Two decimals.</summary>
    public static string Cents(Money value) => Rounded(Exact(value), 2, keepZeros: true);

    /// <summary>No decimals.</summary>
    public static string Whole(Money value) => Rounded(Exact(value), 0, keepZeros: false);

    /// <summary>A typical value: whole from 100 on, else at most two decimals; a dash where there is none.</summary>
    public static string Typical(double value) => !(Math.Abs(value) < 1e15)
        ? "-"
        : Rounded((decimal)value, Math.Abs(value) >= 100 ? 0 : 2, keepZeros: false);

    /// <summary><c>9 Dec 2011</c>.</summary>
    public static string Day(DateTime date) =>
        $"{date.Day.ToString(CultureInfo.InvariantCulture)} {s_months[date.Month - 1]} {date.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Decimals that the amount needs, at least two.</summary>
    public static int Decimals(Money value)
    {
        var text = value.ToText();
        return text.Length - text.IndexOf('.') - 1;
    }

    private static decimal Exact(Money value) => decimal.Parse(value.ToText(), NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>Half away from zero; never minus zero.</summary>
    private static string Rounded(decimal value, int decimals, bool keepZeros)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        if (rounded == 0) rounded = 0;
        var text = Math.Abs(rounded).ToString(CultureInfo.InvariantCulture);
        var point = text.IndexOf('.');
        var (whole, fraction) = point < 0 ? (text, "") : (text[..point], text[(point + 1)..]);
        fraction = keepZeros ? fraction + "00"[..Math.Max(0, decimals - fraction.Length)] : fraction.TrimEnd('0');
        return $"{(rounded < 0 ? "-" : "")}{Grouped(whole)}{(fraction.Length == 0 ? "" : ".")}{fraction}";
    }

    /// <summary>Commas between thousands.</summary>
    private static string Grouped(string digits)
    {
        var sign = digits.StartsWith('-') ? 1 : 0;
        for (var at = digits.Length - 3; at > sign; at -= 3) digits = digits.Insert(at, ",");
        return digits;
    }
}
