using System.Globalization;

namespace Clientele.Reports.Writing;

/// <summary>Numbers, money and dates as UTF-8 digits: invariant, the same bytes on every machine.</summary>
internal static class Utf8Figures
{
    // Fifteen digits.
    private const double MostShort = 1e15;
    private const ulong One = 1_000_000_000_000_000_000;

    public static void Integer(this Utf8Text text, long value)
    {
        value.TryFormat(text.Room(20), out var written, default, CultureInfo.InvariantCulture);
        text.Advance(written);
    }

    public static void Unsigned(this Utf8Text text, ulong value)
    {
        value.TryFormat(text.Room(20), out var written, default, CultureInfo.InvariantCulture);
        text.Advance(written);
    }

    /// <summary>
    /// Rounded to 6 decimals, trailing zeros cut; below 0.001 to 6 significant digits; from 10⁹ on the shortest digits that read back the same.
    /// Writes nothing for a number that is not finite.
    /// </summary>
    public static void Rounded(this Utf8Text text, double value)
    {
        var magnitude = Math.Abs(value);
        if (magnitude == 0)
        {
            text.Byte((byte)'0');
            return;
        }

        if (magnitude < 1e-3)
        {
            value.TryFormat(text.Room(32), out var written, "G6", CultureInfo.InvariantCulture);
            text.Advance(written);
            return;
        }

        if (!(magnitude < 1e9))
        {
            text.Exact(value);
            return;
        }

        if (value < 0) text.Byte((byte)'-');
        var scaled = (ulong)(magnitude * 1e6 + 0.5);
        var whole = scaled / 1_000_000;
        text.Integer((long)whole);
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
            text.Digits((ulong)whole);
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
        text.Digits(whole);
        text.Fraction(rest, decimals, 0);
        return true;
    }

    private static void Digits(this Utf8Text text, ulong value)
    {
        var count = 1;
        for (var rest = value; rest >= 10; rest /= 10) count++;
        Digits(text.Room(count), value, count);
        text.Advance(count);
    }

    /// <summary>All digits, at least two decimals: <c>8887208.894</c>.</summary>
    public static void Money(this Utf8Text text, Money value)
    {
        var negative = value.High < 0;
        var low = negative ? unchecked(~value.Low + 1) : value.Low;
        var high = negative ? unchecked(~(ulong)value.High + (low == 0 ? 1UL : 0)) : (ulong)value.High;

        // The estimated whole part is off by one at most while it stays below 2^50, so the low 64 bits decide. No Int128: it is not compiled ahead.
        var estimate = (high * 18446744073709551616.0 + low) / 1e18;
        if (estimate >= 1e15)
        {
            text.Text(value.ToText());
            return;
        }

        var whole = (ulong)estimate;
        var rest = (long)unchecked(low - whole * One);
        if (rest < 0)
        {
            whole--;
            rest += (long)One;
        }
        else if (rest >= (long)One)
        {
            whole++;
            rest -= (long)One;
        }

        if (negative) text.Byte((byte)'-');
        text.Integer((long)whole);
        text.Fraction((ulong)rest, Clientele.Money.Scale, 2);
    }

    /// <summary><c>2011-12-09T12:50:00</c>, or the day alone.</summary>
    /// <param name="ticks">.NET ticks.</param>
    /// <param name="dayOnly">Leaves the time of day out.</param>
    public static void Date(this Utf8Text text, long ticks, bool dayOnly)
    {
        var date = new DateTime(ticks);
        var room = text.Room(32);
        Digits(room, (uint)date.Year, 4);
        room[4] = (byte)'-';
        Digits(room[5..], (uint)date.Month, 2);
        room[7] = (byte)'-';
        Digits(room[8..], (uint)date.Day, 2);
        text.Advance(10);
        if (dayOnly) return;

        var second = (uint)(ticks / TimeSpan.TicksPerSecond % 86_400);
        room[10] = (byte)'T';
        Digits(room[11..], second / 3600, 2);
        room[13] = (byte)':';
        Digits(room[14..], second / 60 % 60, 2);
        room[16] = (byte)':';
        Digits(room[17..], second % 60, 2);
        text.Advance(9);
        text.Fraction((ulong)(ticks % TimeSpan.TicksPerSecond), 7, 0);
    }

    /// <summary>A point and the digits of value / 10^decimals without trailing zeros but at least <paramref name="least"/>; nothing when that leaves none.</summary>
    private static void Fraction(this Utf8Text text, ulong value, int decimals, int least)
    {
        // Whole groups of four zeros first: most amounts have two decimals of eighteen.
        while (decimals - 4 >= least && value % 10_000 == 0)
        {
            value /= 10_000;
            decimals -= 4;
        }

        while (decimals > least && value % 10 == 0)
        {
            value /= 10;
            decimals--;
        }

        if (decimals == 0) return;
        var room = text.Room(decimals + 1);
        room[0] = (byte)'.';
        Digits(room[1..], value, decimals);
        text.Advance(decimals + 1);
    }

    private static void Digits(Span<byte> room, ulong value, int count)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            var next = value / 10;
            room[i] = (byte)('0' + (int)(value - next * 10));
            value = next;
        }
    }
}
