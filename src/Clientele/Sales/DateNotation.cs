namespace Clientele.Sales;

/// <summary>Order of day, month and year.</summary>
public enum DateOrder
{
    /// <summary>2011-12-09, 2011/12/9, 20111209.</summary>
    YearMonthDay,

    /// <summary>09.12.2011, 9-Dec-2011.</summary>
    DayMonthYear,

    /// <summary>12/9/2011, Dec 9, 2011.</summary>
    MonthDayYear,

    /// <summary>Days since 1899-12-30 as a number, the fraction is the time of day.</summary>
    ExcelSerial,

    /// <summary>Days since 1904-01-01.</summary>
    ExcelSerial1904,
}

/// <summary>How dates are written in a file.</summary>
/// <param name="Order">Order of the parts.</param>
/// <param name="TimeZoneMinutes">Dates with an offset or Z are shown at this offset from UTC; dates without one are taken as they stand.</param>
public sealed record DateNotation(DateOrder Order, int TimeZoneMinutes = 0);
