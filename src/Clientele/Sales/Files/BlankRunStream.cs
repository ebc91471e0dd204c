namespace Clientele.Sales.Files;

/// <summary>Makes one blank of every run of blanks and tabs, and drops those at the beginning and the end of lines. Quoted fields stay as they are.</summary>
/// <remarks>A quoted field starts with <c>"</c> at the beginning of a line or after a blank.</remarks>
internal sealed class BlankRunStream(Stream source) : ConvertingStream(source)
{
    private bool _lineStart = true;
    private bool _blank;
    private bool _quoted;
    private bool _closed;

    protected override int Convert(ReadOnlySpan<byte> input, bool last, Span<byte> output, out int used)
    {
        var (lineStart, blank, quoted, closed) = (_lineStart, _blank, _quoted, _closed);
        var written = 0;
        var i = 0;
        for (; i < input.Length && written + 2 <= output.Length; i++)
        {
            var b = input[i];
            var wasClosed = closed;
            closed = false;
            if (quoted)
            {
                quoted = b != (byte)'"';
                closed = !quoted;
            }
            else if (b is (byte)' ' or (byte)'\t')
            {
                blank = true;
                continue;
            }
            else if (b is (byte)'\n' or (byte)'\r')
            {
                lineStart = true;
                blank = false;
            }
            else
            {
                quoted = b == (byte)'"' && (lineStart || blank || wasClosed);
                if (blank && !lineStart) output[written++] = (byte)' ';
                lineStart = blank = false;
            }

            output[written++] = b;
            if (quoted || b <= (byte)'"') continue;
            // The rest of a word: nothing up to the quotation mark ends it.
            while (i + 1 < input.Length && written + 2 <= output.Length && input[i + 1] > (byte)'"') output[written++] = input[++i];
        }

        (_lineStart, _blank, _quoted, _closed) = (lineStart, blank, quoted, closed);
        used = i;
        return written;
    }
}
