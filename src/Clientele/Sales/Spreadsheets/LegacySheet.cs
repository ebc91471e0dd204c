using System.Text;
using ExcelDataReader;

namespace Clientele.Sales.Spreadsheets;

/// <summary>Writes the current sheet of an .xls reader as text rows.</summary>
internal sealed class LegacySheet
{
    private readonly BiffErrors _errors;
    private readonly IExcelDataReader _reader;
    private readonly TextRows _rows;
    private readonly SheetFacts _facts;
    private readonly ByteText _value = new();

    public LegacySheet(IExcelDataReader reader, BiffErrors errors, TextRows rows, SheetFacts facts)
    {
        _errors = errors;
        _reader = reader;
        _rows = rows;
        _facts = facts;
        facts.Formulas = errors.Formulas;
        facts.MergedCells = reader.MergeCells?.Length ?? 0;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (reader.GetColumnWidth(i) == 0) facts.HiddenColumns++;
        }
    }

    public bool WriteRow()
    {
        if (!_reader.Read()) return false;
        _rows.Begin(_rows.Row + 1);
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            _value.Clear();
            if (_errors.TryGet(_rows.Row - 1, i, out var error)) Error(error);
            else Value(_reader.GetValue(i), i);
            _rows.Field(i, _value.Written);
        }

        if (_rows.HasFields && _reader.RowHeight == 0) _facts.HiddenRows++;
        _rows.End();
        return true;
    }

    private void Value(object? value, int column)
    {
        switch (value)
        {
            case string text:
                Encoding.UTF8.GetBytes(text, _value.Room(Encoding.UTF8.GetMaxByteCount(text.Length)));
                _value.Advance(Encoding.UTF8.GetByteCount(text));
                break;
            case double number:
                if (NumberText.Write(_value, number)) _facts.LongNumbers++;
                break;
            case int number:
                NumberText.Write(_value, number);
                break;
            case bool yes:
                _value.Add(yes ? "TRUE"u8 : "FALSE"u8);
                break;
            case DateTime instant:
                Date(instant.ToOADate(), column);
                break;
            case TimeSpan span when span >= TimeSpan.Zero:
                DateText.Time(_value, span.Ticks / TimeSpan.TicksPerMillisecond);
                break;
            case TimeSpan span:
                NumberText.Write(_value, span.TotalDays);
                break;
        }
    }

    /// <summary>
    /// Undoes the day that ExcelDataReader adds below day 60 of the 1900 system, to judge dates as in .xlsx. Days 59 and 60 come out alike:
    /// neither is taken for a date.
    /// </summary>
    private void Date(double day, int column)
    {
        var format = CellFormats.Of(_reader.GetNumberFormatString(column));
        var serial = day is >= 1 and < 61 ? day - 1 : day;
        if (serial is >= 59 and < 60) serial++;
        if (DateText.Write(_value, serial, format, from1904: false)) return;
        _facts.OddDates++;
        NumberText.Write(_value, serial);
    }

    private void Error(ReadOnlySpan<byte> text)
    {
        _facts.ErrorValues++;
        _value.Add(text);
    }
}
