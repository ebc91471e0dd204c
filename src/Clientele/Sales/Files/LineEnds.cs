namespace Clientele.Sales.Files;

/// <summary>How lines end, seen in the first part of a text.</summary>
/// <param name="CarriageReturns">CRs that no LF follows end lines.</param>
/// <param name="Decision">What was seen.</param>
internal sealed record LineEnds(bool CarriageReturns, Decision Decision)
{
    private const string Subject = "line ends";

    /// <summary>Counts line ends and judges whether lone CRs are some.</summary>
    /// <param name="text">ASCII-compatible text from its beginning.</param>
    /// <param name="complete">Nothing follows: a CR as the last byte has no LF.</param>
    public static LineEnds Of(ReadOnlySpan<byte> text, bool complete)
    {
        var lineFeeds = text.Count((byte)'\n');
        var returns = text.Count((byte)'\r');
        if (returns == 0) return Seen(false, lineFeeds > 0 ? "LF" : "none", $"{lineFeeds} LF and no CR in the first part");
        var pairs = text.Count("\r\n"u8);
        if (!complete && text[^1] == (byte)'\r') returns--;
        var lone = returns - pairs;
        if (lone == 0)
        {
            return pairs == lineFeeds
                ? Seen(false, "CRLF", $"all {pairs} lines of the first part end in CRLF")
                : Seen(false, "mixed", $"{pairs} lines of the first part end in CRLF and {lineFeeds - pairs} in LF; both are read");
        }

        if (lineFeeds == 0) return Seen(true, "CR", $"{lone} CR and no LF in the first part, as old Mac programs write");
        var unquoted = LoneOutsideQuotes(text);
        if (unquoted == 0) return Seen(false, pairs > 0 ? "CRLF" : "LF", $"{lone} CR without LF stand only within quoted fields");
        return DivideRecords(text)
            ? Seen(true, "mixed", $"{unquoted} CR without LF divide lines as the {lineFeeds} LF do; all end lines")
            : Seen(false, "mixed", $"{lineFeeds} LF end lines; {unquoted} CR without LF do not divide lines and stay in their fields");
    }

    private static LineEnds Seen(bool carriageReturns, string value, string reason) => new(carriageReturns, new Decision(Subject, value, reason, ""));

    private static int LoneOutsideQuotes(ReadOnlySpan<byte> text)
    {
        var count = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'"') quoted = quoted ? i + 1 < text.Length && text[i + 1] == (byte)'"' && text[++i] == (byte)'"' : StartsField(text, i);
            else if (!quoted && text[i] == (byte)'\r' && i + 1 < text.Length && text[i + 1] != (byte)'\n') count++;
        }

        return count;
    }

    private static bool StartsField(ReadOnlySpan<byte> text, int i) =>
        i == 0 || text[i - 1] is (byte)',' or (byte)';' or (byte)'\t' or (byte)'|' or (byte)' ' or 0x1F or (byte)'\n' or (byte)'\r';

    /// <summary>Nine in ten pieces between any two line ends have as many delimiters as the first one.</summary>
    private static bool DivideRecords(ReadOnlySpan<byte> text)
    {
        byte delimiter = 0;
        var most = 0;
        foreach (var candidate in ",;\t|"u8)
        {
            var count = text.Count(candidate);
            if (count > most) (most, delimiter) = (count, candidate);
        }

        var (pieces, same, expected) = (0, 0, 0);
        while (text.Length > 0)
        {
            var end = text.IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0) break;
            var piece = text[..end];
            text = text[(end + 1)..];
            if (piece.Length == 0) continue;
            var count = piece.Count(delimiter);
            if (pieces++ == 0) expected = count;
            if (count == expected) same++;
        }

        return expected > 0 && same * 10 >= pieces * 9;
    }
}
