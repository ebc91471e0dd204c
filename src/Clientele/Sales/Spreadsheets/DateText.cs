namespace Clientele.Sales.Spreadsheets;

/// <summary>Day numbers written as dates and times.</summary>
internal static class DateText
{
    /// <summary>9999-12-31.</summary>
    private const double LastDay = 2_958_465;

    private const long DayMilliseconds = 86_400_000;

    /// <summary>
    /// Writes <c>yyyy-MM-dd</c>, <c>yyyy-MM-dd HH:mm:ss[.fff]</c>, or <c>HH:mm:ss[.fff]</c> for times of day and durations, to the nearest millisecond.
    /// False, with nothing written, for numbers that are no date: before day 1, day 60 of the 1900 system (the 29 February 1900 that never was), after 9999.
    /// </summary>
    public static bool Write(ByteText target, double serial, CellFormat format, bool from1904)
    {
        if (!(serial >= 0 && serial < LastDay + 1)) return false;
        if (format == CellFormat.Duration || (format == CellFormat.Time && serial < 1))
        {
            var time = (long)(serial * DayMilliseconds + 0.5);
            if (format == CellFormat.Time && time >= DayMilliseconds) return false;
            Time(target, time);
            return true;
        }

        if (from1904) serial += 1462;
        else if (serial < 1 || serial is >= 60 and < 61) return false;
        else if (serial < 60) serial++;
        var milliseconds = (long)(serial * DayMilliseconds + 0.5);
        var day = milliseconds / DayMilliseconds;
        if (day > LastDay) return false;
        Write(target, s_first.AddDays(day), milliseconds % DayMilliseconds);
        return true;
    }

    public static void Time(ByteText target, long milliseconds)
    {
        var hours = milliseconds / 3_600_000;
        if (hours < 100)
        {
            Two(target, (int)hours);
        }
        else
        {
            System.Buffers.Text.Utf8Formatter.TryFormat(hours, target.Room(20), out var n);
            target.Advance(n);
        }

        target.Add((byte)':');
        Two(target, (int)(milliseconds / 60_000 % 60));
        target.Add((byte)':');
        Two(target, (int)(milliseconds / 1000 % 60));
        var rest = (int)(milliseconds % 1000);
        if (rest == 0) return;
        target.Add((byte)'.');
        target.Add((byte)('0' + rest / 100));
        Two(target, rest % 100);
    }

    /// <summary>Turns <c>2011-12-09T12:50:00</c> into the same form; other texts stay as they are.</summary>
    public static void WriteIso(ByteText target, ReadOnlySpan<byte> text)
    {
        if (text.Length < 19 || text[10] != (byte)'T')
        {
            target.Add(text);
            return;
        }

        target.Add(text[..10]);
        if (text[10..].TrimEnd((byte)'0') is var rest && (rest.SequenceEqual("T00:00:"u8) || rest.SequenceEqual("T00:00:00."u8))) return;
        target.Add((byte)' ');
        target.Add(text[11..]);
    }

    /// <summary>Day 0 of the 1900 system, once its leap day is set right.</summary>
    private static readonly DateTime s_first = new(1899, 12, 30);

    private static void Write(ByteText target, DateTime day, long milliseconds)
    {
        var (year, month, date) = (day.Year, day.Month, day.Day);
        Two(target, year / 100);
        Two(target, year % 100);
        target.Add((byte)'-');
        Two(target, month);
        target.Add((byte)'-');
        Two(target, date);
        if (milliseconds == 0) return;
        target.Add((byte)' ');
        Time(target, milliseconds);
    }

    private static void Two(ByteText target, int value)
    {
        target.Add((byte)('0' + value / 10));
        target.Add((byte)('0' + value % 10));
    }
}
