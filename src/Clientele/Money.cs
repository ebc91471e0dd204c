using System.Globalization;
using System.Runtime.CompilerServices;

namespace Clientele;

/// <summary>An exact amount: a 128-bit integer of 10⁻¹⁸ units. Sums do not depend on their order.</summary>
/// <remarks>
/// Range ±1.7 × 10²⁰ with 18 decimals; adding beyond it throws <see cref="OverflowException"/>. Held as two words, because methods that
/// speak of <see cref="Int128"/> cannot be compiled ahead of time.
/// </remarks>
public readonly struct Money : IComparable<Money>, IEquatable<Money>
{
    /// <summary>Decimals kept.</summary>
    public const int Scale = 18;

    private const long One = 1_000_000_000_000_000_000;

    private readonly ulong _low;
    private readonly long _high;

    public Money(Int128 units) => (_low, _high) = ((ulong)units, (long)(units >> 64));

    internal Money(long high, ulong low) => (_low, _high) = (low, high);

    public static Money Zero => default;

    /// <summary>The amount in 10⁻¹⁸ units.</summary>
    public Int128 Units => new((ulong)_high, _low);

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _high < 0 ? -1 : (_high | (long)_low) == 0 ? 0 : 1;

    /// <summary>mantissa × 10^(-scale), scale 0…18.</summary>
    public static Money Of(Int128 mantissa, int scale) => new(checked(mantissa * Pow10(Scale - scale)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Money operator +(Money a, Money b)
    {
        var low = a._low + b._low;
        var high = a._high + b._high + (low < a._low ? 1 : 0);
        if (((a._high ^ high) & (b._high ^ high)) < 0) Overflow();
        return new Money(high, low);
    }

    public static Money operator -(Money a) => new(a._low == 0 ? -a._high : ~a._high, 0 - a._low);

    public static Money operator -(Money a, Money b) => a + -b;

    public static bool operator ==(Money a, Money b) => a._low == b._low && a._high == b._high;

    public static bool operator !=(Money a, Money b) => !(a == b);

    public int CompareTo(Money other)
    {
        var order = _high.CompareTo(other._high);
        return order != 0 ? order : _low.CompareTo(other._low);
    }

    public bool Equals(Money other) => this == other;

    public override bool Equals(object? obj) => obj is Money other && this == other;

    public override int GetHashCode() => HashCode.Combine(_low, _high);

    /// <summary>Nearest double to within one unit in the last place; for mathematics, never for totals.</summary>
    public double ToDouble()
    {
        var magnitude = _high < 0 ? -this : this;
        magnitude.Split(out var whole, out var rest);
        var value = whole + rest / 1e18;
        return _high < 0 ? -value : value;
    }

    /// <summary>Exact digits, trailing zeros cut but at least <paramref name="leastDecimals"/> of them: <c>8887208.894</c>.</summary>
    public string ToText(int leastDecimals = 2, bool group = false)
    {
        var magnitude = _high < 0 ? -this : this;
        magnitude.Split(out var whole, out var rest);
        var fraction = rest.ToString("D18", CultureInfo.InvariantCulture).TrimEnd('0').PadRight(leastDecimals, '0');
        var head = whole.ToString(group ? "N0" : "D", CultureInfo.InvariantCulture);
        var text = fraction.Length == 0 ? head : $"{head}.{fraction}";
        return _high < 0 ? "-" + text : text;
    }

    public override string ToString() => ToText();

    internal static Int128 Pow10(int exponent)
    {
        Int128 result = 1;
        for (var i = 0; i < exponent; i++) result *= 10;
        return result;
    }

    /// <summary>Whole units and 10⁻¹⁸ parts of an amount that is not negative, by long division with an estimated quotient.</summary>
    private void Split(out long whole, out ulong rest)
    {
        if (_high > long.MaxValue / 64)
        {
            Beyond();
        }

        whole = (long)((_high * 18446744073709551616.0 + _low) / One);
        while (true)
        {
            var high = (long)Math.BigMul((ulong)whole, (ulong)One, out var low);
            var left = this - new Money(high, low);
            if (left._high < 0) whole -= Math.Max(1, (long)(-left._high * 18.446744073709552));
            else if (left._high > 0 || left._low >= One) whole += Math.Max(1, (long)((left._high * 18446744073709551616.0 + left._low) / One));
            else
            {
                rest = left._low;
                return;
            }
        }
    }

    private static void Overflow() => throw new OverflowException("The sum of money is beyond 1.7 × 10^20.");

    private static void Beyond() => throw new OverflowException("The amount of money is beyond 2.6 × 10^18.");
}
