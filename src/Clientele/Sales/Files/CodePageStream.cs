namespace Clientele.Sales.Files;

/// <summary>Text of a single-byte encoding as UTF-8. A byte that means nothing there is an error, never a replacement character.</summary>
internal sealed class CodePageStream(Stream source, CodePage page, string name) : ConvertingStream(source)
{
    private LineCount _lines;
    private long _offset;

    protected override int Convert(ReadOnlySpan<byte> input, bool last, Span<byte> output, out int used)
    {
        (used, var written, var stuck) = page.ToUtf8(input, output);
        _lines.Add(input[..used]);
        _offset += used;
        if (stuck && written == 0)
        {
            throw EncodingProblems.NotInEncoding(name, page.Name, new Place(_offset, _lines.Line, _lines.Column), input, used);
        }

        return written;
    }
}
