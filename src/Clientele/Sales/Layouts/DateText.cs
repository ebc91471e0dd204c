namespace Clientele.Sales.Layouts;

/// <summary>How the day of a written date is put together.</summary>
internal enum DateForm
{
    /// <summary>Not a date in any notation.</summary>
    None,

    /// <summary>Year, month, day known: ISO, 20111209, 9 Dec 2011.</summary>
    Certain,

    /// <summary>Two numbers, then the year: order to be known.</summary>
    TwoNumbers,

    /// <summary>Three numbers of at most two digits: the year is the last one, or the first when the notation says so.</summary>
    ThreeShort,
}

/// <summary>A written date taken apart without knowing the order of its parts.</summary>
internal struct DateText
{
    public DateForm Form;

    /// <summary>Certain: the year. Otherwise the first number.</summary>
    public int First;

    /// <summary>Certain: the month. Otherwise the second number.</summary>
    public int Second;

    /// <summary>Certain: the day. Otherwise the third number, with the century added when it has two digits.</summary>
    public int Third;

    /// <summary>Time of day in ticks, up to and including 24:00:00; 0 without one.</summary>
    public long Time;

    public bool HasTime;

    /// <summary>An offset or Z stands behind the time.</summary>
    public bool HasOffset;

    public int OffsetMinutes;

    /// <summary>2-digit years: 00–68 are 2000–2068, 69–99 are 1969–1999.</summary>
    public static int Century(int year) => year < 69 ? 2000 + year : 1900 + year;

    public static bool TryRead(ReadOnlySpan<byte> text, out DateText date)
    {
        date = default;
        text = Words.Trim(text);
        if (text.Length is < 6 or > 64) return false;
        var cursor = new DateCursor(text);
        if (!ReadDay(ref cursor, ref date)) return false;
        if (cursor.AtEnd) return true;
        date.HasTime = true;
        return cursor.SkipToTime() && TimeText.TryRead(ref cursor, out date.Time) && TimeText.TryReadOffset(ref cursor, ref date) && cursor.AtEnd;
    }

    private static bool ReadDay(ref DateCursor cursor, ref DateText date)
    {
        if (!cursor.Number(out var first, out var digits)) return MonthFirst(ref cursor, ref date);
        if (digits == 8) return Set(ref date, first / 10000, first / 100 % 100, first % 100);
        if (digits == 14) return cursor.Rewind(6) && Set(ref date, first / 10000, first / 100 % 100, first % 100);
        if (digits is not (1 or 2 or 4)) return false;
        if (!cursor.Separator(out var mark)) return false;
        if (!cursor.Number(out var second, out var secondDigits)) return DayFirst(ref cursor, ref date, first, digits, mark);
        if (secondDigits > 2 || !cursor.Separator(out var again) || again != mark) return false;
        if (!cursor.Number(out var third, out var thirdDigits)) return false;
        if (digits == 4) return thirdDigits <= 2 && Set(ref date, first, second, third);
        if (thirdDigits is not (2 or 4)) return false;
        date.Form = thirdDigits == 4 ? DateForm.TwoNumbers : DateForm.ThreeShort;
        date.First = first;
        date.Second = second;
        date.Third = thirdDigits == 4 ? third : Century(third);
        return true;
    }

    /// <summary>Dec 9, 2011; December 9 2011.</summary>
    private static bool MonthFirst(ref DateCursor cursor, ref DateText date)
    {
        if (!cursor.Month(out var month) || !cursor.Separator(out _)) return false;
        if (!cursor.Number(out var day, out var digits) || digits > 2) return false;
        return cursor.Separator(out _) && Year(ref cursor, out var year) && Set(ref date, year, month, day);
    }

    /// <summary>9-Dec-2011, 9. Dezember 2011, 9 de diciembre de 2011, 2011-Dec-09.</summary>
    private static bool DayFirst(ref DateCursor cursor, ref DateText date, int first, int digits, byte mark)
    {
        cursor.Of(mark);
        if (!cursor.Month(out var month) || !cursor.Separator(out var again)) return false;
        cursor.Of(again);
        if (digits == 4) return cursor.Number(out var day, out var dayDigits) && dayDigits <= 2 && Set(ref date, first, month, day);
        return Year(ref cursor, out var year) && Set(ref date, year, month, first);
    }

    private static bool Year(ref DateCursor cursor, out int year)
    {
        if (!cursor.Number(out year, out var digits) || digits is not (2 or 4)) return false;
        if (digits == 2) year = Century(year);
        return true;
    }

    private static bool Set(ref DateText date, int year, int month, int day)
    {
        date.Form = DateForm.Certain;
        date.First = year;
        date.Second = month;
        date.Third = day;
        return DateParser.OnCalendar(year, month, day);
    }
}
