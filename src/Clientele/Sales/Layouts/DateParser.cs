namespace Clientele.Sales.Layouts;

/// <summary>Reads written dates: the plain form, which says what every faster form must do.</summary>
/// <remarks>
/// Accepted whatever the notation, because they have one reading: <c>2011-12-09</c>, <c>2011/12/9</c>, <c>20111209</c>,
/// <c>20111209084000</c>, dates with a month name. Read in the notation's order: two numbers and a year, set apart by the same
/// <c>/ . -</c> or blank. A time may follow, and behind it an offset. Two-digit years: 00–68 are 2000–2068, 69–99 are 1969–1999.
/// 24:00:00 is the start of the next day. Refused: days that are not on the calendar, years outside 1900–2199, week dates, ordinal dates,
/// seconds of 60, zones by name other than UTC, GMT and Z.
/// Serial notations read digits as <see cref="ExcelDate"/>; dates of one reading are accepted beside them, except bare digits.
/// </remarks>
internal static class DateParser
{
    private const int LeastYear = 1900;
    private const int MostYear = 2199;

    /// <summary>.NET ticks of the date as it is shown: at the notation's offset when the text has one, else as it stands.</summary>
    /// <param name="evidence">Counts what the text proves about the order of day and month, also when it is refused in this notation.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, DateNotation notation, out long ticks, ref LayoutEvidence evidence)
    {
        ticks = 0;
        if (notation.Order is DateOrder.ExcelSerial or DateOrder.ExcelSerial1904 && ExcelDate.LooksLike(text))
        {
            return ExcelDate.TryParse(text, notation.Order == DateOrder.ExcelSerial1904, out ticks);
        }

        if (!DateText.TryRead(text, out var date)) return false;
        Observe(date, ref evidence);
        if (!Day(date, notation.Order, out var year, out var month, out var day)) return false;
        ticks = Midnight(year, month, day) + date.Time;
        if (date.HasOffset) ticks += (notation.TimeZoneMinutes - date.OffsetMinutes) * TimeSpan.TicksPerMinute;
        return true;
    }

    /// <summary>Ticks since midnight of a time that stands in a column of its own; at most 24:00:00.</summary>
    public static bool TryParseTime(ReadOnlySpan<byte> text, out long ticks)
    {
        var cursor = new DateCursor(Words.Trim(text));
        return TimeText.TryRead(ref cursor, out ticks) && cursor.AtEnd;
    }

    /// <summary>Counts what a date proves about the order of its parts.</summary>
    internal static void Observe(in DateText date, ref LayoutEvidence evidence)
    {
        if (date.Form is not (DateForm.TwoNumbers or DateForm.ThreeShort)) return;
        var dayFirst = OnCalendar(date.Third, date.Second, date.First);
        var monthFirst = OnCalendar(date.Third, date.First, date.Second);
        if (!dayFirst && !monthFirst) return;
        evidence.AmbiguousOrderDates++;
        if (dayFirst && date.First > 12) evidence.FirstAbove12++;
        if (monthFirst && date.Second > 12) evidence.SecondAbove12++;
    }

    internal static bool OnCalendar(int year, int month, int day) =>
        year is >= LeastYear and <= MostYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool Day(in DateText date, DateOrder order, out int year, out int month, out int day)
    {
        (year, month, day) = (date.First, date.Second, date.Third);
        if (date.Form == DateForm.Certain) return true;
        switch (order)
        {
            case DateOrder.DayMonthYear: (year, month, day) = (date.Third, date.Second, date.First); break;
            case DateOrder.MonthDayYear: (year, month, day) = (date.Third, date.First, date.Second); break;
            case DateOrder.YearMonthDay when date.Form == DateForm.ThreeShort:
                (year, month, day) = (DateText.Century(date.First), date.Second, date.Third % 100);
                break;
            default: return false;
        }

        return OnCalendar(year, month, day);
    }

    private static long Midnight(int year, int month, int day) => new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Ticks;
}
