using Clientele.Sales;
using Clientele.Sales.Layouts;
using Clientele.Tables;

namespace Clientele.People.Typing;

/// <summary>A column as days: any usual notation, several in one column; the order of day and month is proved from the whole column.</summary>
/// <param name="Ticks">[rows]; 0 where nothing is known.</param>
/// <param name="Others">Rows whose cell is filled and no date.</param>
/// <param name="Reason">Order and how it was found, in words.</param>
internal sealed record DateColumn(long[] Ticks, IReadOnlyList<int> Others, string Reason)
{
    /// <summary>All years have two digits: 00 to 68 are read as 20xx, 69 to 99 as 19xx.</summary>
    public bool ShortYears { get; init; }

    /// <summary>Reads all cells; an order that nothing proves is an error, as in sales files. The same day is read once.</summary>
    public static DateColumn Of(TableColumn column, ReadOptions options)
    {
        var (coding, evidence) = (Coding.Of(column.Cells), default(LayoutEvidence));
        var (dates, read) = (new DateText[coding.Count], new bool[coding.Count]);
        for (var code = 0; code < dates.Length; code++) read[code] = DateText.TryRead(coding.First(code), out dates[code]);
        var (shortYearFirst, forms, first) = (0L, new long[3], -1);
        for (var row = 0; row < column.Rows; row++)
        {
            var code = coding.Codes[row];
            if (code < 0 || !read[code]) continue;
            ref var date = ref dates[code];
            var before = evidence.AmbiguousOrderDates;
            if (date.Form != DateForm.Certain) DateParser.Observe(date, ref evidence);
            if (evidence.AmbiguousOrderDates > before && first < 0) first = row;
            forms[date.Form switch { DateForm.Certain => 0, DateForm.TwoNumbers => 1, _ => 2 }]++;
            if (date.Form == DateForm.ThreeShort && date.First > 31) shortYearFirst++;
        }

        var (order, reason) = Order(column, options, in evidence, shortYearFirst, first);
        if (forms[1] > 0 && forms[2] > 0) reason += $"; two notations: {forms[2]:#,0} with a year of two digits, {forms[1]:#,0} of four";
        var notation = new DateNotation(order, DateOptions.Zone(options.TimeZone));
        var (days, ticks, others) = (new long[coding.Count], new long[column.Rows], new List<int>());
        for (var code = 0; code < days.Length; code++) read[code] = DateParser.TryParse(coding.First(code), notation, out days[code], ref evidence);
        for (var row = 0; row < ticks.Length; row++)
        {
            var code = coding.Codes[row];
            if (code < 0) continue;
            ticks[row] = days[code];
            if (!read[code]) others.Add(row);
        }

        if (forms[2] > 0) reason += "; years of two digits: 00 to 68 are 20xx, 69 to 99 are 19xx";
        return new(ticks, others, reason) { ShortYears = forms[2] > 0 && forms[0] + forms[1] == 0 };
    }

    private static (DateOrder Order, string Reason) Order(TableColumn column, ReadOptions options, in LayoutEvidence evidence, long shortYearFirst, int ambiguous)
    {
        if (options.DateOrder is { } asked) return (DateOptions.Order(asked), $"{DateOptions.NameOf(DateOptions.Order(asked))}: asked for");
        var (day, month) = (evidence.FirstAbove12, evidence.SecondAbove12);
        if (shortYearFirst > 0 && month == 0) return (DateOrder.YearMonthDay, $"year, month, day: in {shortYearFirst:#,0} dates the first number is above 31");
        if (day > 0 && month > 0) throw PeopleProblems.DateOrderMixed(column, day, month);
        if (day > 0) return (DateOrder.DayMonthYear, $"day, month, year: in {day:#,0} of {evidence.AmbiguousOrderDates:#,0} dates the first number is above 12");
        if (month > 0) return (DateOrder.MonthDayYear, $"month, day, year: in {month:#,0} of {evidence.AmbiguousOrderDates:#,0} dates the second number is above 12");
        if (evidence.AmbiguousOrderDates > 0) throw PeopleProblems.DateOrderUnknown(column, ambiguous, evidence.AmbiguousOrderDates);
        return (DateOrder.YearMonthDay, "the dates have one reading");
    }
}
