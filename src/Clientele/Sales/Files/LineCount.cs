namespace Clientele.Sales.Files;

/// <summary>Counts lines towards an error's place: by LF, or by CR in text without any.</summary>
internal struct LineCount
{
    private long _lineFeeds;
    private long _carriageReturns;
    private long _bytes;
    private long _lineStart;
    private long _carriageStart;

    /// <summary>Line of the next byte, from 1.</summary>
    public readonly long Line => 1 + (_lineFeeds > 0 ? _lineFeeds : _carriageReturns);

    /// <summary>Place of the next byte in its line, in bytes from 1.</summary>
    public readonly long Column => 1 + _bytes - (_lineFeeds > 0 ? _lineStart : _carriageStart);

    public void Add(ReadOnlySpan<byte> text)
    {
        var last = text.LastIndexOf((byte)'\n');
        if (last >= 0)
        {
            _lineFeeds += text.Count((byte)'\n');
            _lineStart = _bytes + last + 1;
        }

        if (_lineFeeds == 0 && text.LastIndexOf((byte)'\r') is >= 0 and var carriage)
        {
            _carriageReturns += text.Count((byte)'\r');
            _carriageStart = _bytes + carriage + 1;
        }

        _bytes += text.Length;
    }
}
