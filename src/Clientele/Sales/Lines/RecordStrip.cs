namespace Clientele.Sales.Lines;

/// <summary>Steps that many records side by side go through together: without quotes, and all as wide as the header. Each is a short loop that needs few things.</summary>
internal static unsafe class RecordStrip
{
    /// <summary>Records of one strip: their text, index and lines stay in the core's first cache from step to step.</summary>
    public const int Most = 64;

    /// <summary>Says where each record stands.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="ends">Where the first record's first field ends.</param>
    /// <param name="columns">Fields of each record.</param>
    /// <param name="count">Records.</param>
    /// <param name="lineOffset">Line breaks before the first one.</param>
    /// <param name="lines">Receives them.</param>
    public static void Place(byte* text, int* ends, nint columns, int count, int lineOffset, SalesLine* lines)
    {
        for (var beyond = lines + count; lines < beyond; lines++, ends += columns)
        {
            var (start, feed) = (ends[-1] + 1, ends[columns - 1]);
            *lines = default;
            lines->Start = start;
            lines->Length = feed - start - (text[feed - 1] == '\r' ? 1 : 0);
            lines->LineOffset = lineOffset++;
            lines->Category = -1;
            lines->Bucket = -1;
        }
    }

    /// <summary>Hashes whole records.</summary>
    public static void Hash(byte* text, KeyedHash hash, SalesLine* lines, int count, ulong* low, ulong* high)
    {
        for (var i = 0; i < count; i++) hash.Line(ref text[lines[i].Start], lines[i].Length, out low[i], out high[i]);
    }

    /// <summary>Hashes one field of each record; 0 where it is empty.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="end">Where the field ends in the first record.</param>
    /// <param name="columns">Fields of each record.</param>
    /// <param name="isLast">The field is the record's last one.</param>
    /// <param name="hash">Of ids.</param>
    /// <param name="lines">The records' places.</param>
    /// <param name="count">Records.</param>
    /// <param name="ids">Receives the hashes.</param>
    public static void Ids(byte* text, int* end, nint columns, bool isLast, KeyedHash hash, SalesLine* lines, int count, ulong* ids)
    {
        for (var beyond = ids + count; ids < beyond; ids++, end += columns, lines++)
        {
            var start = end[-1] + 1;
            var length = (isLast ? lines->Start + lines->Length : *end) - start;
            *ids = length > 0 ? hash.Id(ref text[start], length) : 0;
        }
    }

    /// <summary>One field of each record as a word for <see cref="FastNumbers"/>.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="end">Where the field ends in the first record.</param>
    /// <param name="columns">Fields of each record.</param>
    /// <param name="isLast">The field is the record's last one.</param>
    /// <param name="lines">The records' places.</param>
    /// <param name="count">Records.</param>
    /// <param name="words">Receives the words.</param>
    public static void Words(byte* text, int* end, nint columns, bool isLast, SalesLine* lines, int count, ulong* words)
    {
        for (var beyond = words + count; words < beyond; words++, end += columns, lines++)
        {
            var start = end[-1] + 1;
            *words = FastNumbers.Word(text + start, (isLast ? lines->Start + lines->Length : *end) - start);
        }
    }
}
