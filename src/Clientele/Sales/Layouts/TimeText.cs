namespace Clientele.Sales.Layouts;

/// <summary>Reads the time of day.</summary>
internal static class TimeText
{
    /// <summary>H:mm, H:mm:ss, fractions behind <c>.</c> or <c>,</c>, AM and PM, HHmm and HHmmss; at most 24:00:00. Seconds of 60 are refused.</summary>
    public static bool TryRead(ref DateCursor cursor, out long ticks)
    {
        ticks = 0;
        if (!cursor.Number(out var hour, out var digits)) return false;
        int minute, second = 0;
        long fraction = 0;
        if (digits is 4 or 6)
        {
            second = digits == 6 ? hour % 100 : 0;
            if (digits == 6) hour /= 100;
            minute = hour % 100;
            hour /= 100;
        }
        else
        {
            if (digits > 2 || !Two(ref cursor, out minute)) return false;
            if (cursor.Rest.StartsWith(":"u8) && !Two(ref cursor, out second)) return false;
        }

        if (!Fraction(ref cursor, ref fraction) || minute > 59 || second > 59) return false;
        if (!HalfDay(ref cursor, ref hour) || hour > 24) return false;
        ticks = ((hour * 60L + minute) * 60 + second) * TimeSpan.TicksPerSecond + fraction;
        return ticks <= TimeSpan.TicksPerDay;
    }

    /// <summary>Z, UTC, GMT, ±hh:mm, ±hhmm, ±hh up to 14 hours, or nothing.</summary>
    public static bool TryReadOffset(ref DateCursor cursor, ref DateText date)
    {
        cursor.SkipBlanks();
        if (cursor.AtEnd) return true;
        date.HasOffset = true;
        var rest = cursor.Rest;
        if (rest.SequenceEqual("Z"u8) || rest.SequenceEqual("z"u8) || rest.SequenceEqual("UTC"u8) || rest.SequenceEqual("GMT"u8))
        {
            cursor.Skip(rest.Length);
            return true;
        }

        var negative = rest[0] == '-';
        cursor.Skip(rest.StartsWith("\u2212"u8) ? 3 : 1);
        if (!negative && rest[0] != '+' && !rest.StartsWith("\u2212"u8)) return false;
        negative |= rest[0] >= 0x80;
        if (!cursor.Number(out var hours, out var digits)) return false;
        var minutes = 0;
        if (digits == 4)
        {
            minutes = hours % 100;
            hours /= 100;
        }
        else if (digits != 2 || (cursor.Rest.StartsWith(":"u8) && !Two(ref cursor, out minutes)))
        {
            return false;
        }

        date.OffsetMinutes = (hours * 60 + minutes) * (negative ? -1 : 1);
        return minutes < 60 && hours * 60 + minutes <= 14 * 60;
    }

    /// <summary>A colon and two digits.</summary>
    private static bool Two(ref DateCursor cursor, out int value)
    {
        value = 0;
        if (!cursor.Rest.StartsWith(":"u8)) return false;
        cursor.Skip(1);
        return cursor.Number(out value, out var digits) && digits == 2;
    }

    /// <summary>Up to nine decimals of a second; those beyond 100 ns are cut.</summary>
    private static bool Fraction(ref DateCursor cursor, ref long ticks)
    {
        if (!cursor.Rest.StartsWith("."u8) && !cursor.Rest.StartsWith(","u8)) return true;
        cursor.Skip(1);
        var digits = 0;
        while (digits < 9 && cursor.Rest.Length > 0 && NumberText.Digit(cursor.Rest[0]))
        {
            if (digits < 7) ticks = ticks * 10 + cursor.Rest[0] - '0';
            digits++;
            cursor.Skip(1);
        }

        for (var i = digits; i < 7; i++) ticks *= 10;
        return digits > 0;
    }

    private static bool HalfDay(ref DateCursor cursor, ref int hour)
    {
        var rest = Words.Trim(cursor.Rest);
        if (rest.Length is not (2 or 4)) return true;
        var pm = (rest[0] | 0x20) == 'p';
        if (!pm && (rest[0] | 0x20) != 'a') return true;
        var dotted = rest.Length == 4;
        if (dotted && (rest[1] != '.' || rest[3] != '.')) return true;
        if ((rest[dotted ? 2 : 1] | 0x20) != 'm') return true;
        cursor.Skip(cursor.Rest.Length);
        if (hour is < 1 or > 12) return false;
        hour = hour % 12 + (pm ? 12 : 0);
        return true;
    }
}
