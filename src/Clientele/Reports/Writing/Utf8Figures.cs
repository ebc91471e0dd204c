using System.Globalization;
using System.Runtime.CompilerServices;

namespace Clientele.Reports.Writing;

/// <summary>Numbers, money and dates as UTF-8 digits: invariant, the same bytes on every machine.</summary>
internal static class Utf8Figures
{
    // Fifteen digits.
    private const double MostShort = 1e15;

    // Whole numbers up to here need no look at decimals.
    private const double MostWhole = 1e9;

    public static void Integer(this Utf8Text text, long value)
    {
        if (value < 0) text.Byte((byte)'-');
        text.Unsigned(value < 0 ? unchecked(0UL - (ulong)value) : (ulong)value);
    }

    public static void Unsigned(this Utf8Text text, ulong value)
    {
        if (value < 10)
        {
            text.Byte((byte)('0' + value));
            return;
        }

        var count = Digits.Count(value);
        Digits.Write(text.Room(count), value, count);
        text.Advance(count);
    }

    /// <summary>
    /// Rounded to 6 decimals, trailing zeros cut; below 0.001 to 6 significant digits; from 10⁹ on the shortest digits that read back the same.
    /// Writes nothing for a number that is not finite.
    /// </summary>
    public static void Rounded(this Utf8Text text, double value)
    {
        var magnitude = Math.Abs(value);
        if (!(magnitude < MostWhole))
        {
            text.Exact(value);
            return;
        }

        var whole = (ulong)magnitude;
        if (whole == magnitude)
        {
            if (value < 0) text.Byte((byte)'-');
            text.Unsigned(whole);
            return;
        }

        if (magnitude < 1e-3)
        {
            value.TryFormat(text.Room(32), out var written, "G6", CultureInfo.InvariantCulture);
            text.Advance(written);
            return;
        }

        if (value < 0) text.Byte((byte)'-');
        var scaled = (ulong)(magnitude * 1e6 + 0.5);
        whole = scaled / 1_000_000;
        text.Unsigned(whole);
        text.Fraction(scaled - whole * 1_000_000, 6, 0);
    }

    /// <summary>The shortest digits that read back as the same number; nothing for a number that is not finite.</summary>
    public static void Exact(this Utf8Text text, double value)
    {
        if (!double.IsFinite(value)) return;
        if (value == 0) value = 0; // no minus zero
        if (text.TryShort(value)) return;
        text.Plain(value);
    }

    /// <summary>The plain form of <see cref="Exact"/> for finite numbers, zero without a sign.</summary>
    internal static void Plain(this Utf8Text text, double value)
    {
        value.TryFormat(text.Room(32), out var written, default, CultureInfo.InvariantCulture);
        text.Advance(written);
    }

    /// <summary>
    /// Numbers of few decimals, which most are: a decimal number of at most 15 digits that reads back as the same double is the only one, so it
    /// has the shortest digits. False, and nothing written, for others.
    /// </summary>
    private static bool TryShort(this Utf8Text text, double value)
    {
        var magnitude = Math.Abs(value);
        if (!(magnitude < MostShort)) return false;
        var whole = (long)magnitude;
        if (whole == magnitude)
        {
            if (value < 0) text.Byte((byte)'-');
            text.Unsigned((ulong)whole);
            return true;
        }

        // Smaller ones are written with an exponent.
        return magnitude >= 1e-4 && (text.TryShort(value, magnitude, 100, 2) || text.TryShort(value, magnitude, 10_000, 4));
    }

    private static bool TryShort(this Utf8Text text, double value, double magnitude, long ten, int decimals)
    {
        var scaled = Math.Round(magnitude * ten);
        if (!(scaled < MostShort) || scaled / ten != magnitude) return false;
        var (whole, rest) = Math.DivRem((ulong)scaled, (ulong)ten);
        if (value < 0) text.Byte((byte)'-');
        text.Unsigned(whole);
        text.Fraction(rest, decimals, 0);
        return true;
    }

    /// <summary>All digits, at least two decimals: <c>8887208.894</c>.</summary>
    public static void Money(this Utf8Text text, Money value)
    {
        var negative = value.High < 0;
        var low = negative ? unchecked(~value.Low + 1) : value.Low;
        var high = negative ? unchecked(~(ulong)value.High + (low == 0 ? 1UL : 0)) : (ulong)value.High;

        // No Int128: it is not compiled ahead.
        var rest = MoneyDigits.Split(high, low, out var above, out var whole);
        if (above != 0)
        {
            text.Text(value.ToText());
            return;
        }

        if (negative) text.Byte((byte)'-');
        text.Unsigned(whole);
        text.Fraction(rest, Clientele.Money.Scale, 2);
    }

    /// <summary><c>2011-12-09T12:50:00</c>, or the day alone.</summary>
    /// <param name="ticks">.NET ticks.</param>
    /// <param name="dayOnly">Leaves the time of day out.</param>
    public static void Date(this Utf8Text text, long ticks, bool dayOnly)
    {
        var (year, month, day) = DateOnly.FromDayNumber((int)(ticks / TimeSpan.TicksPerDay));
        var room = text.Room(32);
        Digits.Write(room, (uint)year, 4);
        room[4] = (byte)'-';
        Digits.Write(room[5..], (uint)month, 2);
        room[7] = (byte)'-';
        Digits.Write(room[8..], (uint)day, 2);
        text.Advance(10);
        if (dayOnly) return;

        var second = (uint)(ticks / TimeSpan.TicksPerSecond % 86_400);
        room[10] = (byte)'T';
        Digits.Write(room[11..], second / 3600, 2);
        room[13] = (byte)':';
        Digits.Write(room[14..], second / 60 % 60, 2);
        room[16] = (byte)':';
        Digits.Write(room[17..], second % 60, 2);
        text.Advance(9);
        text.Fraction((ulong)(ticks % TimeSpan.TicksPerSecond), 7, 0);
    }

    /// <summary>A point and the digits of value / 10^decimals without trailing zeros but at least <paramref name="least"/>; nothing when that leaves none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fraction(this Utf8Text text, ulong value, int decimals, int least)
    {
        if (value == 0 && least == 0) return;
        text.Decimals(value, decimals, least);
    }

    private static void Decimals(this Utf8Text text, ulong value, int decimals, int least)
    {
        // Whole groups of zeros first: most amounts have two decimals of eighteen.
        if (decimals == 18 && value % 100_000_000_000_000 == 0)
        {
            value /= 100_000_000_000_000;
            decimals = 4;
        }

        var room = text.Room(decimals + 1);
        room[0] = (byte)'.';
        Digits.Write(room[1..], value, decimals);
        while (decimals > least && room[decimals] == (byte)'0') decimals--;
        if (decimals > 0) text.Advance(decimals + 1);
    }
}
