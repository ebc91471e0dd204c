using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Clientele.Sales.Layouts;

namespace Clientele.Sales.Lines;

/// <summary>Reads quantity, money, date and the printed form of ids of one record; counts what they prove about the layout.</summary>
internal sealed class ValueParser(Layout layout)
{
    private const long UnitsPerPiece = 1_000_000;
    private const int UnitScale = 6;

    // Decimals that need no closer look, one bit each: three could be a mark of thousands, and quantities are kept in millionths. 63 stands for -1.
    private const ulong PlainQuantity = 0b0111_0111;
    private const ulong PlainPaid = 0b1111_0111;

    private readonly int _quantity = layout[Role.Quantity];
    private readonly MoneySource _money = layout.Money;

    // The column that money comes from: a price or an amount.
    private readonly int _paid = layout.Money switch { MoneySource.Amount => layout[Role.Amount], MoneySource.None => -1, _ => layout[Role.Price] };
    private readonly bool _isProduct = layout.Money == MoneySource.QuantityTimesPrice;
    private readonly bool _pairs = FastNumbers.IsSupported && layout[Role.Quantity] >= 0 && layout.Money != MoneySource.None;
    private readonly int _date = layout[Role.Date];
    private readonly int _time = layout[Role.Time];
    private readonly NumberNotation _numbers = layout.Numbers;
    private readonly byte _mark = (byte)layout.Numbers.Decimal;
    private readonly DateNotation _dates = layout.Dates ?? new DateNotation(DateOrder.YearMonthDay);
    private readonly bool _floatCustomers = layout.FloatCustomerIds;
    private readonly bool _floatInvoices = layout.FloatInvoiceIds;
    private ulong _latestCurrency;
    private readonly byte[] _joined = new byte[128];
    private LayoutEvidence _evidence;

    public ref readonly LayoutEvidence Evidence => ref _evidence;

    /// <summary>Fills units and money of up to <see cref="RecordStrip.Most"/> records side by side, as <see cref="Amounts(in RecordView, ref SalesLine)"/> does.</summary>
    /// <param name="bytes">The block's bytes.</param>
    /// <param name="ends">Where the first record's first field ends.</param>
    /// <param name="columns">Fields of each record.</param>
    /// <param name="lines">The records' lines, placed.</param>
    /// <param name="count">How many.</param>
    public unsafe void Amounts(byte[] bytes, int* ends, int columns, SalesLine* lines, int count)
    {
        var values = stackalloc ulong[2 * RecordStrip.Most];
        var scales = stackalloc long[2 * RecordStrip.Most];
        if (_pairs)
        {
            fixed (byte* text = bytes)
            {
                RecordStrip.Words(text, ends + _quantity, columns, _quantity == columns - 1, lines, count, values);
                RecordStrip.Words(text, ends + _paid, columns, _paid == columns - 1, lines, count, values + RecordStrip.Most);
            }

            FastNumbers.Parse(values, count, _mark, values, scales);
            FastNumbers.Parse(values + RecordStrip.Most, count, _mark, values + RecordStrip.Most, scales + RecordStrip.Most);
        }

        var (isProduct, proofs) = (_isProduct, 0);
        for (var i = 0; i < count; i++, lines++)
        {
            var (quantityScale, paidScale) = ((int)scales[i], (int)scales[RecordStrip.Most + i]);
            if (!_pairs || ((PlainQuantity >> quantityScale) & (PlainPaid >> paidScale) & 1) == 0)
            {
                Amounts(new RecordView(bytes, ref ends[i * columns], lines->Start + lines->Length, columns - 1), ref *lines);
                continue;
            }

            var (quantity, paid) = (values[i], values[RecordStrip.Most + i]);
            proofs += (quantityScale > 0 ? 1 : 0) + (paidScale > 0 ? 1 : 0);
            lines->Units = (long)quantity * LineMoney.Power(UnitScale - quantityScale);
            lines->Money = isProduct ? LineMoney.OfPlain(quantity * paid, quantityScale + paidScale) : LineMoney.OfPlain(paid, paidScale);
            lines->Facts = (quantity == 0 ? LineFacts.QuantityNotPositive : 0) | (paid == 0 ? LineFacts.PriceNotPositive : 0);
        }

        if (_mark == (byte)'.') _evidence.PointProofs += proofs;
        else _evidence.CommaProofs += proofs;
    }

    /// <summary>Fills units and money; marks the line unreadable where a value is not one. Money that can be read counts even then.</summary>
    public void Amounts(in RecordView record, ref SalesLine line)
    {
        long quantity = 1, paid = 0;
        int quantityScale = 0, paidScale = 0;
        if (_quantity >= 0 && !Number(in record, _quantity, out quantity, out quantityScale)) Fail(ref line, LineFault.Quantity, _quantity);
        line.Units = Units(quantity, quantityScale);
        if (quantity <= 0 && _quantity >= 0) line.Facts |= LineFacts.QuantityNotPositive;
        if (_paid < 0) return;
        if (!Number(in record, _paid, out paid, out paidScale))
        {
            Fail(ref line, _money == MoneySource.Amount ? LineFault.Amount : LineFault.Price, _paid);
        }
        else if (line.Fault == LineFault.None)
        {
            if (_money != MoneySource.QuantityTimesPrice) (quantity, quantityScale) = (1, 0);
            if (!LineMoney.TryMultiply(quantity, quantityScale, paid, paidScale, out line.Money)) Fail(ref line, LineFault.TooLarge, _paid);
            if (paid <= 0) line.Facts |= LineFacts.PriceNotPositive;
        }
    }

    /// <summary>Reads the time of sale; false when it is none.</summary>
    public bool Time(in RecordView record, out long ticks)
    {
        ticks = 0;
        return _date < 0 || Date(in record, out ticks);
    }

    /// <summary>Marks a line whose date could not be read.</summary>
    public void FailDate(ref SalesLine line) => Fail(ref line, LineFault.Date, _date);

    /// <summary>What a run's first line proves, every further one proves again.</summary>
    public void AddAgain(in LayoutEvidence before, in LayoutEvidence after, int times) => _evidence.AddAgain(in before, in after, times);

    /// <summary>Length of a customer id without a printed <c>.0</c> and without blanks-only ids.</summary>
    public int CustomerLength(byte[] bytes, int start, int length)
    {
        length = IdLength(bytes, start, length, _floatCustomers, out var floated);
        if (length == 0) return 0;
        if (floated) _evidence.FloatCustomerIds++;
        else _evidence.OtherCustomerIds++;
        return length;
    }

    public int InvoiceLength(byte[] bytes, int start, int length)
    {
        length = IdLength(bytes, start, length, _floatInvoices, out var floated);
        if (length == 0) return 0;
        if (floated) _evidence.FloatInvoiceIds++;
        else _evidence.OtherInvoiceIds++;
        return length;
    }

    /// <summary>Notes the currency of a line; most often it is that of the line before.</summary>
    /// <param name="hash">Hash of the text.</param>
    /// <param name="text">The text.</param>
    public void ObserveCurrency(ulong hash, ReadOnlySpan<byte> text)
    {
        if (hash == _latestCurrency) return;
        _latestCurrency = hash;
        NumberEvidence.ObserveCurrency(text, ref _evidence);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IdLength(byte[] bytes, int start, int length, bool strip, out bool floated)
    {
        floated = length > 2 && bytes[start + length - 1] == (byte)'0' && bytes[start + length - 2] == (byte)'.' && AllDigits(bytes, start, length - 2);
        if (floated) return strip ? length - 2 : length;
        if (length > 0 && bytes[start] <= (byte)' ' && IsBlank(bytes.AsSpan(start, length))) return 0;
        return length;
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.Trim(" \t"u8).IsEmpty;

    private static bool AllDigits(byte[] bytes, int start, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if ((uint)bytes[start + i] - '0' > 9) return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Number(in RecordView record, int column, out long mantissa, out int scale)
    {
        var start = record.Field(column, out var length);
        ref var text = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(record.Bytes), start);
        if (FastNumber.TryParse(ref text, length, _mark, out mantissa, out scale))
        {
            if (scale > 0) Prove(ref text, length, scale);
            return true;
        }

        return ThoroughNumber(record.Bytes.AsSpan(start, length), out mantissa, out scale);
    }

    /// <summary>Notes what a plain number with a decimal mark says about the mark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Prove(ref byte text, int length, int scale)
    {
        if (FastNumber.CouldBeGrouped(ref text, length, scale)) _evidence.UndecidedNumbers++;
        else if (_mark == (byte)'.') _evidence.PointProofs++;
        else _evidence.CommaProofs++;
    }

    private bool ThoroughNumber(ReadOnlySpan<byte> field, out long mantissa, out int scale)
    {
        mantissa = 0;
        scale = 0;
        if (field.Length >= 2 && field[0] == (byte)'"') field = field[1..^1];
        NumberEvidence.Observe(field, ref _evidence); // also of what cannot be read: it may prove another decimal mark
        if (!NumberParser.TryParse(field, _numbers, out var wide, out scale)) return false;
        while (scale > 0 && wide % 10 == 0)
        {
            wide /= 10;
            scale--;
        }

        if (wide > long.MaxValue || wide < -long.MaxValue) return false;
        mantissa = (long)wide;
        return true;
    }

    private bool Date(in RecordView record, out long ticks)
    {
        var start = record.Field(_date, out var length);
        if (_time >= 0) return JoinedDate(in record, out ticks);
        if (FastDate.TryParse(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(record.Bytes), start), length, _dates.Order, out ticks, ref _evidence)) return true;
        var field = record.Bytes.AsSpan(start, length);
        if (field.Length >= 2 && field[0] == (byte)'"') field = field[1..^1];
        return DateParser.TryParse(field, _dates, out ticks, ref _evidence);
    }

    /// <summary>Date and time of day from two columns.</summary>
    private bool JoinedDate(in RecordView record, out long ticks)
    {
        ticks = 0;
        var date = Unquoted(in record, _date);
        var time = Unquoted(in record, _time);
        if (date.Length + 1 + time.Length > _joined.Length) return false;
        date.CopyTo(_joined);
        var length = date.Length;
        if (!time.IsEmpty)
        {
            _joined[length++] = (byte)' ';
            time.CopyTo(_joined.AsSpan(length));
            length += time.Length;
        }

        return DateParser.TryParse(_joined.AsSpan(0, length), _dates, out ticks, ref _evidence);
    }

    private static ReadOnlySpan<byte> Unquoted(in RecordView record, int column)
    {
        var start = record.Field(column, out var length);
        var field = record.Bytes.AsSpan(start, length);
        return field.Length >= 2 && field[0] == (byte)'"' ? field[1..^1] : field;
    }

    /// <summary>Millionths of a piece, saturated: only a feature, never money.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Units(long quantity, int scale)
    {
        if (scale == 0 && quantity is < 1_000_000_000 and > -1_000_000_000) return quantity * UnitsPerPiece;
        if (scale <= 6 && quantity is < 1_000_000_000_000 and > -1_000_000_000_000) return quantity * (long)Money.PowerOfTen(6 - scale);
        return (long)Math.Clamp(Math.Round(quantity / Math.Pow(10, scale) * UnitsPerPiece), -9e18, 9e18);
    }

    private static void Fail(ref SalesLine line, LineFault fault, int column)
    {
        if (line.Fault != LineFault.None) return;
        line.Facts |= LineFacts.Unreadable;
        line.Fault = fault;
        line.FaultColumn = (short)column;
    }
}
