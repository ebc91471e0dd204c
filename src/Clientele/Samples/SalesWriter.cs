namespace Clientele.Samples;

/// <summary>Writes invoices line by line as CSV bytes and stops at the last line that is wanted.</summary>
internal sealed class SalesWriter(Stream to, SalesTally tally, long mostLines)
{
    /// <summary>Room that one invoice never fills: about 130 lines of 300 bytes.</summary>
    private const int InvoiceRoom = 64 * 1024;

    private readonly byte[] _buffer = new byte[1024 * 1024];
    private readonly byte[] _number = new byte[24];
    private readonly byte[] _date = ",0000-00-00 00:00:00,"u8.ToArray();
    private readonly byte[] _tail = new byte[128];
    private int _used, _numberLength, _tailLength, _lineStart;
    private LineMarks _marks;
    private DateTime _day;
    private int _second;
    private long _flushed;

    public bool Full => tally.Lines >= mostLines;

    /// <summary>Data lines so far.</summary>
    public long Lines => tally.Lines;

    public long Bytes => _flushed + _used;

    /// <summary>A line of the current invoice was kept.</summary>
    public bool InvoiceKept { get; private set; }

    public DateTime? First { get; private set; }

    public DateTime? Last { get; private set; }

    public long Orders { get; private set; }

    public void Header() => Append("InvoiceNo,StockCode,Description,Category,Quantity,InvoiceDate,UnitPrice,CustomerID,Country,Store\n"u8);

    public void OpenDay(DateOnly date)
    {
        _day = date.ToDateTime(TimeOnly.MinValue);
        Digits(date.Year, _date.AsSpan(1, 4));
        Digits(date.Month, _date.AsSpan(6, 2));
        Digits(date.Day, _date.AsSpan(9, 2));
    }

    /// <summary>Opens an invoice.</summary>
    /// <param name="mark">Letter before the number, or 0.</param>
    /// <param name="id">Customer id as it shall stand in the file.</param>
    /// <param name="place">Bytes from the comma before the country to the end of the line.</param>
    public void Begin(byte mark, long number, int second, ReadOnlySpan<byte> id, byte[] place, LineMarks marks)
    {
        if (_buffer.Length - _used < InvoiceRoom) Flush();
        _numberLength = 0;
        if (mark != 0) _number[_numberLength++] = mark;
        _numberLength += Number(number, _number.AsSpan(_numberLength));
        _second = second;
        Digits(second / 3600, _date.AsSpan(12, 2));
        Digits(second / 60 % 60, _date.AsSpan(15, 2));
        Digits(second % 60, _date.AsSpan(18, 2));
        _tail[0] = (byte)',';
        id.CopyTo(_tail.AsSpan(1));
        place.CopyTo(_tail.AsSpan(1 + id.Length));
        _tailLength = 1 + id.Length + place.Length;
        _marks = marks;
        InvoiceKept = false;
    }

    /// <summary>One line of the open invoice; returns whether the standard rules keep it.</summary>
    /// <param name="middle">Bytes from the comma before the stock code to the comma after the category.</param>
    /// <param name="mills">Thousandths of the money unit per piece.</param>
    public bool Line(ReadOnlySpan<byte> middle, long quantity, long mills, LineMarks marks = LineMarks.None)
    {
        if (Full) return false;
        StartLine(middle);
        _used += Number(quantity, _buffer.AsSpan(_used));
        Append(_date);
        Price(mills);
        Append(_tail.AsSpan(0, _tailLength));
        return Count(marks, quantity, mills);
    }

    /// <summary>A line with something in it that no reader can make sense of.</summary>
    /// <param name="date">Put in place of the invoice's time unless empty.</param>
    public void Unreadable(ReadOnlySpan<byte> middle, ReadOnlySpan<byte> quantity, ReadOnlySpan<byte> date, ReadOnlySpan<byte> price)
    {
        if (Full) return;
        StartLine(middle);
        Append(quantity);
        if (date.IsEmpty)
        {
            Append(_date);
        }
        else
        {
            _buffer[_used++] = (byte)',';
            Append(date);
            _buffer[_used++] = (byte)',';
        }

        Append(price);
        Append(_tail.AsSpan(0, _tailLength));
        Count(LineMarks.Unreadable, 0, 0);
    }

    /// <summary>A line that ends before its category.</summary>
    public void Cut(ReadOnlySpan<byte> middle)
    {
        if (Full) return;
        StartLine(middle[..middle[..^1].LastIndexOf((byte)',')]);
        _buffer[_used++] = (byte)'\n';
        Count(LineMarks.Unreadable, 0, 0);
    }

    /// <summary>Where the last line stands, for <see cref="Again"/> within the same invoice.</summary>
    public Range LastLine => _lineStart.._used;

    /// <summary>Writes a line of this invoice a second time, byte by byte.</summary>
    public void Again(Range line, long quantity, long mills)
    {
        if (Full) return;
        _lineStart = _used;
        Append(_buffer.AsSpan(line));
        Count(LineMarks.Duplicate, quantity, mills);
    }

    public void Flush()
    {
        to.Write(_buffer, 0, _used);
        _flushed += _used;
        _used = 0;
    }

    /// <summary>Writes a whole number and returns its length.</summary>
    internal static int Number(long value, Span<byte> at)
    {
        var length = 0;
        if (value < 0)
        {
            at[length++] = (byte)'-';
            value = -value;
        }

        var digits = 1;
        for (var rest = value; rest >= 10; rest /= 10) digits++;
        Digits(value, at.Slice(length, digits));
        return length + digits;
    }

    /// <summary>Fills the span with the last digits of the value, with leading zeros.</summary>
    internal static void Digits(long value, Span<byte> at)
    {
        var rest = (ulong)value;
        for (var i = at.Length - 1; i >= 0; i--)
        {
            at[i] = (byte)('0' + rest % 10);
            rest /= 10;
        }
    }

    private void StartLine(ReadOnlySpan<byte> middle)
    {
        _lineStart = _used;
        Append(_number.AsSpan(0, _numberLength));
        Append(middle);
    }

    private bool Count(LineMarks marks, long quantity, long mills)
    {
        if (!tally.Add(marks | _marks, quantity, mills)) return false;
        Last = _day.AddSeconds(_second);
        First ??= Last;
        if (!InvoiceKept) Orders++;
        InvoiceKept = true;
        return true;
    }

    /// <summary>Two decimals, or three where a third is needed.</summary>
    private void Price(long mills)
    {
        if (mills < 0)
        {
            _buffer[_used++] = (byte)'-';
            mills = -mills;
        }

        var whole = mills / 1000;
        var fraction = mills - whole * 1000;
        _used += Number(whole, _buffer.AsSpan(_used));
        _buffer[_used++] = (byte)'.';
        var cents = fraction / 10;
        Digits(cents, _buffer.AsSpan(_used, 2));
        _used += 2;
        if (fraction != cents * 10) _buffer[_used++] = (byte)('0' + (fraction - cents * 10));
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }
}
