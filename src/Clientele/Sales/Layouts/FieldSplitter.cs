namespace Clientele.Sales.Layouts;

/// <summary>Cuts one record into fields: the plain form, which says what every faster form must do.</summary>
/// <remarks>
/// RFC 4180, made precise:
/// <list type="bullet">
/// <item>A line ends in LF; one CR straight before the LF, or as the last byte of the text, belongs to the line end. Any other CR is a
/// byte like any other. The end of the text ends the last line.</item>
/// <item>A quote opens a quoted field only as the field's first byte. Anywhere else in an unquoted field it is a byte like any other.</item>
/// <item>Inside a quoted field delimiters and line ends are content and <c>""</c> is one quote. A quote that no quote follows closes it.</item>
/// <item>Behind the closing quote only a delimiter, a line end or the end of the text may follow. Anything else makes the record
/// malformed: it goes on to the next line end, found without looking at quotes, and its last field is the one that broke.</item>
/// <item>A line without a byte, or of U+0020 and tabs only (tabs count as content where tab is the delimiter), has no fields.</item>
/// <item>Blank runs: U+0020 and tabs before the first and behind the last field mean nothing, and a run of them is one delimiter.</item>
/// <item>Content is not trimmed.</item>
/// </list>
/// </remarks>
internal static class FieldSplitter
{
    private const byte LineEnd = (byte)'\n';

    /// <summary>Fills <paramref name="fields"/> with the record that starts at <paramref name="start"/>.</summary>
    public static RecordEnd Split(ReadOnlySpan<byte> text, int start, in SplitFormat format, FieldList fields)
    {
        fields.Clear();
        var delimiter = format.Delimiter;
        if (BlankLine(text, start, delimiter) is var next and >= 0) return new(next, RecordState.Whole, -1);
        var at = start;
        while (true)
        {
            if (format.BlankRuns)
            {
                at = SkipBlanks(text, at);
                if (fields.Count > 0 && EndsLine(text, at, out var behind)) return new(behind, RecordState.Whole, -1);
            }

            if (at < text.Length && text[at] == '"')
            {
                var close = ClosingQuote(text, at + 1);
                fields.Add(at + 1, close < 0 ? text.Length : close, quoted: true);
                if (close < 0) return new(text.Length, RecordState.Unclosed, at);
                at = close + 1;
                if (EndsLine(text, at, out var behind)) return new(behind, RecordState.Whole, -1);
                if (!format.Delimits(text[at])) return new(NextLine(text, at), RecordState.Malformed, at);
            }
            else
            {
                var length = format.BlankRuns ? text[at..].IndexOfAny((byte)' ', (byte)'\t', LineEnd) : text[at..].IndexOfAny(delimiter, LineEnd);
                var end = length < 0 ? text.Length : at + length;
                if (length < 0 || text[end] == LineEnd)
                {
                    fields.Add(at, ContentEnd(text, at, end), quoted: false);
                    return new(Math.Min(end + 1, text.Length), RecordState.Whole, -1);
                }

                fields.Add(at, end, quoted: false);
                at = end;
            }

            at++;
        }
    }

    /// <summary>Start of the next line when this one holds nothing but blanks; else -1.</summary>
    private static int BlankLine(ReadOnlySpan<byte> text, int at, byte delimiter)
    {
        while (at < text.Length && (text[at] == ' ' || (text[at] == '\t' && delimiter != '\t'))) at++;
        return EndsLine(text, at, out var behind) ? behind : -1;
    }

    /// <summary>Whether the line ends at <paramref name="at"/>; then <paramref name="behind"/> is the start of the next.</summary>
    private static bool EndsLine(ReadOnlySpan<byte> text, int at, out int behind)
    {
        behind = text.Length;
        if (at >= text.Length) return true;
        if (text[at] == LineEnd)
        {
            behind = at + 1;
            return true;
        }

        if (text[at] != '\r') return false;
        if (at + 1 == text.Length) return true;
        behind = at + 2;
        return text[at + 1] == LineEnd;
    }

    private static int SkipBlanks(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t') at++;
        return at;
    }

    private static int ClosingQuote(ReadOnlySpan<byte> text, int at)
    {
        while (true)
        {
            var length = text[at..].IndexOf((byte)'"');
            if (length < 0) return -1;
            at += length;
            if (at + 1 >= text.Length || text[at + 1] != '"') return at;
            at += 2;
        }
    }

    private static int NextLine(ReadOnlySpan<byte> text, int at)
    {
        var length = text[at..].IndexOf(LineEnd);
        return length < 0 ? text.Length : at + length + 1;
    }

    /// <summary>Leaves out the CR that belongs to the line end.</summary>
    private static int ContentEnd(ReadOnlySpan<byte> text, int start, int end) => end > start && text[end - 1] == '\r' ? end - 1 : end;
}
