using System.Globalization;

namespace Clientele.Explore;

/// <summary>Days, weeks and months of the sales. Days count from 1 January of the year 1, a Monday; months are year × 12 + month − 1.</summary>
internal sealed class SalesCalendar
{
    /// <summary>A shop that is closed for longer at the edge of the period counts as cut off.</summary>
    private const int MostSlack = 7;

    private readonly int[] _months;

    /// <summary>A calendar from the first to the last day of sale.</summary>
    /// <param name="days">Days with sales.</param>
    public SalesCalendar(int[] days)
    {
        (FirstDay, LastDay) = (int.MaxValue, int.MinValue);
        foreach (var day in days)
        {
            FirstDay = Math.Min(FirstDay, day);
            LastDay = Math.Max(LastDay, day);
        }

        _months = new int[LastDay - FirstDay + 1];
        for (var i = 0; i < _months.Length; i++) _months[i] = MonthOf(FirstDay + i);
        var open = new bool[_months.Length];
        foreach (var day in days) open[day - FirstDay] = true;
        var closed = 0;
        foreach (var sold in open)
        {
            closed = sold ? 0 : closed + 1;
            Slack = Math.Min(MostSlack, Math.Max(Slack, closed));
        }
    }

    public int FirstDay { get; }

    public int LastDay { get; }

    public int Days => _months.Length;

    /// <summary>Days that may be missing at the outer end of the first and the last period before it counts as cut off: the longest stretch without a sale in between, at most 7.</summary>
    public int Slack { get; }

    public int FirstMonth => _months[0];

    public int LastMonth => _months[^1];

    public int Months => LastMonth - FirstMonth + 1;

    public int Month(int day) => _months[day - FirstDay];

    public static int DayOf(long ticks) => (int)(ticks / TimeSpan.TicksPerDay);

    public static int MonthOf(int day)
    {
        var date = new DateTime(day * TimeSpan.TicksPerDay);
        return (date.Year * 12) + date.Month - 1;
    }

    /// <summary>First day of a month; months beyond the year 9999 end the calendar.</summary>
    public static int StartOf(int month) =>
        month >= 12 * 10_000 ? DayOf(DateTime.MaxValue.Ticks) + 1 : DayOf(new DateTime(month / 12, (month % 12) + 1, 1).Ticks);

    /// <summary>The sales cover all days from … to, the slack aside.</summary>
    public bool Covers(int from, int to, int slack) => FirstDay - from <= slack && to - LastDay <= slack;

    public bool CoversMonth(int month) => Covers(StartOf(month), StartOf(month + 1) - 1, Slack);

    public bool CoversWeek(int week) => Covers(week * 7, (week * 7) + 6, Math.Min(2, Slack));

    /// <summary><c>2011-03</c>.</summary>
    public static string MonthText(int month) => $"{Digits(month / 12, 4)}-{Digits((month % 12) + 1, 2)}";

    /// <summary><c>2011-W09</c> by ISO 8601.</summary>
    public static string WeekText(int week)
    {
        var monday = new DateTime(week * 7 * TimeSpan.TicksPerDay);
        return $"{Digits(ISOWeek.GetYear(monday), 4)}-W{Digits(ISOWeek.GetWeekOfYear(monday), 2)}";
    }

    /// <summary><c>2011-03-05</c>.</summary>
    public static string DayText(int day)
    {
        var date = new DateTime(day * TimeSpan.TicksPerDay);
        return $"{Digits(date.Year, 4)}-{Digits(date.Month, 2)}-{Digits(date.Day, 2)}";
    }

    private static string Digits(int value, int count)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Length < count ? string.Concat("0000".AsSpan(0, count - text.Length), text) : text;
    }
}
