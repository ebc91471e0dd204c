using System.Text;

namespace Clientele.Sales.Layouts;

/// <summary>The records of a sample under one split format. Blank lines are left out; places stay those of the text.</summary>
internal sealed class SampleTable(in SplitFormat format)
{
    private readonly SplitFormat _format = format;
    private readonly FieldList _fields = new();
    private SampleRecord[] _records = new SampleRecord[128];
    private int[] _cells = new int[2048];
    private int _cellCount;

    public int Count { get; private set; }

    public ref readonly SampleRecord this[int record] => ref _records[record];

    /// <summary>Content of a field: outer quotes off, inner pairs of quotes as they stand. Empty when the record is too short.</summary>
    public ReadOnlySpan<byte> Cell(int record, int field)
    {
        ref readonly var row = ref _records[record];
        if (field >= row.Fields) return default;
        var at = row.FirstCell + field * 2;
        var start = _cells[at] & int.MaxValue;
        return row.Text.AsSpan(start, _cells[at + 1] - start);
    }

    public bool Quoted(int record, int field) => _cells[_records[record].FirstCell + field * 2] < 0;

    /// <summary>The field as a person reads it.</summary>
    public string CellText(int record, int field)
    {
        var text = Encoding.UTF8.GetString(Words.Trim(Cell(record, field)));
        return field < _records[record].Fields && Quoted(record, field) ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    /// <summary>Adds the records of one piece of text.</summary>
    /// <param name="start">Where its first record starts.</param>
    /// <param name="line">Line of that record, or 0 when it is not known.</param>
    /// <param name="whole">The last record ends where the text ends; otherwise it may be cut off and is left out.</param>
    /// <param name="most">Stop after so many records.</param>
    public void Add(byte[] text, int start, int line, bool whole, int most = int.MaxValue)
    {
        var marks = _format;
        for (var left = most; start < text.Length && left > 0;)
        {
            var end = FieldSplitter.Split(text, start, marks, _fields);
            var cut = end.Next == text.Length && (end.State == RecordState.Unclosed || text[^1] != '\n');
            var fits = whole || !cut;
            if (_fields.Count > 0 && (fits || end.State == RecordState.Unclosed))
            {
                Keep(new(text, start, line, end, _cellCount, _fields.Count));
                left--;
            }

            if (line > 0) line += text.AsSpan(start, end.Next - start).Count((byte)'\n');
            start = end.Next;
        }
    }

    private void Keep(in SampleRecord record)
    {
        if (Count == _records.Length)
        {
            var records = new SampleRecord[Count * 2];
            Array.Copy(_records, records, Count);
            _records = records;
        }

        while (_cellCount + record.Fields * 2 > _cells.Length)
        {
            var cells = new int[_cells.Length * 2];
            Array.Copy(_cells, cells, _cellCount);
            _cells = cells;
        }

        for (var i = 0; i < record.Fields; i++)
        {
            _cells[_cellCount++] = _fields.Start(i) | (_fields.Quoted(i) ? int.MinValue : 0);
            _cells[_cellCount++] = _fields.End(i);
        }

        _records[Count++] = record;
    }
}
