namespace Clientele.Sales.Files;

/// <summary>An open input from an offset to its end, which must still be where it was when the input was opened.</summary>
internal sealed class InputStream(OpenedInput input, long start) : ReadStream
{
    private long _offset = start;

    public override int Read(Span<byte> buffer)
    {
        var read = input.ReadOnce(_offset, buffer);
        _offset += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) input.Dispose();
        base.Dispose(disposing);
    }
}
