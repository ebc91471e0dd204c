using System.IO.Compression;

namespace Clientele.Sales.Files;

/// <summary>Inflates a gzip file of one or more members and stands for its wholeness: lengths and checksums right, nothing missing, nothing after it.</summary>
/// <remarks>
/// The platform's stream checks length and CRC-32 of every member that ends, but takes a file that stops in the middle for a finished
/// one and ignores what follows the last member. So a seal, one small member with known content, is put after the file's last byte:
/// it comes out at the end exactly when the file ended with a whole member, and is taken off again.
/// </remarks>
internal sealed class SealedGzip : IDisposable
{
    private readonly Source _source;
    private readonly GZipStream _gzip;
    private readonly byte[] _held = new byte[SealText];
    private int _heldCount;
    private bool _ended;

    private const int SealText = 16;

    public SealedGzip(OpenedInput input)
    {
        _source = new Source(input);
        _gzip = new GZipStream(_source, CompressionMode.Decompress);
    }

    /// <summary>A whole member: 16 bytes in a stored block, whose CRC-32 starts with bits that no deflate block starts with.</summary>
    private static ReadOnlySpan<byte> Seal =>
    [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xFF, 0x01, 0x10, 0x00, 0xEF, 0xFF,
        (byte)'c', (byte)'l', (byte)'i', (byte)'e', (byte)'n', (byte)'t', (byte)'e', (byte)'l', (byte)'e', (byte)':', (byte)' ',
        (byte)'e', (byte)'n', (byte)'d', (byte)' ', 0x04, 0x5F, 0x0E, 0x07, 0x0C, 0x10, 0x00, 0x00, 0x00,
    ];

    /// <summary>Fills the buffer but for 16 bytes; less only at the end, which has been found good by then, and 0 after it.</summary>
    /// <param name="buffer">At least 64 bytes; what lies behind the returned count is overwritten, too.</param>
    public int Fill(Span<byte> buffer)
    {
        if (_ended) return 0;
        _held.AsSpan(0, _heldCount).CopyTo(buffer);
        var filled = _heldCount;
        while (filled < buffer.Length)
        {
            var read = Inflate(buffer[filled..]);
            if (read == 0)
            {
                _ended = true;
                MustEndInSeal(buffer[..filled]);
                return filled - SealText;
            }

            filled += read;
        }

        _heldCount = SealText;
        buffer[^SealText..].CopyTo(_held);
        return filled - SealText;
    }

    public void Dispose()
    {
        _gzip.Dispose();
        _source.Dispose();
    }

    private int Inflate(Span<byte> buffer)
    {
        try
        {
            return _gzip.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw _source.AtSeal
                ? Problems.GzipTruncated(_source.Input.Name, _source.Input.Length)
                : Problems.GzipDamaged(_source.Input.Name, _source.Offset);
        }
    }

    private void MustEndInSeal(ReadOnlySpan<byte> text)
    {
        if (!_source.AtSeal) throw Problems.GzipTrailing(_source.Input.Name, _source.Offset);
        if (!text.EndsWith(Seal.Slice(15, SealText))) throw Problems.GzipTruncated(_source.Input.Name, _source.Input.Length);
        _source.Input.MustBeUnchanged();
    }

    /// <summary>The file's bytes, then the seal.</summary>
    private sealed class Source(OpenedInput input) : ReadStream
    {
        private int _sealed;

        public OpenedInput Input => input;

        /// <summary>Bytes of the file handed out so far.</summary>
        public long Offset { get; private set; }

        public bool AtSeal { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (!AtSeal)
            {
                var read = input.ReadOnce(Offset, buffer);
                Offset += read;
                if (read > 0) return read;
                AtSeal = true;
            }

            var rest = Seal[_sealed..];
            var count = Math.Min(rest.Length, buffer.Length);
            rest[..count].CopyTo(buffer);
            _sealed += count;
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) input.Dispose();
            base.Dispose(disposing);
        }
    }
}
