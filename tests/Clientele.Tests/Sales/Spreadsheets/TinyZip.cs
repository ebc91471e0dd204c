using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Clientele.Sales.Spreadsheets;

namespace Clientele.Tests.Sales.Spreadsheets;

/// <summary>Writes zip files by hand, so that tests can also write wrong ones.</summary>
internal sealed class TinyZip
{
    private readonly List<byte> _out = [];
    private readonly List<byte> _directory = [];
    private int _count;

    /// <summary>Adds a file; <paramref name="crc"/> and <paramref name="length"/> lie when given.</summary>
    public TinyZip Add(string name, byte[] content, bool deflate = true, uint? crc = null, int? length = null, ushort flags = 0)
    {
        var packed = deflate ? Deflate(content) : content;
        var path = Encoding.UTF8.GetBytes(name);
        var offset = (uint)_out.Count;
        byte[] head =
        [
            .. Two(20), .. Two(0x0800 | flags), .. Two(deflate ? 8 : 0), .. Four(0x00210000), .. Four(crc ?? Crc32.AppendPlain(0, content)),
            .. Four((uint)packed.Length), .. Four((uint)(length ?? content.Length)), .. Two(path.Length), .. Two(0),
        ];
        _out.AddRange([.. "PK\u0003\u0004"u8, .. head, .. path, .. packed]);
        _directory.AddRange([.. "PK\u0001\u0002"u8, .. Two(20), .. head, .. new byte[10], .. Four(offset), .. path]);
        _count++;
        return this;
    }

    public TinyZip Add(string name, string content) => Add(name, Encoding.UTF8.GetBytes(content));

    public byte[] ToArray() =>
        [.. _out, .. _directory, .. "PK\u0005\u0006"u8, .. Four(0), .. Two(_count), .. Two(_count), .. Four((uint)_directory.Count), .. Four((uint)_out.Count), .. Two(0)];

    private static byte[] Two(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(content);
        return packed.ToArray();
    }
}
