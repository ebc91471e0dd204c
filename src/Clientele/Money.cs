using System.Globalization;

namespace Clientele;

/// <summary>An exact amount: a 128-bit integer of 10⁻¹⁸ units. Sums do not depend on their order.</summary>
/// <remarks>Range ±1.7 × 10²⁰ with 18 decimals. Adding beyond the range throws <see cref="OverflowException"/>.</remarks>
public readonly record struct Money(Int128 Units) : IComparable<Money>
{
    /// <summary>Decimals kept.</summary>
    public const int Scale = 18;

    public static Money Zero => default;

    private static readonly Int128 s_one = Pow10(Scale);

    /// <summary>mantissa × 10^(-scale), scale 0…18.</summary>
    public static Money Of(Int128 mantissa, int scale) => new(checked(mantissa * Pow10(Scale - scale)));

    public static Money operator +(Money a, Money b) => new(checked(a.Units + b.Units));

    public static Money operator -(Money a, Money b) => new(checked(a.Units - b.Units));

    public static Money operator -(Money a) => new(-a.Units);

    public int CompareTo(Money other) => Units.CompareTo(other.Units);

    /// <summary>Nearest double; for mathematics, never for totals.</summary>
    public double ToDouble()
    {
        var whole = Units / s_one;
        var rest = Units - whole * s_one;
        return (double)whole + (double)rest / 1e18;
    }

    /// <summary>Exact digits, trailing zeros cut but at least <paramref name="leastDecimals"/> of them: <c>8887208.894</c>.</summary>
    public string ToText(int leastDecimals = 2, bool group = false)
    {
        var negative = Units < 0;
        var magnitude = negative ? (UInt128)(-Units) : (UInt128)Units;
        var one = (UInt128)s_one;
        var whole = magnitude / one;
        var fraction = ((ulong)(magnitude - whole * one)).ToString("D18", CultureInfo.InvariantCulture).TrimEnd('0').PadRight(leastDecimals, '0');
        var head = whole.ToString(group ? "N0" : "D", CultureInfo.InvariantCulture);
        var text = fraction.Length == 0 ? head : $"{head}.{fraction}";
        return negative ? "-" + text : text;
    }

    public override string ToString() => ToText();

    internal static Int128 Pow10(int exponent)
    {
        Int128 result = 1;
        for (var i = 0; i < exponent; i++) result *= 10;
        return result;
    }
}
