using System.Text;
using ExcelDataReader;

namespace Clientele.Sales.Spreadsheets;

/// <summary>Writes the current sheet of an .xls reader as text rows.</summary>
internal sealed class LegacySheet
{
    private readonly IExcelDataReader _reader;
    private readonly TextRows _rows;
    private readonly SheetFacts _facts;
    private readonly ByteText _value = new();

    public LegacySheet(IExcelDataReader reader, TextRows rows, SheetFacts facts)
    {
        _reader = reader;
        _rows = rows;
        _facts = facts;
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
            Value(_reader.GetValue(i));
            _rows.Field(i, _value.Written);
        }

        if (_rows.HasFields && _reader.RowHeight == 0) _facts.HiddenRows++;
        _rows.End();
        return true;
    }

    private void Value(object? value)
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
            case DateTime { Year: < 1900 } time:
                DateText.Time(_value, time.TimeOfDay.Ticks / TimeSpan.TicksPerMillisecond);
                break;
            case DateTime instant:
                DateText.Write(_value, instant);
                break;
            case TimeSpan span when span >= TimeSpan.Zero:
                DateText.Time(_value, span.Ticks / TimeSpan.TicksPerMillisecond);
                break;
            case TimeSpan span:
                NumberText.Write(_value, span.TotalDays);
                break;
        }
    }
}
