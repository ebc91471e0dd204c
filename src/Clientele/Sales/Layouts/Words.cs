using System.Text;

namespace Clientele.Sales.Layouts;

/// <summary>Words made comparable: lower case, accents off, nothing but letters and digits; and small tests on bytes.</summary>
/// <remarks>Plain loops where the vector forms of the framework would have to be compiled at start-up.</remarks>
internal static class Words
{
    /// <summary>Base letters of U+00C0 … U+017F; a blank where the character is no letter.</summary>
    private static ReadOnlySpan<byte> Base =>
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"u8;

    /// <summary>The folded form of <paramref name="text"/> (UTF-8), written to <paramref name="folded"/>, which must be as long.</summary>
    /// <param name="keepGaps">Put one blank where separators stood and between a lower and an upper case letter: <c>OrderDate</c> → <c>order date</c>. Needs twice the length.</param>
    /// <returns>Bytes written.</returns>
    public static int Fold(ReadOnlySpan<byte> text, Span<byte> folded, bool keepGaps = false)
    {
        var length = 0;
        var gap = false;
        var lower = false;
        while (text.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(text, out var rune, out var used);
            var bytes = text[..used];
            text = text[used..];
            if (status != System.Buffers.OperationStatus.Done) continue;
            var value = rune.Value;
            if (value is >= 0x300 and <= 0x36F) continue;
            var upper = value is >= 'A' and <= 'Z';
            var letter = value < 0x80 ? (upper || value is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? (byte)(upper ? value + 32 : value) : (byte)0)
                : value is >= 0xC0 and <= 0x17F ? Base[value - 0xC0]
                : (byte)' ';
            if (letter == 0 || value is 0xD7 or 0xF7 || (letter == ' ' && Separates(value)))
            {
                gap = true;
                lower = false;
                continue;
            }

            if (keepGaps && length > 0 && (gap || (upper && lower))) folded[length++] = (byte)' ';
            gap = false;
            lower = !upper;
            if (letter != ' ')
            {
                folded[length++] = letter;
            }
            else if (value is >= 0x410 and <= 0x42F)
            {
                length += new Rune(value + 32).EncodeToUtf8(folded[length..]);
            }
            else
            {
                bytes.CopyTo(folded[length..]);
                length += used;
            }
        }

        return length;
    }

    /// <summary>Whether a list like <c>" mon tue "</c> has the word; words stand between single blanks.</summary>
    public static bool Has(ReadOnlySpan<byte> list, ReadOnlySpan<byte> word)
    {
        if (word.Length == 0) return false;
        for (var at = 0; at < list.Length;)
        {
            var found = list[at..].IndexOf(word);
            if (found < 0) return false;
            at += found;
            if ((at == 0 || list[at - 1] == ' ') && (at + word.Length == list.Length || list[at + word.Length] == ' ')) return true;
            at++;
        }

        return false;
    }

    /// <summary>Without blanks, tabs, U+00A0, U+202F, U+FEFF and line breaks at either end.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        // What begins and ends with a visible letter of ASCII has nothing to cut.
        if (text.Length > 0 && text[0] is > (byte)' ' and < 0x80 && text[^1] is > (byte)' ' and < 0x80) return text;
        while (true)
        {
            var lead = BlankAtStart(text);
            if (lead == 0) break;
            text = text[lead..];
        }

        while (true)
        {
            var trail = BlankAtEnd(text);
            if (trail == 0) break;
            text = text[..^trail];
        }

        return text;
    }

    /// <summary>ASCII digits and nothing else, at least one.</summary>
    public static bool Digits(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (!NumberText.Digit(value)) return false;
        }

        return text.Length > 0;
    }

    public static bool HasDigit(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (NumberText.Digit(value)) return true;
        }

        return false;
    }

    public static bool Ends(ReadOnlySpan<byte> text, ReadOnlySpan<byte> tail) =>
        text.Length >= tail.Length && text[(text.Length - tail.Length)..].SequenceEqual(tail);

    /// <summary>Line breaks and other control characters as blanks.</summary>
    public static string OneLine(string text)
    {
        var plain = true;
        foreach (var c in text) plain &= !char.IsControl(c);
        return plain ? text : string.Create(text.Length, text, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
    }

    /// <summary>Bytes of the blank that the text begins with, or 0.</summary>
    public static int BlankAtStart(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0) return 0;
        if (text[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') return 1;
        if (text.Length >= 2 && text[0] == 0xC2 && text[1] == 0xA0) return 2;
        return text.Length >= 3 && Wide(text[0], text[1], text[2]) ? 3 : 0;
    }

    private static int BlankAtEnd(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0) return 0;
        if (text[^1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') return 1;
        if (text.Length >= 2 && text[^2] == 0xC2 && text[^1] == 0xA0) return 2;
        return text.Length >= 3 && Wide(text[^3], text[^2], text[^1]) ? 3 : 0;
    }

    /// <summary>U+2009, U+202F or U+FEFF.</summary>
    private static bool Wide(byte a, byte b, byte c) => (a == 0xE2 && b == 0x80 && c is 0x89 or 0xAF) || (a == 0xEF && b == 0xBB && c == 0xBF);

    private static bool Separates(int value) =>
        value is (>= 0x80 and < 0xC0) or (>= 0x2000 and <= 0x206F) or (>= 0x20A0 and <= 0x20CF) or (>= 0x2100 and <= 0x214F)
            or (>= 0x3000 and <= 0x303F) or (>= 0xFF00 and <= 0xFF0F) or 0xFEFF;
}
