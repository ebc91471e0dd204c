using System.Buffers.Binary;
using System.Text;

namespace Clientele.Sales.Spreadsheets;

/// <summary>A compound file (the file system inside .xls), read as far as needed to stream one of its streams. [MS-CFB].</summary>
internal sealed class CompoundFile
{
    private const uint EndOfChain = 0xFFFFFFFE;

    private readonly FileStream _file;
    private readonly int _sector;
    private readonly uint[] _next;
    private readonly byte[] _directory;

    private CompoundFile(FileStream file)
    {
        _file = file;
        var head = new byte[512];
        file.Position = 0;
        file.ReadExactly(head);
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(30));
        if (shift is not (9 or 12)) throw new InvalidDataException();
        _sector = 1 << shift;
        _next = Table(head);
        using var directory = new SectorChain(file, Chain(_next, UInt(head, 48)), _sector, _sector, (long)_next.Length * _sector);
        _directory = ReadAll(directory);
    }

    /// <summary>The first stream with one of these names; the file itself when it is no compound file.</summary>
    public static Stream Open(FileStream file, params ReadOnlySpan<string> names)
    {
        Span<byte> mark = stackalloc byte[8];
        file.Position = 0;
        if (file.ReadAtLeast(mark, 8, throwOnEndOfStream: false) < 8 || !mark.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            file.Position = 0;
            return file;
        }

        var compound = new CompoundFile(file);
        foreach (var name in names)
        {
            if (compound.TryOpen(name, out var stream)) return stream;
        }

        throw new InvalidDataException();
    }

    private bool TryOpen(string name, out Stream stream)
    {
        var root = _directory.AsSpan(0, 128);
        for (var at = 0; at + 128 <= _directory.Length; at += 128)
        {
            var entry = _directory.AsSpan(at, 128);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2;
            if (entry[66] != 2 || length is < 0 or > 62 || !Encoding.Unicode.GetString(entry[..length]).Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            var size = BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]);
            var start = BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]);
            stream = size >= Cutoff ? new SectorChain(_file, Chain(_next, start), _sector, _sector, size) : Small(root, start, size);
            return true;
        }

        stream = Stream.Null;
        return false;
    }

    private const int Cutoff = 4096;

    /// <summary>Short streams lie in sectors of 64 bytes inside the root's own stream.</summary>
    private MemoryStream Small(ReadOnlySpan<byte> root, uint start, uint size)
    {
        var head = new byte[512];
        _file.Position = 0;
        _file.ReadExactly(head);
        using var table = new SectorChain(_file, Chain(_next, UInt(head, 60)), _sector, _sector, (long)_next.Length * _sector);
        var next = UInts(ReadAll(table));
        using var all = new SectorChain(_file, Chain(_next, BinaryPrimitives.ReadUInt32LittleEndian(root[116..])), _sector, _sector, BinaryPrimitives.ReadUInt32LittleEndian(root[120..]));
        var held = ReadAll(all);
        var small = new MemoryStream();
        foreach (var sector in Chain(next, start))
        {
            small.Write(held.AsSpan(checked((int)(sector * 64)), 64));
            if (small.Length >= size) break;
        }

        small.SetLength(Math.Min(size, small.Length));
        small.Position = 0;
        return small;
    }

    /// <summary>The successor of each sector; the table's own sectors are listed in the head and in a chain of further lists.</summary>
    private uint[] Table(byte[] head)
    {
        var most = _file.Length / _sector;
        var sectors = new List<uint>();
        for (var i = 76; i < 512; i += 4) sectors.Add(UInt(head, i));
        var more = UInt(head, 68);
        var list = new byte[_sector];
        for (var n = 0; more < EndOfChain - 1 && n <= most; n++)
        {
            _file.Position = (more + 1L) * _sector;
            _file.ReadExactly(list);
            for (var i = 0; i < _sector - 4; i += 4) sectors.Add(UInt(list, i));
            more = UInt(list, _sector - 4);
        }

        var next = new List<uint>();
        foreach (var sector in sectors)
        {
            if (sector >= most) continue;
            _file.Position = (sector + 1L) * _sector;
            if (_file.ReadAtLeast(list, _sector, throwOnEndOfStream: false) == _sector) next.AddRange(UInts(list));
            if (next.Count > most) break;
        }

        return [.. next];
    }

    private static IEnumerable<uint> Chain(uint[] next, uint start)
    {
        var count = 0;
        for (var sector = start; sector < next.Length; sector = next[sector])
        {
            if (++count > next.Length) throw new InvalidDataException();
            yield return sector;
        }
    }

    private static uint UInt(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static uint[] UInts(byte[] bytes)
    {
        var values = new uint[bytes.Length / 4];
        for (var i = 0; i < values.Length; i++) values[i] = UInt(bytes, 4 * i);
        return values;
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
