using System.Text;

namespace Clientele.Tests.Sales.Spreadsheets;

/// <summary>Writes the smallest .xls workbooks: BIFF8 records in a compound file of one stream. [MS-XLS], [MS-CFB].</summary>
internal sealed class TinyXls
{
    private readonly List<(string Name, byte State, List<byte> Cells)> _sheets = [];
    private readonly List<byte> _globals = [];
    private List<byte> _cells = [];

    public TinyXls Sheet(string name, byte state = 0)
    {
        _cells = [];
        _sheets.Add((name, state, _cells));
        return this;
    }

    public TinyXls From1904()
    {
        Record(_globals, 0x22, Two(1));
        return this;
    }

    public TinyXls Number(int row, int column, double value, int style = 0) => Cell(0x203, row, column, style, BitConverter.GetBytes(value));

    public TinyXls Text(int row, int column, string value) => Cell(0x204, row, column, 0, [.. Two(value.Length), 1, .. Encoding.Unicode.GetBytes(value)]);

    public TinyXls Boolean(int row, int column, bool value) => Cell(0x205, row, column, 0, [value ? (byte)1 : (byte)0, 0]);

    public TinyXls Error(int row, int column, byte code) => Cell(0x205, row, column, 0, [code, 1]);

    public TinyXls Blank(int row, int column) => Cell(0x201, row, column, 0, []);

    public byte[] ToArray()
    {
        List<byte> head = [];
        Record(head, 0x809, [.. Two(0x600), .. Two(5), .. Two(0), .. Two(0), .. new byte[8]]);
        Record(head, 0x42, Two(1200));
        head.AddRange(_globals);
        foreach (var format in new[] { 0, 14, 22, 20 }) Record(head, 0xE0, [.. Two(0), .. Two(format), .. new byte[16]]);
        var bounds = _sheets.Sum(s => 4 + 8 + 2 * s.Name.Length);
        var start = head.Count + bounds + 4;
        List<byte> sheets = [];
        foreach (var (name, state, cells) in _sheets)
        {
            Record(head, 0x85, [.. BitConverter.GetBytes(start + sheets.Count), state, 0, (byte)name.Length, 1, .. Encoding.Unicode.GetBytes(name)]);
            Record(sheets, 0x809, [.. Two(0x600), .. Two(0x10), .. Two(0), .. Two(0), .. new byte[8]]);
            sheets.AddRange(cells);
            Record(sheets, 0x0A, []);
        }

        Record(head, 0x0A, []);
        return Compound([.. head, .. sheets]);
    }

    private TinyXls Cell(int id, int row, int column, int style, byte[] value)
    {
        Record(_cells, id, [.. Two(row), .. Two(column), .. Two(style), .. value]);
        return this;
    }

    private static void Record(List<byte> target, int id, byte[] data) => target.AddRange([.. Two(id), .. Two(data.Length), .. data]);

    private static byte[] Two(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Four(int value) => BitConverter.GetBytes(value);

    /// <summary>Sector 0 is the table of sectors, sector 1 the directory, the workbook follows.</summary>
    private static byte[] Compound(byte[] stream)
    {
        var sectors = Math.Max(8, (stream.Length + 511) / 512);
        Assert.True(sectors < 120, "One sector of the table holds 128 entries.");
        List<byte> file = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16]];
        file.AddRange([.. Two(0x3E), .. Two(3), .. Two(0xFFFE), .. Two(9), .. Two(6), .. new byte[10], .. Four(1), .. Four(1), .. Four(0), .. Four(4096)]);
        file.AddRange([.. Four(-2), .. Four(0), .. Four(-2), .. Four(0), .. Four(0)]);
        while (file.Count < 512) file.Add(0xFF);
        file.AddRange([.. Four(-3), .. Four(-2)]);
        for (var i = 0; i < sectors; i++) file.AddRange(Four(i + 1 < sectors ? i + 3 : -2));
        while (file.Count < 1024) file.Add(0xFF);
        file.AddRange(Entry("Root Entry", 5, 1, -2, 0));
        file.AddRange(Entry("Workbook", 2, -1, 2, sectors * 512));
        file.AddRange(new byte[256]);
        file.AddRange(stream);
        file.AddRange(new byte[sectors * 512 - stream.Length]);
        return [.. file];
    }

    private static byte[] Entry(string name, byte type, int child, int start, int length)
    {
        var text = Encoding.Unicode.GetBytes(name);
        return [.. text, .. new byte[64 - text.Length], .. Two(text.Length + 2), type, 1, .. Four(-1), .. Four(-1), .. Four(child), .. new byte[36], .. Four(start), .. Four(length), .. Four(0)];
    }
}
