namespace Clientele.Explore.Analyses;

/// <summary>Orders, customers and money by day, week and month.</summary>
internal static class SalesOverTime
{
    public static Choice<Analysis> Choice { get; } = new("sales", "Orders, customers and money by day, week and month.", [], _ => new Analysis(Run));

    private static ExploreResult Run(ExploreData data)
    {
        var result = new ExploreResult(Choice.Name);
        var table = new PeriodTable(result, data.Known.Money);
        var calendar = data.Calendar;
        var day = Sum(data, calendar.FirstDay, calendar.Days, d => d);
        for (var i = 0; i < day.Count; i++) table.Row("day", SalesCalendar.DayText(day.First + i), true, day, i);
        var week = Sum(data, calendar.FirstDay / 7, (calendar.LastDay / 7) - (calendar.FirstDay / 7) + 1, d => d / 7);
        for (var i = 0; i < week.Count; i++) table.Row("week", SalesCalendar.WeekText(week.First + i), calendar.CoversWeek(week.First + i), week, i);
        var month = Sum(data, calendar.FirstMonth, calendar.Months, calendar.Month);
        for (var i = 0; i < month.Count; i++) table.Row("month", SalesCalendar.MonthText(month.First + i), calendar.CoversMonth(month.First + i), month, i);

        result.Text("first_day", "First day with a sale.", SalesCalendar.DayText(calendar.FirstDay));
        result.Text("last_day", "Last day with a sale.", SalesCalendar.DayText(calendar.LastDay));
        result.Count("customers", "Customers.", data.Customers);
        result.Count("orders", "Orders.", data.Sold.Count);
        if (data.Known.Money)
        {
            result.Amount("money", "Money of all customers.", data.Total);
            result.Number("average_order", "Money per order.", Rates.Share(data.Total.ToDouble(), data.Sold.Count));
            Best(result, day, "day", SalesCalendar.DayText);
            Best(result, month, "month", SalesCalendar.MonthText);
        }

        if (data.Nets) result.Note("Returns reduce money on the day of the return.");
        return result;
    }

    private static void Best(ExploreResult result, PeriodSums sums, string grain, Func<int, string> name)
    {
        var best = 0;
        for (var i = 1; i < sums.Count; i++)
        {
            if (sums.Money[i].CompareTo(sums.Money[best]) > 0) best = i;
        }

        result.Text($"best_{grain}", $"The {grain} with most money.", name(sums.First + best));
        result.Amount($"best_{grain}_money", "Its money.", sums.Money[best]);
    }

    private static PeriodSums Sum(ExploreData data, int first, int count, Func<int, int> periodOf)
    {
        var sums = new PeriodSums(first, count);
        var seen = new int[count];
        for (var o = 0; o < data.Sold.Count; o++)
        {
            var at = periodOf(data.Sold.Days[o]) - first;
            sums.Orders[at]++;
            sums.Lines[at] += data.Sold.LinesOf(o);
            sums.Units[at] += data.Sold.Units[o];
            sums.Money[at] += data.Sold.Money[o];
            if (seen[at] == data.Sold.Customer(o) + 1) continue; // orders come customer by customer
            seen[at] = data.Sold.Customer(o) + 1;
            sums.Customers[at]++;
        }

        for (var o = 0; o < data.Returned.Count; o++)
        {
            if (data.Books(o)) sums.Money[periodOf(data.BookedDay(o)) - first] += data.Returned.Money[o];
        }

        return sums;
    }
}
