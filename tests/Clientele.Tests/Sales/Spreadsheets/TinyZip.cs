using System.IO.Compression;
using System.Text;
using Clientele.Sales.Spreadsheets;

namespace Clientele.Tests.Sales.Spreadsheets;

/// <summary>Writes zip files by hand, so that tests can also write wrong ones.</summary>
internal sealed class TinyZip
{
    private readonly MemoryStream _out = new();
    private readonly MemoryStream _directory = new();
    private int _count;

    /// <summary>Adds a file; <paramref name="crc"/> and <paramref name="length"/> lie when given.</summary>
    public TinyZip Add(string name, byte[] content, bool deflate = true, uint? crc = null, int? length = null, ushort flags = 0)
    {
        var packed = deflate ? Deflate(content) : content;
        var path = Encoding.UTF8.GetBytes(name);
        var offset = (uint)_out.Length;
        var head = Header(deflate, crc ?? Crc32.AppendPlain(0, content), packed.Length, length ?? content.Length, path.Length, flags);
        Write(_out, 0x04034B50u, head, path, packed);
        var entry = new MemoryStream();
        using (var w = new BinaryWriter(entry, Encoding.UTF8, leaveOpen: true))
        {
            w.Write((ushort)0);
            w.Write((ushort)0);
            w.Write((ushort)0);
            w.Write(0u);
            w.Write(offset);
        }

        _directory.Write([0x50, 0x4B, 0x01, 0x02, 20, 0]);
        _directory.Write(head);
        _directory.Write(entry.ToArray());
        _directory.Write(path);
        _count++;
        return this;
    }

    public TinyZip Add(string name, string content) => Add(name, Encoding.UTF8.GetBytes(content));

    public byte[] ToArray()
    {
        var start = (uint)_out.Length;
        var whole = new MemoryStream();
        _out.WriteTo(whole);
        _directory.WriteTo(whole);
        using (var w = new BinaryWriter(whole, Encoding.UTF8, leaveOpen: true))
        {
            w.Write(0x06054B50u);
            w.Write(0u);
            w.Write((ushort)_count);
            w.Write((ushort)_count);
            w.Write((uint)_directory.Length);
            w.Write(start);
            w.Write((ushort)0);
        }

        return whole.ToArray();
    }

    /// <summary>The 26 bytes that a local header and a directory entry share.</summary>
    private static byte[] Header(bool deflate, uint crc, int packed, int length, int name, ushort flags)
    {
        var head = new MemoryStream();
        using var w = new BinaryWriter(head);
        w.Write((ushort)20);
        w.Write((ushort)(0x0800 | flags));
        w.Write((ushort)(deflate ? 8 : 0));
        w.Write(0x00210000u);
        w.Write(crc);
        w.Write(packed);
        w.Write(length);
        w.Write((ushort)name);
        w.Write((ushort)0);
        return head.ToArray();
    }

    private static void Write(Stream target, uint mark, params byte[][] parts)
    {
        target.Write(BitConverter.GetBytes(mark));
        foreach (var part in parts) target.Write(part);
    }

    private static byte[] Deflate(byte[] content)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(content);
        return packed.ToArray();
    }
}
