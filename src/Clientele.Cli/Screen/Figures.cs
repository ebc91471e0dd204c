using System.Globalization;

namespace Clientele.Cli.Screen;

/// <summary>Numbers as a person reads them: grouped by thousands, rounded to what matters.</summary>
internal static class Figures
{
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 customer</c>, <c>2 customers</c>.</summary>
    public static string Count(long value, string one) => $"{Count(value)} {one}{(value == 1 ? "" : "s")}";

    /// <summary>Whole percent; anything that is not nothing is at least <c>&lt;1%</c>.</summary>
    public static string Percent(double share) => share is > 0 and < 0.005
        ? "<1%"
        : Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) + "%";

    /// <summary>Two decimals.</summary>
    public static string Cents(Money value) => Rounded(value, 2).ToText(leastDecimals: 2, group: true);

    /// <summary>No decimals.</summary>
    public static string Whole(Money value) => Rounded(value, 0).ToText(leastDecimals: 0, group: true);

    /// <summary>A typical value: whole from 100 on, else at most two decimals; a dash where there is none.</summary>
    public static string Typical(double value) => double.IsNaN(value)
        ? "-"
        : Math.Round(value, Math.Abs(value) >= 100 ? 0 : 2).ToString("#,0.##", CultureInfo.InvariantCulture);

    public static string Day(DateTime date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Decimals that the amount needs, at least two.</summary>
    public static int Decimals(Money value)
    {
        var text = value.ToText();
        return text.Length - text.IndexOf('.') - 1;
    }

    private static Money Rounded(Money value, int decimals)
    {
        Int128 step = 1;
        for (var i = decimals; i < Money.Scale; i++) step *= 10;
        var rest = value.Units % step;
        var whole = value.Units - rest;
        if (Int128.Abs(rest) * 2 >= step) whole += Int128.Sign(rest) * step;
        return new Money(whole);
    }
}
