using System.Runtime.CompilerServices;

namespace Clientele.Sales.Spreadsheets;

/// <summary>Writes rows as text records: fields by U+001F, rows by LF, quotes only where they must be.</summary>
/// <remarks>
/// A sheet leaves out empty cells at the end of a row; a text file does not. Each row that holds anything is filled up to the widest of
/// the first 100 rows, as a spreadsheet program does when it saves text. Empty rows stay empty lines. Wider rows stay wider.
/// </remarks>
internal sealed class TextRows
{
    public const byte Delimiter = 0x1F;
    private const int SampleRows = 100;
    private const int SampleBytes = 1 << 20;

    private readonly List<(int End, int Fields)> _sample = [];
    private ByteText _out = new(160 << 10);
    private bool _sampling = true;
    private int _width;
    private int _fields;
    private int _row;
    private int _rowStart;

    /// <summary>Text made and not yet taken; none while the first rows are still being measured.</summary>
    public ReadOnlySpan<byte> Ready => _sampling ? default : _out.Written;

    /// <summary>Number of the last row written, from 1.</summary>
    public int Row => _row;

    /// <summary>The row being written holds a value.</summary>
    public bool HasFields => _fields > 0;

    /// <summary>Bytes of the row being written.</summary>
    public int RowLength => _out.Length - _rowStart;

    public void Taken() => _out.Clear();

    /// <summary>Starts a row, after empty lines for those that the sheet leaves out.</summary>
    public void Begin(int row)
    {
        if (row > _row + 1)
        {
            if (_sampling && row > SampleRows) EndSample();
            _out.Add((byte)'\n', row - _row - 1);
        }

        _row = row;
        _rowStart = _out.Length;
        _fields = 0;
    }

    /// <summary>The place for a field's text in that column, from 0; call it only for fields that are not empty, from left to right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ByteText Field(int column)
    {
        var gap = column + 1 - _fields;
        if (_fields == 0) gap--;
        if (gap == 1) _out.Add(Delimiter);
        else if (gap > 0) _out.Add(Delimiter, gap);
        _fields = column + 1;
        return _out;
    }

    /// <summary>A field of any text, quoted if it must be.</summary>
    public void Field(int column, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return;
        var target = Field(column);
        if (!MustQuote(text))
        {
            target.Add(text);
            return;
        }

        target.Add((byte)'"');
        int at;
        while ((at = text.IndexOf((byte)'"')) >= 0)
        {
            target.Add(text[..(at + 1)]);
            target.Add((byte)'"');
            text = text[(at + 1)..];
        }

        target.Add(text);
        target.Add((byte)'"');
    }

    public void End()
    {
        if (!_sampling)
        {
            if (_fields > 0 && _fields < _width) _out.Add(Delimiter, _width - _fields);
            _out.Add((byte)'\n');
            return;
        }

        _sample.Add((_out.Length, _fields));
        _out.Add((byte)'\n');
        _width = Math.Max(_width, _fields);
        if (_row >= SampleRows || _out.Length >= SampleBytes) EndSample();
    }

    /// <summary>The sheet is over.</summary>
    public void Finish()
    {
        if (_sampling) EndSample();
    }

    /// <summary>True when the text would be taken for more than one field, or for a quoted one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MustQuote(ReadOnlySpan<byte> text) => text[0] == (byte)'"' || text.IndexOfAny(Delimiter, (byte)'\n', (byte)'\r') >= 0;

    /// <summary>Makes a text a field, in place.</summary>
    public static void Quote(ByteText text)
    {
        if (text.Length == 0 || !MustQuote(text.Written)) return;
        var plain = text.Written.ToArray();
        text.Clear();
        text.Add((byte)'"');
        foreach (var c in plain)
        {
            text.Add(c);
            if (c == (byte)'"') text.Add(c);
        }

        text.Add((byte)'"');
    }

    private void EndSample()
    {
        _sampling = false;
        var filled = new ByteText(_out.Length + 64);
        var from = 0;
        foreach (var (end, fields) in _sample)
        {
            filled.Add(_out.Written[from..end]);
            if (fields > 0 && fields < _width) filled.Add(Delimiter, _width - fields);
            from = end;
        }

        filled.Add(_out.Written[from..]);
        _sample.Clear();
        _out = filled;
    }
}
