using System.Buffers.Text;

namespace Clientele.Sales.Spreadsheets;

/// <summary>How a cell's stored value is to be read.</summary>
internal enum CellType
{
    Number,
    Shared,
    Inline,
    FormulaText,
    Boolean,
    Error,
    IsoDate,
}

/// <summary>Writes the value of one cell as a field.</summary>
internal sealed class CellWriter(XmlScanner xml, SheetContext context, TextRows rows, SheetFacts facts, Func<string> place)
{
    private const int RowBytes = 16 << 20;

    private readonly ByteText _value = new();
    private readonly ByteText _dateStored = new();
    private readonly ByteText _dateWritten = new();
    private CellFormat _dateFormat;

    public static CellType Type(ReadOnlySpan<byte> text, XmlScanner xml) => text.Length switch
    {
        1 when text[0] == (byte)'s' => CellType.Shared,
        1 when text[0] == (byte)'n' => CellType.Number,
        1 when text[0] == (byte)'b' => CellType.Boolean,
        1 when text[0] == (byte)'e' => CellType.Error,
        1 when text[0] == (byte)'d' => CellType.IsoDate,
        3 when text.SequenceEqual("str"u8) => CellType.FormulaText,
        9 when text.SequenceEqual("inlineStr"u8) => CellType.Inline,
        _ => throw xml.Damaged("a cell has an unknown type"),
    };

    /// <summary>Reads the rest of the cell just opened and writes its field, if it holds anything.</summary>
    public void Write(int column, CellType type, CellFormat format)
    {
        _value.Clear();
        bool formula = false, stored = false;
        while (true)
        {
            var kind = xml.Read();
            if (kind == XmlKind.Close) break;
            if (kind != XmlKind.Open) continue;
            var name = xml.Name;
            if (name.SequenceEqual("v"u8))
            {
                stored = true;
                RichText.Plain(xml, _value);
            }
            else if (name.SequenceEqual("is"u8))
            {
                RichText.Read(xml, _value);
            }
            else
            {
                formula |= name.SequenceEqual("f"u8);
                xml.Skip();
            }
        }

        if (formula)
        {
            facts.Formulas++;
            if (!stored || (_value.Length == 0 && type != CellType.FormulaText)) throw Problems.NoValue(context.Path, place());
        }

        if (_value.Length == 0) return;
        Field(column, type, format);
        if (rows.RowLength > RowBytes) throw xml.TooLarge($"the row holds more than {RowBytes:N0} bytes of text");
    }

    private void Field(int column, CellType type, CellFormat format)
    {
        switch (type)
        {
            case CellType.Number when format == CellFormat.Number:
                if (NumberText.Write(rows.Field(column), Trimmed())) facts.LongNumbers++;
                break;
            case CellType.Number:
                Date(rows.Field(column), Trimmed(), format);
                break;
            case CellType.Shared:
                Shared(column);
                break;
            case CellType.Boolean:
                rows.Field(column, Trimmed() is [(byte)'1'] or [(byte)'t', ..] ? "TRUE"u8 : "FALSE"u8);
                break;
            case CellType.IsoDate:
                DateText.WriteIso(rows.Field(column), Trimmed());
                break;
            default:
                if (type == CellType.Error) facts.ErrorValues++;
                rows.Field(column, _value.Written);
                break;
        }
    }

    private void Shared(int column)
    {
        if (!Utf8Parser.TryParse(Trimmed(), out int index, out var used) || used != Trimmed().Length || index < 0) throw xml.Damaged("the cell refers to no shared text");
        if (!context.Strings.TryGet(index, out var field)) throw xml.Damaged($"the cell refers to shared text {index}, which does not exist");
        if (!field.IsEmpty) rows.Field(column).Add(field);
    }

    /// <summary>Lines of one invoice share their date: the last one written is kept.</summary>
    private void Date(ByteText target, ReadOnlySpan<byte> stored, CellFormat format)
    {
        if (format == _dateFormat && stored.SequenceEqual(_dateStored.Written))
        {
            target.Add(_dateWritten.Written);
            return;
        }

        _dateWritten.Clear();
        if (!NumberText.TryRead(stored, out var serial) || !DateText.Write(_dateWritten, serial, format, context.From1904))
        {
            facts.OddDates++;
            NumberText.Write(target, stored);
            return;
        }

        _dateStored.Clear();
        _dateStored.Add(stored);
        _dateFormat = format;
        target.Add(_dateWritten.Written);
    }

    private ReadOnlySpan<byte> Trimmed()
    {
        ReadOnlySpan<byte> value = _value.Written;
        return value[0] > ' ' && value[^1] > ' ' ? value : value.Trim(" \t\r\n"u8);
    }
}
