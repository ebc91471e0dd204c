using System.Runtime.CompilerServices;

namespace Clientele;

/// <summary>An exact amount: a 128-bit integer of 10⁻¹⁸ units. Sums do not depend on their order.</summary>
/// <remarks>
/// Range ±1.7 × 10²⁰ with 18 decimals. Adding beyond the range throws <see cref="OverflowException"/>. The two halves are
/// kept apart because code that passes an <see cref="Int128"/> cannot be compiled ahead of time and would be compiled at every start.
/// </remarks>
public readonly struct Money : IComparable<Money>, IEquatable<Money>
{
    /// <summary>Decimals kept.</summary>
    public const int Scale = 18;

    private readonly ulong _low;
    private readonly long _high;

    public Money(Int128 units)
    {
        _low = unchecked((ulong)units);
        _high = unchecked((long)(units >> 64));
    }

    internal Money(long high, ulong low)
    {
        _high = high;
        _low = low;
    }

    public static Money Zero => default;

    /// <summary>The amount in units of 10⁻¹⁸.</summary>
    public Int128 Units => new(unchecked((ulong)_high), _low);

    /// <summary>Upper half of the units, signed: amounts order by it, then by <see cref="Low"/>.</summary>
    internal long High => _high;

    internal ulong Low => _low;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _high < 0 ? -1 : (_high | (long)_low) == 0 ? 0 : 1;

    public static bool operator ==(Money a, Money b) => a._low == b._low && a._high == b._high;

    public static bool operator !=(Money a, Money b) => !(a == b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Money operator +(Money a, Money b)
    {
        var low = unchecked(a._low + b._low);
        var high = unchecked(a._high + b._high + (low < a._low ? 1 : 0));
        return ((a._high ^ high) & (b._high ^ high)) >= 0 ? new Money(high, low) : throw TooLarge();
    }

    public static Money operator -(Money a, Money b)
    {
        var high = unchecked(a._high - b._high - (a._low < b._low ? 1 : 0));
        return ((a._high ^ b._high) & (a._high ^ high)) >= 0 ? new Money(high, unchecked(a._low - b._low)) : throw TooLarge();
    }

    public static Money operator -(Money a) => Zero - a;

    /// <summary>An equal share, cut to 18 decimals towards zero.</summary>
    /// <param name="parts">At least 1.</param>
    public Money DividedBy(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var (high, low) = Magnitude();
        MoneyDigits.Divide(ref high, ref low, (uint)parts);
        var share = new Money((long)high, low);
        return _high < 0 ? -share : share;
    }

    /// <summary>mantissa × 10^(-scale), scale 0…18.</summary>
    public static Money Of(long mantissa, int scale)
    {
        if ((uint)scale > Scale) throw new ArgumentOutOfRangeException(nameof(scale), scale, "A scale from 0 to 18.");
        var magnitude = unchecked((ulong)(mantissa < 0 ? -mantissa : mantissa));
        var high = Math.BigMul(magnitude, PowerOfTen(Scale - scale), out var low);
        var amount = new Money((long)high, low);
        return mantissa < 0 ? -amount : amount;
    }

    /// <summary>mantissa × 10^(-scale), scale 0…18.</summary>
    public static Money Of(Int128 mantissa, int scale) => new(checked(mantissa * PowerOfTen(Scale - scale)));

    public int CompareTo(Money other) => _high != other._high ? _high.CompareTo(other._high) : _low.CompareTo(other._low);

    public bool Equals(Money other) => this == other;

    public override bool Equals(object? obj) => obj is Money other && this == other;

    public override int GetHashCode() => HashCode.Combine(_high, _low);

    /// <summary>
    /// Nearest double of an amount with at most four decimals below 9 × 10¹¹; others are within two units in the last place.
    /// For mathematics, never for totals.
    /// </summary>
    public double ToDouble()
    {
        const ulong Few = 100_000_000_000_000;
        var (high, low) = Magnitude();
        var rest = MoneyDigits.Split(high, low, out var above, out var whole);
        double value;
        if (above == 0 && whole < 900_000_000_000 && rest % Few == 0) value = (whole * 10_000 + rest / Few) / 1e4;
        else value = above * 18446744073709551616.0 + whole + rest / 1e18;
        return _high < 0 ? -value : value;
    }

    /// <summary>Exact digits, trailing zeros cut but at least <paramref name="leastDecimals"/> of them: <c>8887208.894</c>.</summary>
    public string ToText(int leastDecimals = 2, bool group = false)
    {
        var (high, low) = Magnitude();
        return MoneyDigits.Text(high, low, _high < 0, leastDecimals, group);
    }

    public override string ToString() => ToText();

    /// <summary>10^exponent, exponent 0…19.</summary>
    internal static ulong PowerOfTen(int exponent)
    {
        ulong result = 1;
        for (var i = 0; i < exponent; i++) result *= 10;
        return result;
    }

    internal static Int128 Pow10(int exponent)
    {
        Int128 result = 1;
        for (var i = 0; i < exponent; i++) result *= 10;
        return result;
    }

    private (ulong High, ulong Low) Magnitude() => _high >= 0
        ? ((ulong)_high, _low)
        : unchecked((~(ulong)_high + (_low == 0 ? 1UL : 0), ~_low + 1));

    private static OverflowException TooLarge() => new("An amount of money is beyond 1.7 × 10²⁰.");
}
