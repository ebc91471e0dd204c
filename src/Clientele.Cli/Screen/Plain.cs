namespace Clientele.Cli.Screen;

/// <summary>
/// Text from files on a terminal: signs that steer it (escape sequences, carriage returns, writing from right to left) become question marks,
/// so that a cell can neither hide nor repaint what stands around it. Colours of our own stay.
/// </summary>
internal static class Plain
{
    /// <summary>The text without steering signs; line ends stay.</summary>
    /// <param name="text">A whole page.</param>
    /// <param name="colour">Codes of <see cref="Ink"/> stay.</param>
    public static string Of(string text, bool colour)
    {
        var first = 0;
        while (first < text.Length && !Steers(text, first, colour)) first++;
        if (first == text.Length) return text;
        var signs = text.ToCharArray();
        for (var i = first; i < signs.Length; i++)
        {
            if (Steers(text, i, colour)) signs[i] = '?';
        }

        return new string(signs);
    }

    private static bool Steers(string text, int at, bool colour) => text[at] switch
    {
        '\n' => false,
        '\e' => !(colour && IsInk(text.AsSpan(at + 1))),
        < ' ' or (>= '\x7F' and <= '\x9F') => true,
        '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' => true,
        _ => false,
    };

    // [, one or two digits, m.
    private static bool IsInk(ReadOnlySpan<char> after)
    {
        if (after.Length < 3 || after[0] != '[' || !char.IsAsciiDigit(after[1])) return false;
        return after[2] == 'm' || (after.Length > 3 && char.IsAsciiDigit(after[2]) && after[3] == 'm');
    }
}
