namespace Clientele.Sales.Spreadsheets;

/// <summary>What cells refer to.</summary>
/// <param name="Path">File as given.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Styles">Format by style number.</param>
/// <param name="From1904">Days are counted from 1904-01-01.</param>
/// <param name="Strings">Texts that cells share.</param>
internal sealed record SheetContext(string Path, string Sheet, CellFormat[] Styles, bool From1904, SharedStrings Strings, WorkbookLimits Limits);

/// <summary>Walks over the XML of one sheet and writes each row as text. Never trusts the dimension that a sheet declares.</summary>
internal sealed class SheetReader
{
    private readonly XmlScanner _xml;
    private readonly SheetContext _context;
    private readonly TextRows _rows;
    private readonly SheetFacts _facts;
    private readonly CellWriter _cells;
    private bool[]? _hiddenColumns;
    private bool _inData;
    private int _row;
    private int _column = -1;
    private int _widest = -1;

    public SheetReader(XmlScanner xml, SheetContext context, TextRows rows, SheetFacts facts)
    {
        _xml = xml;
        _context = context;
        _rows = rows;
        _facts = facts;
        _cells = new CellWriter(xml, context, rows, facts, Place);
        xml.Where = Place;
        XmlKind kind;
        while ((kind = xml.Read()) != XmlKind.Open)
        {
            if (kind == XmlKind.End) throw xml.Damaged("the part is empty");
        }

        if (!xml.Name.SequenceEqual("worksheet"u8)) throw xml.Damaged("this is not a part with a sheet");
    }

    /// <summary>Writes the next row, or reads the sheet to its very end and says false.</summary>
    public bool ReadRow()
    {
        XmlKind kind;
        while ((kind = _xml.Read()) != XmlKind.End)
        {
            if (kind == XmlKind.Close && _xml.Depth == 1) _inData = false;
            if (kind != XmlKind.Open) continue;
            if (_inData)
            {
                if (_xml.Depth == 3 && _xml.Name.SequenceEqual("row"u8))
                {
                    Row();
                    return true;
                }

                _xml.Skip();
            }
            else
            {
                Outside();
            }
        }

        CountHiddenColumns();
        return false;
    }

    private void Outside()
    {
        var name = _xml.Name;
        if (_xml.Depth == 2 && name.SequenceEqual("sheetData"u8)) _inData = true;
        else if (name.SequenceEqual("mergeCell"u8)) _facts.MergedCells++;
        else if (name.SequenceEqual("col"u8)) Column();
        else if (!name.SequenceEqual("cols"u8) && !name.SequenceEqual("mergeCells"u8)) _xml.Skip();
    }

    private void Column()
    {
        if (!IsTrue("hidden"u8)) return;
        if (!_xml.TryAttribute("min"u8, out var text) || !CellReference.TryRow(text, out var least)) return;
        if (!_xml.TryAttribute("max"u8, out text) || !CellReference.TryRow(text, out var most)) return;
        _hiddenColumns ??= new bool[WorkbookLimits.Columns];
        for (var i = least; i <= Math.Min(most, WorkbookLimits.Columns); i++) _hiddenColumns[i - 1] = true;
    }

    private void CountHiddenColumns()
    {
        for (var i = 0; _hiddenColumns is not null && i <= _widest; i++)
        {
            if (_hiddenColumns[i]) _facts.HiddenColumns++;
        }
    }

    private void Row()
    {
        var row = _row + 1;
        if (_xml.TryAttribute("r"u8, out var text) && !CellReference.TryRow(text, out row)) throw _xml.Damaged("the row behind has an impossible number");
        if (row <= _row) throw Problems.Order(_context.Path, $"{_context.Sheet}!{_row}", $"row {row} comes after it, but rows must ascend");
        if (row > WorkbookLimits.Rows) throw _xml.TooLarge($"more than {WorkbookLimits.Rows:N0} rows");
        var hidden = IsTrue("hidden"u8);
        _row = row;
        _column = -1;
        _rows.Begin(row);
        while (true)
        {
            var kind = _xml.Read();
            if (kind == XmlKind.Close) break;
            if (kind != XmlKind.Open) continue;
            if (_xml.Name.SequenceEqual("c"u8)) Cell();
            else _xml.Skip();
        }

        if (hidden && _rows.HasFields) _facts.HiddenRows++;
        _widest = Math.Max(_widest, _column);
        _column = -1;
        _rows.End();
    }

    private void Cell()
    {
        var column = _column + 1;
        var style = 0;
        var type = CellType.Number;
        for (var i = 0; i < _xml.AttributeCount; i++)
        {
            _xml.Attribute(i, out var name, out var value);
            if (name.Length != 1) continue;
            switch (name[0])
            {
                case (byte)'r':
                    if (!CellReference.TryRead(value, out column, out var row) || row != _row) throw _xml.Damaged($"a cell in row {_row} behind it names itself wrongly");
                    break;
                case (byte)'s':
                    style = Style(value);
                    break;
                case (byte)'t':
                    type = CellWriter.Type(value, _xml);
                    break;
            }
        }

        if (column <= _column) throw Problems.Order(_context.Path, Place(), $"cell {CellReference.Letters(column)}{_row} comes after it, but cells must ascend");
        _column = column;
        if (column >= WorkbookLimits.Columns) throw _xml.TooLarge($"more than {WorkbookLimits.Columns:N0} columns");
        if ((uint)style >= (uint)_context.Styles.Length) throw _xml.Damaged($"style {style} does not exist");
        _cells.Write(column, type, _context.Styles[style]);
    }

    private int Style(ReadOnlySpan<byte> text) =>
        System.Buffers.Text.Utf8Parser.TryParse(text, out int style, out var used) && used == text.Length ? style : throw _xml.Damaged("a style is no number");

    private bool IsTrue(ReadOnlySpan<byte> name) => _xml.TryAttribute(name, out var value) && (value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8));

    /// <summary>The cell, else the row, else the sheet.</summary>
    private string Place() =>
        _row == 0 ? _context.Sheet
        : _column < 0 ? $"{_context.Sheet}!{_row}"
        : $"{_context.Sheet}!{CellReference.Letters(_column)}{_row}";
}
