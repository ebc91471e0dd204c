namespace Clientele.Reports.Writing;

/// <summary>Text cells of the CSV files: comma, double quotes where needed, and nothing that a spreadsheet would run as a formula.</summary>
internal static class CsvText
{
    /// <summary>
    /// A text that starts with = + - @ (also full-width), TAB or CR gets a leading apostrophe, so that a spreadsheet shows it instead of
    /// running it. A plain number such as <c>-12.5</c> stays as it is.
    /// </summary>
    public static void Cell(this Utf8Text text, string value)
    {
        if (value.Length == 0 || text.TryShort(value)) return;
        var armed = IsArmed(value);
        if (!NeedsQuotes(value))
        {
            if (armed) text.Byte((byte)'\'');
            text.Text(value);
            return;
        }

        text.Byte((byte)'"');
        if (armed) text.Byte((byte)'\'');
        var rest = value.AsSpan();
        while (rest.IndexOf('"') is var quote && quote >= 0)
        {
            text.Text(rest[..(quote + 1)]);
            text.Byte((byte)'"');
            rest = rest[(quote + 1)..];
        }

        text.Text(rest);
        text.Byte((byte)'"');
    }

    /// <summary>Short texts of letters and digits, which most are, in one walk; false, and nothing written, for others.</summary>
    private static bool TryShort(this Utf8Text text, string value)
    {
        const int Short = 32;
        if (value.Length > Short || !char.IsAsciiLetterOrDigit(value[0])) return false;
        var room = text.Room(Short);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is < ' ' or > '~' or ',' or '"') return false;
            room[i] = (byte)c;
        }

        text.Advance(value.Length);
        return true;
    }

    /// <summary>The text as <see cref="Cell"/> writes it, quotes left out.</summary>
    public static string Guarded(string value) => value.Length > 0 && IsArmed(value) ? "'" + value : value;

    private static bool IsArmed(string value) => IsFormula(value[0]) && !IsPlainNumber(value);

    /// <summary>A plain loop: cells are short, and the library's search would have to be compiled at every start.</summary>
    private static bool NeedsQuotes(string value)
    {
        foreach (var c in value)
        {
            if (c is ',' or '"' or '\r' or '\n') return true;
        }

        return false;
    }

    private static bool IsFormula(char first) =>
        first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    private static bool IsPlainNumber(string value)
    {
        var digits = 0;
        var points = 0;
        for (var i = 1; i < value.Length; i++)
        {
            if (char.IsAsciiDigit(value[i])) digits++;
            else if (value[i] != '.' || ++points > 1) return false;
        }

        return value[0] is '+' or '-' && digits > 0;
    }
}
