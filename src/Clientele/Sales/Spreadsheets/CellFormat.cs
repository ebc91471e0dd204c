namespace Clientele.Sales.Spreadsheets;

/// <summary>What a number format makes of a number.</summary>
internal enum CellFormat : byte
{
    Number,

    /// <summary>Has a day, month or year, perhaps also a time.</summary>
    Date,

    /// <summary>Hours, minutes or seconds of a day.</summary>
    Time,

    /// <summary>Hours beyond a day: <c>[h]:mm</c>.</summary>
    Duration,
}

/// <summary>Reads number format codes.</summary>
internal static class CellFormats
{
    /// <summary>The formats that need no code. [ECMA376] part 1, 18.8.30, with its tables for East Asian and Thai dates.</summary>
    public static CellFormat BuiltIn(int id) => id switch
    {
        >= 14 and <= 17 or 22 => CellFormat.Date,
        >= 18 and <= 21 or 45 or 47 => CellFormat.Time,
        46 => CellFormat.Duration,
        >= 27 and <= 31 or 36 or >= 50 and <= 58 => CellFormat.Date,
        >= 32 and <= 35 => CellFormat.Time,
        >= 71 and <= 74 or 77 or 81 => CellFormat.Date,
        75 or 76 or 78 or 80 => CellFormat.Time,
        79 => CellFormat.Duration,
        _ => CellFormat.Number,
    };

    /// <summary>Letters y, m, d, h, s count outside quotes, escapes, fill marks and brackets; <c>[h]</c>, <c>[mm]</c>, <c>[s]</c> mean durations.</summary>
    public static CellFormat Of(ReadOnlySpan<char> code)
    {
        if (code.Equals("General", StringComparison.OrdinalIgnoreCase) || code.Equals("Standard", StringComparison.OrdinalIgnoreCase)) return CellFormat.Number;
        foreach (var section in code.Split(';'))
        {
            var format = OfSection(code[section]);
            if (format != CellFormat.Number) return format;
        }

        return CellFormat.Number;
    }

    private static CellFormat OfSection(ReadOnlySpan<char> code)
    {
        bool day = false, clock = false, duration = false;
        var months = 0;
        var longestMonths = 0;
        for (var i = 0; i < code.Length; i++)
        {
            var letter = char.ToLowerInvariant(code[i]);
            months = letter == 'm' ? months + 1 : 0;
            longestMonths = Math.Max(longestMonths, months);
            switch (letter)
            {
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '"':
                    while (++i < code.Length && code[i] != '"')
                    {
                    }

                    break;
                case '[':
                    var to = code[i..].IndexOf(']');
                    if (to < 0) return CellFormat.Number;
                    duration |= IsElapsed(code.Slice(i + 1, to - 1));
                    i += to;
                    break;
                case 'a' when code[i..].StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase):
                    i += 4;
                    clock = true;
                    break;
                case 'a' when code[i..].StartsWith("A/P", StringComparison.OrdinalIgnoreCase):
                    i += 2;
                    clock = true;
                    break;
                case '#' or '?' or '@':
                    return CellFormat.Number;
                case 'y' or 'd':
                    day = true;
                    break;
                case 'h' or 's':
                    clock = true;
                    break;
            }
        }

        if (duration) return CellFormat.Duration;
        if (day || longestMonths >= 3) return CellFormat.Date;
        if (clock) return CellFormat.Time;
        return longestMonths > 0 ? CellFormat.Date : CellFormat.Number;
    }

    private static bool IsElapsed(ReadOnlySpan<char> bracket)
    {
        foreach (var letter in bracket)
        {
            if (letter is not ('h' or 'H' or 'm' or 'M' or 's' or 'S')) return false;
        }

        return bracket.Length > 0;
    }
}
