using System.Globalization;
using System.Text;

namespace Clientele.Sales.Layouts;

/// <summary>What a person may say about dates, and the words for it.</summary>
internal static class DateOptions
{
    public static DateOrder Order(string asked) => asked.ToLowerInvariant() switch
    {
        "dmy" => DateOrder.DayMonthYear,
        "mdy" => DateOrder.MonthDayYear,
        "ymd" => DateOrder.YearMonthDay,
        "excel" => DateOrder.ExcelSerial,
        "excel1904" => DateOrder.ExcelSerial1904,
        _ => throw LayoutProblems.BadOption("--date-order", asked, "one of: dmy, mdy, ymd, excel, excel1904"),
    };

    /// <summary>Minutes from UTC of an offset like <c>+02:00</c>, <c>-0330</c> or <c>Z</c>; 0 for null.</summary>
    public static int Zone(string? asked)
    {
        if (asked is null) return 0;
        var date = default(DateText);
        var cursor = new DateCursor(Encoding.UTF8.GetBytes(asked.Trim()));
        if (cursor.AtEnd || !TimeText.TryReadOffset(ref cursor, ref date) || !cursor.AtEnd)
        {
            throw LayoutProblems.BadOption("--time-zone", asked, "an offset from UTC like +02:00, -03:30 or Z");
        }

        return date.OffsetMinutes;
    }

    public static string NameOf(DateOrder order) => order switch
    {
        DateOrder.DayMonthYear => "day, month, year",
        DateOrder.MonthDayYear => "month, day, year",
        DateOrder.ExcelSerial => "spreadsheet serials",
        DateOrder.ExcelSerial1904 => "spreadsheet serials from 1904",
        _ => "year, month, day",
    };

    public static string NameOf(int zone)
    {
        var minutes = Math.Abs(zone);
        return zone == 0 ? "UTC" : string.Create(CultureInfo.InvariantCulture, $"UTC{(zone < 0 ? '-' : '+')}{minutes / 60:00}:{minutes % 60:00}");
    }
}
