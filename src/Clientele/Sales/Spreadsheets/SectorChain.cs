using Clientele.Sales.Files;

namespace Clientele.Sales.Spreadsheets;

/// <summary>Scattered sectors of a file as one stream; it leaves the file open.</summary>
/// <param name="first">Offset of sector 0 in the file, in bytes.</param>
/// <param name="size">Bytes of a sector.</param>
/// <param name="length">Bytes of the stream; the last sector may be longer.</param>
internal sealed class SectorChain(FileStream file, IEnumerable<uint> sectors, int first, int size, long length) : ReadStream
{
    private readonly IEnumerator<uint> _sectors = sectors.GetEnumerator();
    private readonly byte[] _sector = new byte[size];
    private long _rest = length;
    private int _at;
    private int _held;

    public override int Read(Span<byte> buffer)
    {
        if (_at == _held)
        {
            if (_rest <= 0 || !_sectors.MoveNext()) return 0;
            file.Position = first + (long)_sectors.Current * size;
            _held = (int)Math.Min(_rest, file.ReadAtLeast(_sector, size, throwOnEndOfStream: false));
            _rest -= _held;
            _at = 0;
            if (_held == 0) return 0;
        }

        var count = Math.Min(buffer.Length, _held - _at);
        _sector.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _sectors.Dispose();
        base.Dispose(disposing);
    }
}
