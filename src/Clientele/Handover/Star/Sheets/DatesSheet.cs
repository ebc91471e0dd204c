using System.Globalization;
using Clientele.Reports.Writing;

namespace Clientele.Handover.Star.Sheets;

/// <summary>The calendar: every day from the first to the last, without gaps. Weeks are those of ISO 8601.</summary>
internal sealed class DatesSheet : IStarSheet
{
    private static readonly string[] s_months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] s_days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private readonly long _first;
    private readonly int _days;

    /// <summary>From one day to another, both in .NET ticks.</summary>
    public DatesSheet(long first, long last)
    {
        _first = first;
        _days = (int)((last - first) / TimeSpan.TicksPerDay) + 1;
        Table = new("dates", "One day, from the first sale to the last, without gaps.", _days,
        [
            new("date", StarType.Day, "", "Key: the day.") { IsKey = true },
            new("year", StarType.Whole, "", "Year.") { Format = "0" },
            new("quarter", StarType.Text, "", "Quarter, Q1 to Q4."),
            new("year_quarter", StarType.Text, "", "Year and quarter, 2011-Q4."),
            new("month", StarType.Whole, "", "Month, 1 to 12.") { Format = "0" },
            new("month_name", StarType.Text, "", "Month in English.") { SortedBy = "month" },
            new("year_month", StarType.Text, "", "Year and month, 2011-12."),
            new("month_start", StarType.Day, "", "First day of the month."),
            new("iso_year", StarType.Whole, "", "Year that the ISO week belongs to.") { Format = "0" },
            new("iso_week", StarType.Whole, "", "ISO week, 1 to 53.") { Format = "0" },
            new("year_week", StarType.Text, "", "ISO year and week, 2011-W49."),
            new("weekday", StarType.Whole, "", "Day of the week, 1 for Monday to 7 for Sunday.") { Format = "0" },
            new("weekday_name", StarType.Text, "", "Day of the week in English.") { SortedBy = "weekday" },
            new("day", StarType.Whole, "", "Day of the month.") { Format = "0" },
            new("day_of_year", StarType.Whole, "", "Day of the year, 1 to 366.") { Format = "0" },
        ]);
    }

    public StarTable Table { get; }

    public void Write(Stream output)
    {
        var text = new Utf8Text();
        text.Header(Table);
        for (var i = 0; i < _days; i++) Row(new DateTime(_first + (i * TimeSpan.TicksPerDay)), text);
        text.FlushTo(output);
    }

    private static void Row(DateTime date, Utf8Text text)
    {
        var quarter = ((date.Month - 1) / 3) + 1;
        var (isoYear, isoWeek) = (ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date));
        var weekday = date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;
        text.Date(date.Ticks, dayOnly: true);
        text.Byte((byte)',');
        text.Integer(date.Year);
        text.Bytes(",Q"u8);
        text.Integer(quarter);
        text.Byte((byte)',');
        Four(text, date.Year);
        text.Bytes("-Q"u8);
        text.Integer(quarter);
        text.Byte((byte)',');
        text.Integer(date.Month);
        text.Byte((byte)',');
        text.Text(s_months[date.Month - 1]);
        text.Byte((byte)',');
        Four(text, date.Year);
        text.Byte((byte)'-');
        text.Two(date.Month);
        text.Byte((byte)',');
        text.Date(new DateTime(date.Year, date.Month, 1).Ticks, dayOnly: true);
        text.Byte((byte)',');
        text.Integer(isoYear);
        text.Byte((byte)',');
        text.Integer(isoWeek);
        text.Byte((byte)',');
        Four(text, isoYear);
        text.Bytes("-W"u8);
        text.Two(isoWeek);
        text.Byte((byte)',');
        text.Integer(weekday);
        text.Byte((byte)',');
        text.Text(s_days[weekday - 1]);
        text.Byte((byte)',');
        text.Integer(date.Day);
        text.Byte((byte)',');
        text.Integer(date.DayOfYear);
        text.Byte((byte)'\n');
    }

    private static void Four(Utf8Text text, int year)
    {
        text.Two(year / 100);
        text.Two(year % 100);
    }
}
