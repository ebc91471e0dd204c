using System.Buffers.Binary;

namespace Clientele.Sales.Spreadsheets;

/// <summary>Error values and formulas of an .xls sheet, read from its records: ExcelDataReader shows errors as empty cells. [MS-XLS] 2.4.</summary>
internal sealed class BiffErrors
{
    private const int EndOfPart = 0x0A;
    private const int FilePass = 0x2F;
    private const int BoundSheet = 0x85;
    private const int BoolErr = 0x205;

    private readonly Dictionary<(int Row, int Column), byte> _codes = [];

    public long Formulas { get; private set; }

    public bool TryGet(int row, int column, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!_codes.TryGetValue((row, column), out var code)) return false;
        text = code switch
        {
            0x00 => "#NULL!"u8,
            0x07 => "#DIV/0!"u8,
            0x0F => "#VALUE!"u8,
            0x17 => "#REF!"u8,
            0x1D => "#NAME?"u8,
            0x24 => "#NUM!"u8,
            0x2A => "#N/A"u8,
            _ => "#ERROR!"u8,
        };
        return true;
    }

    /// <summary>Walks over the records of the sheet with that index among the sheets with cells.</summary>
    public static BiffErrors Read(string path, int sheet)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var stream = new BufferedStream(CompoundFile.Open(file, "Workbook", "Book"), 1 << 16);
        var errors = new BiffErrors();
        var start = -1L;
        var position = 0L;
        Span<byte> data = stackalloc byte[16];
        Span<byte> head = stackalloc byte[4];
        while (stream.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(head);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(head[2..]);
            var inside = start >= 0 && position >= start;
            var shown = data[..Math.Min(length, data.Length)];
            if (stream.ReadAtLeast(shown, shown.Length, throwOnEndOfStream: false) < shown.Length) break;
            Skip(stream, length - shown.Length);
            position += 4 + length;
            if (id == FilePass) throw Problems.Protected(path);
            if (id == BoundSheet && shown.Length >= 6 && shown[5] == 0 && sheet-- == 0) start = BinaryPrimitives.ReadUInt32LittleEndian(shown);
            else if (inside && id == EndOfPart && errors.Leave()) break;
            else if (inside) errors.Take(id, shown);
        }

        return errors;
    }

    private int _depth;

    /// <summary>Charts inside a sheet are parts of their own.</summary>
    private bool Leave() => --_depth <= 0;

    private void Take(int id, ReadOnlySpan<byte> data)
    {
        if ((id & 0xFF) == 0x09)
        {
            _depth++;
        }
        else if (id == BoolErr && data.Length >= 8 && data[7] == 1)
        {
            Add(data, data[6]);
        }
        else if (id is 0x06 or 0x206 or 0x406 && data.Length >= 14)
        {
            Formulas++;
            if (data[6] == 2 && data[12] == 0xFF && data[13] == 0xFF) Add(data, data[8]);
        }
    }

    private void Add(ReadOnlySpan<byte> data, byte code)
    {
        if (_depth > 1) return;
        _codes[(BinaryPrimitives.ReadUInt16LittleEndian(data), BinaryPrimitives.ReadUInt16LittleEndian(data[2..]))] = code;
    }

    private static void Skip(Stream stream, int count)
    {
        Span<byte> junk = stackalloc byte[512];
        while (count > 0)
        {
            var read = stream.Read(junk[..Math.Min(count, junk.Length)]);
            if (read == 0) return;
            count -= read;
        }
    }
}
