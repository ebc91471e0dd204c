using System.IO.Compression;
using Clientele.Sales.Files;

namespace Clientele.Sales.Spreadsheets;

/// <summary>The inflated bytes of one part: counted against the limits; length and check sum are compared at the end.</summary>
internal sealed class PartStream(Package package, ZipArchiveEntry entry, string name, long most, WorkbookLimits limits) : ReadStream
{
    private readonly Stream _inner = package.Guard(name, entry.Open);
    private long _length;
    private uint _crc;
    private bool _ended;

    public string Name => name;

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty) return 0;
        int read;
        try
        {
            read = _inner.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw Problems.Damaged(package.Path, name, $"the compressed data are damaged at byte {_length:N0}");
        }

        if (read == 0)
        {
            _ended = true;
            if (_length != entry.Length) throw Problems.Damaged(package.Path, name, $"the part ends after {_length:N0} of {entry.Length:N0} bytes");
            if (_crc != entry.Crc32) throw Problems.Damaged(package.Path, name, "the check sum (CRC-32) is wrong");
            return 0;
        }

        _length += read;
        _crc = Crc32.Append(_crc, buffer[..read]);
        if (_length > most) throw Problems.TooLarge(package.Path, name, $"more than {most:N0} bytes after inflating");
        if (_length > limits.RatioFrom && _length / limits.Ratio > entry.CompressedLength)
        {
            throw Problems.TooLarge(package.Path, name, $"inflates more than {limits.Ratio}:1 beyond {limits.RatioFrom:N0} bytes, like a zip bomb");
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }
}
