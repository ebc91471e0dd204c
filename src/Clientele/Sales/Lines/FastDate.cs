using System.Runtime.CompilerServices;

namespace Clientele.Sales.Lines;

/// <summary>Common dates at full speed: <c>2011-12-09 12:50[:00]</c>, <c>12/9/2011 12:50</c>, <c>09.12.2011</c>. Anything else is left to the thorough parser.</summary>
internal static class FastDate
{
    /// <summary>.NET ticks; false when the text is not that plain or not a day of the calendar.</summary>
    public static bool TryParse(ref byte start, int length, DateOrder order, out long ticks, ref LayoutEvidence evidence)
    {
        ticks = 0;
        if (length < 8) return false;
        if (order == DateOrder.YearMonthDay) return YearFirst(ref start, length, out ticks);
        if (order is not (DateOrder.DayMonthYear or DateOrder.MonthDayYear)) return false;

        var at = 0;
        if (!Short(ref start, length, ref at, out var first)) return false;
        var separator = Unsafe.Add(ref start, at);
        if (separator is not ((byte)'/' or (byte)'.' or (byte)'-')) return false;
        at++;
        if (!Short(ref start, length, ref at, out var second)) return false;
        if (at + 5 > length || Unsafe.Add(ref start, at) != separator) return false;
        if (!Digits(ref start, at + 1, 4, out var year)) return false;
        at += 5;
        var (day, month) = order == DateOrder.DayMonthYear ? (first, second) : (second, first);
        if (!Clock(ref start, length, at, out var time) || !Days(year, month, day, out var days)) return false;
        evidence.AmbiguousOrderDates++;
        if (first > 12) evidence.FirstAbove12++;
        if (second > 12) evidence.SecondAbove12++;
        ticks = days * TimeSpan.TicksPerDay + time;
        return true;
    }

    private static bool YearFirst(ref byte start, int length, out long ticks)
    {
        ticks = 0;
        if (length < 10 || !Digits(ref start, 0, 4, out var year) || !Digits(ref start, 5, 2, out var month) || !Digits(ref start, 8, 2, out var day)) return false;
        var separator = Unsafe.Add(ref start, 4);
        if (separator is not ((byte)'-' or (byte)'/' or (byte)'.') || Unsafe.Add(ref start, 7) != separator) return false;
        if (!Clock(ref start, length, 10, out var time) || !Days(year, month, day, out var days)) return false;
        ticks = days * TimeSpan.TicksPerDay + time;
        return true;
    }

    /// <summary>Nothing, or a blank (or T) and H:mm or HH:mm with optional :ss, up to the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Clock(ref byte start, int length, int at, out long ticks)
    {
        ticks = 0;
        if (at == length) return true;
        if (Unsafe.Add(ref start, at) is not ((byte)' ' or (byte)'T')) return false;
        at++;
        if (!Short(ref start, length, ref at, out var hour) || hour > 23) return false;
        if (at + 3 > length || Unsafe.Add(ref start, at) != (byte)':' || !Digits(ref start, at + 1, 2, out var minute) || minute > 59) return false;
        at += 3;
        var second = 0;
        if (at < length)
        {
            if (at + 3 != length || Unsafe.Add(ref start, at) != (byte)':' || !Digits(ref start, at + 1, 2, out second) || second > 59) return false;
        }

        ticks = (hour * 3600L + minute * 60L + second) * TimeSpan.TicksPerSecond;
        return true;
    }

    /// <summary>One or two digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Short(ref byte start, int length, ref int at, out int value)
    {
        value = 0;
        if (at >= length) return false;
        var first = (uint)Unsafe.Add(ref start, at) - '0';
        if (first > 9) return false;
        at++;
        value = (int)first;
        if (at >= length) return true;
        var second = (uint)Unsafe.Add(ref start, at) - '0';
        if (second > 9) return true;
        value = value * 10 + (int)second;
        at++;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Digits(ref byte start, int at, int count, out int value)
    {
        value = 0;
        for (var i = 0; i < count; i++)
        {
            var digit = (uint)Unsafe.Add(ref start, at + i) - '0';
            if (digit > 9) return false;
            value = value * 10 + (int)digit;
        }

        return true;
    }

    /// <summary>Days since 0001-01-01 in the Gregorian calendar, by shifted months (the year starts in March); years 1900 to 2199.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Days(int year, int month, int day, out long days)
    {
        days = 0;
        if (year is < 1900 or > 2199 || month is < 1 or > 12 || day < 1 || day > LastDay(year, month)) return false;
        var y = month <= 2 ? year - 1 : year;
        var m = month <= 2 ? month + 9 : month - 3;
        days = 365L * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 307;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LastDay(int year, int month) =>
        month == 2 ? ((year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28) : 30 + ((month + (month >> 3)) & 1);
}
