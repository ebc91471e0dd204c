namespace Clientele.Explore;

/// <summary>Two stretches of days to compare, first and last day included.</summary>
/// <param name="Before">First day of the earlier stretch in the day count of <see cref="SalesCalendar"/>, and so on.</param>
internal sealed record PeriodPair(int Before, int BeforeEnd, int After, int AfterEnd)
{
    private const string Form = "Give two stretches of months or days: --compare 2011-03..2011-05,2011-06..2011-08";

    public static PeriodPair Parse(string text)
    {
        var parts = text.Split(',');
        if (parts.Length != 2) throw Bad(text);
        Stretch(text, parts[0], out var before, out var beforeEnd);
        Stretch(text, parts[1], out var after, out var afterEnd);
        if (after <= beforeEnd && before <= afterEnd) throw new UserException("explore.compare", $"The two stretches of '{text}' overlap.", Form);
        return new PeriodPair(before, beforeEnd, after, afterEnd);
    }

    /// <summary>
    /// The last two comparable stretches: from 15 whole months on, the last three months and the same three a year before; else the last
    /// three whole months (fewer when there are fewer than six) and as many before them; else the two halves of the days. Null for one day.
    /// </summary>
    public static PeriodPair? Last(SalesCalendar calendar)
    {
        var (first, last) = (calendar.FirstMonth, calendar.LastMonth);
        while (first <= last && !calendar.CoversMonth(first)) first++;
        while (first <= last && !calendar.CoversMonth(last)) last--;
        var months = last - first + 1;
        if (months >= 15) return Months(last - 14, last - 12, last - 2, last);
        var length = Math.Min(3, months / 2);
        if (length > 0) return Months(last - (2 * length) + 1, last - length, last - length + 1, last);
        var half = calendar.Days / 2;
        return half == 0 ? null : new PeriodPair(calendar.LastDay - (2 * half) + 1, calendar.LastDay - half, calendar.LastDay - half + 1, calendar.LastDay);
    }

    /// <summary><c>2011-03..2011-05</c>; in days where it does not begin and end with a month.</summary>
    public static string Show(int from, int to)
    {
        var (first, last) = (SalesCalendar.MonthOf(from), SalesCalendar.MonthOf(to));
        var whole = SalesCalendar.StartOf(first) == from && SalesCalendar.StartOf(last + 1) - 1 == to;
        var (start, end) = whole ? (SalesCalendar.MonthText(first), SalesCalendar.MonthText(last)) : (SalesCalendar.DayText(from), SalesCalendar.DayText(to));
        return start == end ? start : $"{start}..{end}";
    }

    private static PeriodPair Months(int before, int beforeEnd, int after, int afterEnd) => new(
        SalesCalendar.StartOf(before), SalesCalendar.StartOf(beforeEnd + 1) - 1, SalesCalendar.StartOf(after), SalesCalendar.StartOf(afterEnd + 1) - 1);

    private static void Stretch(string all, string text, out int from, out int to)
    {
        var at = text.IndexOf("..", StringComparison.Ordinal);
        Point(all, (at < 0 ? text : text[..at]).Trim(), out from, out var fromEnd);
        to = fromEnd;
        if (at >= 0) Point(all, text[(at + 2)..].Trim(), out _, out to);
        if (to < from) throw Bad(all);
    }

    /// <summary>A month or a day.</summary>
    private static void Point(string all, string text, out int from, out int to)
    {
        var (year, month, day) = (Part(text, 0, 4), Part(text, 5, 2), Part(text, 8, 2));
        var isDay = text.Length == 10 && text[7] == '-';
        if (text.Length is not (7 or 10) || text[4] != '-' || year is < 1 or > 9998 || month is < 1 or > 12 || (text.Length == 10 && !isDay)) throw Bad(all);
        from = SalesCalendar.StartOf((year * 12) + month - 1);
        to = SalesCalendar.StartOf((year * 12) + month) - 1;
        if (!isDay) return;
        if (day < 1 || from + day - 1 > to) throw Bad(all);
        from = to = from + day - 1;
    }

    private static int Part(string text, int start, int length)
    {
        if (text.Length < start + length) return -1;
        var value = 0;
        for (var i = start; i < start + length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return -1;
            value = (value * 10) + text[i] - '0';
        }

        return value;
    }

    private static UserException Bad(string text) => new("explore.compare", $"'{text}' is not a pair of periods.", Form);
}
