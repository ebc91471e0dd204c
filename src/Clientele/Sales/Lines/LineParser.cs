using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using Clientele.Sales.Kept;

namespace Clientele.Sales.Lines;

/// <summary>Turns the blocks of one file into parsed lines. One per thread and file.</summary>
internal sealed class LineParser
{
    private const int TallBreaks = 10;

    private readonly Layout _layout;
    private readonly KeyedHash _hash;
    private readonly CanonicalRecord _canonical;
    private readonly LineFactsRules _facts;
    private readonly ValueParser _values;
    private readonly TextNumbersCache? _countries;
    private readonly TextNumbersCache? _stores;
    private readonly TextNumbersCache? _categories;
    private readonly NamePairCache? _names;
    private readonly RepeatedFields _repeated;
    private readonly int _columns;
    private readonly bool _rowNumbers;
    private readonly bool _sameColumns;
    private readonly int _customer;
    private readonly int _invoice;
    private readonly int _product;
    private readonly int _description;
    private readonly int _status;
    private readonly int _currency;
    private readonly int _country;
    private readonly int _store;
    private readonly int _category;
    private LayoutEvidence _before;
    private LayoutEvidence _after;
    private bool _repeatable;

    /// <summary>Prepares for one file.</summary>
    /// <param name="layout">What was understood about it.</param>
    /// <param name="all">All files, for equal lines in files of other columns.</param>
    /// <param name="hash">Of lines and ids.</param>
    /// <param name="facts">Rules that look at words.</param>
    /// <param name="texts">Countries, stores and categories.</param>
    /// <param name="names">Receives the names of products; null: nobody asks for them.</param>
    public LineParser(Layout layout, IReadOnlyList<Layout> all, KeyedHash hash, LineFactsRules facts, FacetTexts texts, NamePairs? names)
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
        _description = layout[Role.Description];
        _status = layout[Role.Status];
        _currency = layout[Role.Currency];
        _country = layout[Role.Country];
        _store = layout[Role.Store];
        _category = layout[Role.Category];
        _repeated = new RepeatedFields(new int[] { _customer, _invoice, layout[Role.Date], layout[Role.Time], _status, _currency, _country, _store });
        if (_country >= 0) _countries = new TextNumbersCache(texts.Countries);
        if (_store >= 0) _stores = new TextNumbersCache(texts.Stores);
        if (names is not null) _names = new NamePairCache(names);
        if (_category >= 0) _categories = new TextNumbersCache(texts.Categories);
    }

    /// <summary>Whether equal fields in two files give equal customers, invoices and times.</summary>
    public static bool ReadsAlike(Layout a, Layout b) =>
        a.FloatCustomerIds == b.FloatCustomerIds && a.FloatInvoiceIds == b.FloatInvoiceIds && Equals(a.Dates, b.Dates)
        && SameName(a, b, Role.Customer) && SameName(a, b, Role.Invoice) && SameName(a, b, Role.Date) && SameName(a, b, Role.Time);

    /// <summary>What the lines parsed so far say about the layout.</summary>
    public ref readonly LayoutEvidence Evidence => ref _values.Evidence;

    /// <summary>Parses all records of a block.</summary>
    public void Parse(Block block, FieldIndex index, SalesBatch batch)
    {
        index.Build(block.Bytes, block.Length, _layout.Text.Delimiter, !block.IsUnquoted);
        block.BeginAppending();
        batch.Clear();
        _repeatable = false;
        var text = block.Bytes.AsSpan(0, block.Length);
        var suspicious = !block.IsPlain && (text.IndexOf((byte)0) >= 0 || !Utf8.IsValid(text));
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
                ParseRecord(block, batch, ref line, ref Unsafe.Add(ref ends, field), fields, end, marks[record], suspicious);
            }

            lineOffset++;
            if (marks[record] != 0 && !_rowNumbers)
            {
                var breaks = text[start..feed].Count((byte)'\n');
                lineOffset += breaks;
                if (breaks > TallBreaks) batch.TallRecords++;
            }

            field = next;
            start = feed + 1;
        }

        EndRun(batch);
    }

    private static bool SameName(Layout a, Layout b, Role role) =>
        a[role] < 0 ? b[role] < 0 : b[role] >= 0 && string.Equals(a.Columns[a[role]], b.Columns[b[role]], StringComparison.Ordinal);

    private static bool IsBlank(byte[] bytes, int start, int end, int fields) =>
        end == start || (fields == 1 && bytes.AsSpan(start, end - start).Trim(" \t"u8).IsEmpty);

    private void ParseRecord(Block block, SalesBatch batch, ref SalesLine line, ref int ends, int fields, int end, byte mark, bool suspicious)
    {
        var bytes = block.Bytes;
        ref var text = ref bytes[0];
        line.Category = -1;
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
            Stray(batch, ref line, fields < _columns ? LineFault.TooFewColumns : LineFault.TooManyColumns, fields);
            return;
        }

        if ((mark & FieldIndex.Malformed) != 0 || (suspicious && !DamagedBlocks.IsSound(bytes.AsSpan(line.Start, line.Length))))
        {
            Stray(batch, ref line, (mark & FieldIndex.Malformed) != 0 ? LineFault.TextAfterQuote : LineFault.DamagedText, 0);
            return;
        }

        var record = new RecordView(bytes, ref ends, line.Start, end, fields);
        _values.Amounts(in record, ref line);
        ref var run = ref batch.Runs[Math.Max(0, batch.RunCount - 1)];
        if (_repeatable && _repeated.Repeats(ref text, ref ends, line.Start))
        {
            run.Count++;
        }
        else
        {
            EndRun(batch);
            run = ref batch.BeginRun();
            ReadRun(block, in record, ref run);
            _repeated.Begin(ref ends, line.Start);
            _repeatable = true;
        }

        if (run.NoDate) _values.FailDate(ref line);
        if (_product >= 0)
        {
            var at = Text(block, in record, _product, out var length);
            if (length > 0) line.Product = _hash.Id(ref block.Bytes[at], length);
            if (_facts.LooksAtProducts) line.Facts |= _facts.OfProduct(block.Bytes.AsSpan(at, length));
            if (_names is not null) batch.Name(length == 0 ? -1 : Name(_names, block, in record, line.Product, at, length));
        }
        else if (_names is not null)
        {
            batch.Name(Name(_names, block, in record, 0, 0, 0));
        }

        line.Facts |= run.Facts;
        if (line.Money.Sign < 0 || (line.Facts & LineFacts.Cancelled) != 0) line.Facts |= LineFacts.Returned;
        line.Facts |= _facts.OfAmounts(in line);
        if (_categories is not null) line.Category = Number(_categories, block, in record, _category);
    }

    /// <summary>Reads what all lines of a run share.</summary>
    private void ReadRun(Block block, in RecordView record, ref SalesRun run)
    {
        _before = _values.Evidence;
        run.NoDate = !_values.Time(in record, out run.Ticks);
        if (_customer >= 0)
        {
            var at = Text(block, in record, _customer, out var length);
            length = _values.CustomerLength(block.Bytes, at, length);
            run.CustomerStart = at;
            run.CustomerLength = length;
            if (length == 0) run.Facts |= LineFacts.NoCustomer;
            else run.Customer = _hash.Id(ref block.Bytes[at], length);
        }

        if (_invoice >= 0)
        {
            var at = Text(block, in record, _invoice, out var length);
            length = _values.InvoiceLength(block.Bytes, at, length);
            if (length > 0)
            {
                run.Invoice = _hash.Id(ref block.Bytes[at], length);
                if (LineFactsRules.IsCancelled(block.Bytes, at, length)) run.Facts |= LineFacts.Cancelled;
            }
        }

        if (_currency >= 0)
        {
            var at = Text(block, in record, _currency, out var length);
            _values.ObserveCurrency(_hash.Id(ref block.Bytes[at], length), block.Bytes.AsSpan(at, length));
        }

        if (_status >= 0) run.Facts |= OfStatus(block, in record);
        if (_countries is not null) run.Country = Number(_countries, block, in record, _country);
        if (_stores is not null) run.Store = Number(_stores, block, in record, _store);
        if (run.Invoice == 0) run.Invoice = (ulong)(run.Ticks / TimeSpan.TicksPerDay) + 1;
        run.Key = _hash.Pair(run.Customer, run.Invoice);
        _after = _values.Evidence;
    }

    /// <summary>What the first line of the run proved about the layout, the others prove as well.</summary>
    private void EndRun(SalesBatch batch)
    {
        if (_repeatable && batch.Runs[batch.RunCount - 1].Count is > 1 and var lines) _values.AddAgain(in _before, in _after, lines - 1);
        _repeatable = false;
    }

    /// <summary>A record that is none: a run of its own.</summary>
    private void Stray(SalesBatch batch, ref SalesLine line, LineFault fault, int column)
    {
        EndRun(batch);
        batch.BeginRun();
        line.Facts |= LineFacts.Unreadable;
        line.Fault = fault;
        line.FaultColumn = (short)Math.Min(column, short.MaxValue);
    }

    private LineFacts OfStatus(Block block, in RecordView record)
    {
        var at = Text(block, in record, _status, out var length);
        return length == 0 ? LineFacts.None : _facts.OfStatus(_hash.Id(ref block.Bytes[at], length), block.Bytes.AsSpan(at, length));
    }

    private int Number(TextNumbersCache numbers, Block block, in RecordView record, int column)
    {
        var at = Text(block, in record, column, out var length);
        return length == 0 ? -1 : numbers.Of(_hash.Id(ref block.Bytes[at], length), block.Bytes, at, length);
    }

    /// <summary>The number of the line's product code and description.</summary>
    private int Name(NamePairCache names, Block block, in RecordView record, ulong code, int at, int length)
    {
        var (start, count) = (0, 0);
        if (_description >= 0) start = Text(block, in record, _description, out count);
        var described = count == 0 ? 0 : _hash.Id(ref block.Bytes[start], count);
        return names.Of(_hash.Pair(code, described), block.Bytes.AsSpan(at, length), block.Bytes.AsSpan(start, count));
    }

    /// <summary>Where a field's text stands without quotes; doubled quotes are undone beyond the block's text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Text(Block block, in RecordView record, int column, out int length)
    {
        var start = record.Field(column, out length);
        return length == 0 || block.Bytes[start] != (byte)'"' ? start : Unquoted(block, start, ref length);
    }

    private int Unquoted(Block block, int start, ref int length)
    {
        var field = block.Bytes.AsSpan(start, length);
        if (length < 2 || field[^1] != (byte)'"') return start;
        length -= 2;
        if (field[1..^1].IndexOf((byte)'"') < 0) return start + 1;
        var plain = _canonical.Plain(field);
        length = plain.Length;
        return block.Append(plain);
    }
}
