namespace Clientele.Reports.Writing;

/// <summary>A small CSV file, written cell by cell. A cell without a value stays empty; nothing that is not finite is written.</summary>
internal sealed class CsvSheet
{
    private const int Full = 1 << 16;

    private readonly Utf8Text _text = new();
    private readonly Stream _output;
    private bool _begun;

    /// <summary>Writes the header.</summary>
    /// <param name="output">Receives the rows.</param>
    /// <param name="header">Names of the columns, commas between them.</param>
    public CsvSheet(Stream output, string header)
    {
        _output = output;
        _text.Text(header);
        _text.Byte((byte)'\n');
    }

    public CsvSheet Text(string? value)
    {
        Next();
        if (value is not null) _text.Cell(value);
        return this;
    }

    public CsvSheet Integer(long? value)
    {
        Next();
        if (value is { } number) _text.Integer(number);
        return this;
    }

    /// <summary>To six decimals, or six digits below 0.001.</summary>
    public CsvSheet Number(double value)
    {
        Next();
        if (double.IsFinite(value)) _text.Rounded(value);
        return this;
    }

    /// <summary>Exact money; empty where the sales carry none.</summary>
    public CsvSheet Money(Money? value)
    {
        Next();
        if (value is { } money) _text.Money(money);
        return this;
    }

    /// <summary>A day; empty for 0.</summary>
    public CsvSheet Day(long ticks)
    {
        Next();
        if (ticks > 0) _text.Date(ticks, dayOnly: true);
        return this;
    }

    public void EndRow()
    {
        _text.Byte((byte)'\n');
        _begun = false;
        if (_text.Length > Full) _text.FlushTo(_output);
    }

    public void End() => _text.FlushTo(_output);

    private void Next()
    {
        if (_begun) _text.Byte((byte)',');
        _begun = true;
    }
}
