namespace Clientele.Handover.Star.Project;

/// <summary>Names and values as TMDL writes them: one line each, tabs for depth.</summary>
/// <remarks>Microsoft's overview of TMDL: names with . = : ' or blanks stand in single quotes, a quote is doubled; values may stand in double quotes.</remarks>
internal static class Tmdl
{
    /// <summary>A name, in single quotes unless it is letters, digits and underscores.</summary>
    public static string Name(string name)
    {
        var plain = name.Length > 0 && !char.IsAsciiDigit(name[0]);
        foreach (var c in name) plain &= char.IsAsciiLetterOrDigit(c) || c == '_';
        return plain ? name : $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>A text value, in double quotes where it could be misread.</summary>
    public static string Value(string value)
    {
        var plain = value.Length > 0;
        foreach (var c in value) plain &= char.IsAsciiLetterOrDigit(c) || c is '_' or ' ' or '-' or '.';
        return plain && value == value.Trim() ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A description in one line.</summary>
    public static string Line(string text)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (char.IsControl(letters[i]) || letters[i] is '\u2028' or '\u2029') letters[i] = ' ';
        }

        return new string(letters).Trim();
    }

    /// <summary>A text of Power Query: quotes doubled, <c>#(</c> kept from starting an escape.</summary>
    public static string Query(string text) =>
        $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("#(", "#(#)(", StringComparison.Ordinal)}\"";
}
