namespace Clientele.Sales.Layouts;

/// <summary>Dates that a spreadsheet printed as a number of days.</summary>
internal static class ExcelDate
{
    /// <summary>Serial of 9999-12-31.</summary>
    public const int Last = 2_958_465;

    /// <summary>Days from 1900 serials to 1904 serials.</summary>
    public const int Shift1904 = 1462;

    /// <summary>Serial of 1900-02-29, a day that never was.</summary>
    private const int NoSuchDay = 60;

    private const long MillisecondsPerDay = 86_400_000;

    /// <summary>A number with or without decimals; also a negative one, to be refused.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> text) => NumberParser.TryParse(text, NumberNotation.Plain, out _, out _);

    /// <summary>
    /// Whole part: days, 1 = 1900-01-01 (59 = 1900-02-28, 61 = 1900-03-01). Fraction: time of day, rounded to the millisecond.
    /// Refused: 0, negative, 60 and above 2,958,465, after 1,462 days are added to serials of 1904 workbooks.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, bool from1904, out long ticks)
    {
        ticks = 0;
        if (!NumberParser.TryParse(text, NumberNotation.Plain, out var mantissa, out var scale) || mantissa <= 0) return false;
        var one = Money.Pow10(scale);
        var whole = mantissa / one;
        if (whole < 1 || whole > Last) return false;
        var serial = (int)whole + (from1904 ? Shift1904 : 0);
        if (serial > Last || serial == NoSuchDay) return false;
        var milliseconds = (long)(((mantissa - whole * one) * MillisecondsPerDay * 2 + one) / (one * 2));
        var epoch = new DateTime(1899, 12, serial < NoSuchDay ? 31 : 30, 0, 0, 0, DateTimeKind.Unspecified);
        ticks = epoch.Ticks + serial * TimeSpan.TicksPerDay + milliseconds * TimeSpan.TicksPerMillisecond;
        return ticks <= DateTime.MaxValue.Ticks;
    }
}
