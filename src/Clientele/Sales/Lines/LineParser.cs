using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Clientele.Sales.Lines;

/// <summary>Turns the blocks of one file into parsed lines. One per thread and file.</summary>
internal sealed class LineParser
{
    private readonly Layout _layout;
    private readonly KeyedHash _hash;
    private readonly CanonicalRecord _canonical;
    private readonly LineFactsRules _facts;
    private readonly ValueParser _values;
    private readonly TextNumbersCache? _countries;
    private readonly TextNumbersCache? _stores;
    private readonly TextNumbersCache? _categories;
    private readonly int _columns;
    private readonly bool _rowNumbers;
    private readonly bool _sameColumns;
    private readonly int _customer;
    private readonly int _invoice;
    private readonly int _product;
    private readonly int _status;
    private readonly int _currency;
    private readonly int _country;
    private readonly int _store;
    private readonly int _category;

    public LineParser(Layout layout, IReadOnlyList<Layout> all, in KeyedHash hash, LineFactsRules facts, FacetTexts texts)
    {
        _layout = layout;
        _hash = hash;
        _canonical = new CanonicalRecord(layout, all);
        _sameColumns = _canonical.IsIdentity;
        _facts = facts;
        _values = new ValueParser(layout);
        _columns = layout.Columns.Count;
        _rowNumbers = layout.Text.Container is Container.Xlsx or Container.Xls;
        _customer = layout[Role.Customer];
        _invoice = layout[Role.Invoice];
        _product = layout[Role.Product];
        _status = layout[Role.Status];
        _currency = layout[Role.Currency];
        _country = layout[Role.Country];
        _store = layout[Role.Store];
        _category = layout[Role.Category];
        if (_country >= 0) _countries = new TextNumbersCache(texts.Countries);
        if (_store >= 0) _stores = new TextNumbersCache(texts.Stores);
        if (_category >= 0) _categories = new TextNumbersCache(texts.Categories);
    }

    /// <summary>What the lines parsed so far say about the layout.</summary>
    public ref readonly LayoutEvidence Evidence => ref _values.Evidence;

    /// <summary>Parses all records of a block.</summary>
    public void Parse(Block block, FieldIndex index, SalesBatch batch)
    {
        index.Build(block.Bytes, block.Length, _layout.Text.Delimiter);
        block.BeginAppending();
        batch.Count = 0;
        batch.EmptyLines = 0;
        var text = block.Bytes.AsSpan(0, block.Length);
        var suspicious = text.IndexOf((byte)0) >= 0 || !Utf8.IsValid(text);
        if (suspicious) DamagedBlocks.Check(_layout, block);
        ref var ends = ref index.FieldEnds[0];
        var recordEnds = index.RecordEnds;
        var marks = index.Marks;
        var field = 0;
        var start = 0;
        var lineOffset = 0;
        for (var record = 0; record < index.Records; record++)
        {
            var next = recordEnds[record];
            var fields = next - field;
            var feed = Unsafe.Add(ref ends, next - 1);
            var end = feed > start && block.Bytes[feed - 1] == (byte)'\r' ? feed - 1 : feed;
            if (IsBlank(block.Bytes, start, end, fields))
            {
                batch.EmptyLines++;
            }
            else
            {
                ref var line = ref batch.Next();
                line.Start = start;
                line.Length = end - start;
                line.LineOffset = lineOffset;
                ParseRecord(block, ref line, ref Unsafe.Add(ref ends, field), fields, end, marks[record], suspicious);
            }

            lineOffset++;
            if (marks[record] != 0 && !_rowNumbers) lineOffset += text[start..feed].Count((byte)'\n');
            field = next;
            start = feed + 1;
        }
    }

    private static bool IsBlank(byte[] bytes, int start, int end, int fields) =>
        end == start || (fields == 1 && bytes.AsSpan(start, end - start).Trim(" \t"u8).IsEmpty);

    private void ParseRecord(Block block, ref SalesLine line, ref int ends, int fields, int end, byte mark, bool suspicious)
    {
        var bytes = block.Bytes;
        ref var text = ref bytes[0];
        line.Country = line.Store = line.Category = -1;
        var surplus = fields == _columns + 1 && Unsafe.Add(ref ends, _columns - 1) + 1 == end; // a delimiter behind the last field
        if (mark == 0 && _sameColumns)
        {
            _hash.Line(ref Unsafe.Add(ref text, line.Start), surplus ? line.Length - 1 : line.Length, out line.HashLow, out line.HashHigh);
        }
        else
        {
            var canonical = _canonical.Write(bytes, ref ends, fields, line.Start);
            _hash.Line(ref MemoryMarshal.GetReference(canonical), canonical.Length, out line.HashLow, out line.HashHigh);
        }

        if (fields != _columns && !surplus)
        {
            Fail(ref line, fields < _columns ? LineFault.TooFewColumns : LineFault.TooManyColumns, fields);
            return;
        }

        if ((mark & FieldIndex.Malformed) != 0 || (suspicious && !DamagedBlocks.IsSound(bytes.AsSpan(line.Start, line.Length))))
        {
            Fail(ref line, (mark & FieldIndex.Malformed) != 0 ? LineFault.TextAfterQuote : LineFault.DamagedText, 0);
            return;
        }

        var record = new RecordView(bytes, ref ends, line.Start, end, fields);
        _values.Parse(in record, ref line);

        if (_customer >= 0)
        {
            var field = Text(block, in record, _customer);
            var length = _values.CustomerLength(block.Bytes, field);
            line.CustomerStart = field.Start;
            line.CustomerLength = length;
            if (length == 0) line.Facts |= LineFacts.NoCustomer;
            else line.Customer = _hash.Id(ref block.Bytes[field.Start], length);
        }

        if (_invoice >= 0)
        {
            var field = Text(block, in record, _invoice);
            var length = _values.InvoiceLength(block.Bytes, field);
            if (length > 0)
            {
                line.Invoice = _hash.Id(ref block.Bytes[field.Start], length);
                if (LineFactsRules.IsCancelled(block.Bytes.AsSpan(field.Start, field.Length))) line.Facts |= LineFacts.Cancelled;
            }
        }

        if (_product >= 0)
        {
            var field = Text(block, in record, _product);
            if (field.Length > 0) line.Product = _hash.Id(ref block.Bytes[field.Start], field.Length);
            if (_facts.LooksAtProducts) line.Facts |= _facts.OfProduct(bytes.AsSpan(field.Start, field.Length));
        }

        if (_currency >= 0)
        {
            var field = Text(block, in record, _currency);
            _values.ObserveCurrency(_hash.Id(ref block.Bytes[field.Start], field.Length), block.Bytes.AsSpan(field.Start, field.Length));
        }

        if (_status >= 0) line.Facts |= OfStatus(block, Text(block, in record, _status));
        if (line.Money.Sign < 0 || (line.Facts & LineFacts.Cancelled) != 0) line.Facts |= LineFacts.Returned;
        line.Facts |= _facts.OfAmounts(in line);
        if (_countries is not null) line.Country = Number(_countries, block, Text(block, in record, _country));
        if (_stores is not null) line.Store = Number(_stores, block, Text(block, in record, _store));
        if (_categories is not null) line.Category = Number(_categories, block, Text(block, in record, _category));
        if (_invoice < 0 || line.Invoice == 0) line.Invoice = (ulong)(line.Ticks / TimeSpan.TicksPerDay) + 1;
    }

    private LineFacts OfStatus(Block block, FieldSpan field)
    {
        if (field.Length == 0) return LineFacts.None;
        var hash = _hash.Id(ref block.Bytes[field.Start], field.Length);
        return _facts.OfStatus(hash, block.Bytes.AsSpan(field.Start, field.Length));
    }

    private int Number(TextNumbersCache numbers, Block block, FieldSpan field) =>
        field.Length == 0 ? -1 : numbers.Of(_hash.Id(ref block.Bytes[field.Start], field.Length), block.Bytes.AsSpan(field.Start, field.Length));

    /// <summary>A field's text without quotes; doubled quotes are undone beyond the block's text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FieldSpan Text(Block block, in RecordView record, int column)
    {
        var field = record[column];
        if (field.Length == 0 || block.Bytes[field.Start] != (byte)'"') return field;
        return Unquoted(block, field.Start, field.Length);
    }

    private FieldSpan Unquoted(Block block, int start, int length)
    {
        var field = block.Bytes.AsSpan(start, length);
        if (length < 2 || field[^1] != (byte)'"') return new FieldSpan(start, length);
        if (field[1..^1].IndexOf((byte)'"') < 0) return new FieldSpan(start + 1, length - 2);
        return block.Append(_canonical.Plain(field));
    }

    private static void Fail(ref SalesLine line, LineFault fault, int column)
    {
        line.Facts |= LineFacts.Unreadable;
        line.Fault = fault;
        line.FaultColumn = (short)Math.Min(column, short.MaxValue);
    }
}
