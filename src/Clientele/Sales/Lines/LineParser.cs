using System.Numerics;
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
    private readonly bool _wordy;
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
        _wordy = facts.LooksAtProducts || facts.LooksAtUnits || _names is not null || _categories is not null;
    }

    /// <summary>Whether equal fields in two files give equal customers, invoices and times.</summary>
    public static bool ReadsAlike(Layout a, Layout b) =>
        a.FloatCustomerIds == b.FloatCustomerIds && a.FloatInvoiceIds == b.FloatInvoiceIds && Equals(a.Dates, b.Dates)
        && SameName(a, b, Role.Customer) && SameName(a, b, Role.Invoice) && SameName(a, b, Role.Date) && SameName(a, b, Role.Time);

    /// <summary>What the lines parsed so far say about the layout.</summary>
    public ref readonly LayoutEvidence Evidence => ref _values.Evidence;

    /// <summary>Parses all records of a block.</summary>
    public unsafe void Parse(Block block, FieldIndex index, SalesBatch batch)
    {
        index.Build(block.Bytes, block.Length, _layout.Text.Delimiter);
        block.BeginAppending();
        batch.Begin(index.Records);
        _repeatable = false;
        var suspicious = IsSuspicious(block);
        if (suspicious) DamagedBlocks.Check(_layout, block);
        var most = _sameColumns && !suspicious && _columns > 1 ? RecordStrip.Most : 0;
        fixed (byte* text = block.Bytes)
        fixed (int* ends = index.FieldEnds)
        {
            var (field, lineOffset) = (1, 0);
            for (var record = 0; record < index.Records;)
            {
                var usual = index.Alike(record, field, _columns, most);
                if (usual > 0)
                {
                    ParseStrip(block, text, ends + field, usual, lineOffset, batch);
                    record += usual;
                    lineOffset += usual;
                    field += usual * _columns;
                    continue;
                }

                var next = index.RecordEnds[record];
                var (start, feed) = (ends[field - 1] + 1, ends[next - 1]);
                var end = feed > start && text[feed - 1] == '\r' ? feed - 1 : feed;
                var mark = index.Marks[record++];
                if (IsBlank(block.Bytes, start, end, next - field))
                {
                    batch.EmptyLines++;
                }
                else
                {
                    ref var line = ref batch.Lines[batch.Count++];
                    line = new SalesLine { Start = start, Length = end - start, LineOffset = lineOffset, Category = -1, Bucket = -1 };
                    ParseRecord(block, batch, ref line, ref ends[field], next - field, mark, suspicious);
                }

                lineOffset++;
                if (mark != 0 && !_rowNumbers)
                {
                    var breaks = block.Bytes.AsSpan(start, feed - start).Count((byte)'\n');
                    lineOffset += breaks;
                    if (breaks > TallBreaks) batch.TallRecords++;
                }

                field = next;
            }
        }

        EndRun(batch);
    }

    private static bool IsSuspicious(Block block)
    {
        var text = block.Bytes.AsSpan(0, block.Length);
        return !block.IsPlain && (text.IndexOf((byte)0) >= 0 || !Utf8.IsValid(text));
    }

    private static bool SameName(Layout a, Layout b, Role role) =>
        a[role] < 0 ? b[role] < 0 : b[role] >= 0 && string.Equals(a.Columns[a[role]], b.Columns[b[role]], StringComparison.Ordinal);

    private static bool IsBlank(byte[] bytes, int start, int end, int fields) =>
        end == start || (fields == 1 && bytes.AsSpan(start, end - start).Trim(" \t"u8).IsEmpty);

    /// <summary>A record that is not as they usually are: quoted, of another width, damaged, or of a file with other columns.</summary>
    private void ParseRecord(Block block, SalesBatch batch, ref SalesLine line, ref int ends, int fields, byte mark, bool suspicious)
    {
        var bytes = block.Bytes;
        var (end, at) = (line.Start + line.Length, batch.Count - 1);
        var surplus = fields == _columns + 1 && Unsafe.Add(ref ends, _columns - 1) + 1 == end; // a delimiter behind the last field
        if (mark == 0 && _sameColumns)
        {
            _hash.Line(ref bytes[line.Start], surplus ? line.Length - 1 : line.Length, out batch.Hashes[at], out batch.UpperHashes[at]);
        }
        else
        {
            var canonical = _canonical.Write(bytes, ref ends, fields, line.Start);
            _hash.Line(ref MemoryMarshal.GetReference(canonical), canonical.Length, out batch.Hashes[at], out batch.UpperHashes[at]);
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

        ParseFields(block, batch, ref line, new RecordView(bytes, ref ends, end, fields - 1), ref ends);
    }

    private void ParseFields(Block block, SalesBatch batch, ref SalesLine line, in RecordView record, ref int ends)
    {
        var at = batch.Count - 1;
        _values.Amounts(in record, ref line);
        var (start, length) = (0, 0);
        if (_product >= 0) start = Text(block, in record, _product, out length);
        batch.Products[at] = length > 0 ? _hash.Id(ref block.Bytes[start], length) : 0;
        if (_wordy) ParseWords(block, batch, at, in record, start, length);
        Run(block, batch, at, in record, ref ends);
    }

    /// <summary>Adds a line to its run, or begins one.</summary>
    private void Run(Block block, SalesBatch batch, int line, in RecordView record, ref int ends)
    {
        if (!_repeatable || !_repeated.Repeats(ref MemoryMarshal.GetArrayDataReference(block.Bytes), ref ends)) Begin(block, batch, line, in record, ref ends);
        batch.Runs[batch.RunCount - 1].Count++;
    }

    private void Begin(Block block, SalesBatch batch, int line, in RecordView record, ref int ends)
    {
        EndRun(batch);
        ReadRun(block, in record, ref batch.BeginRun(line));
        _repeated.Begin(ref ends);
        _repeatable = true;
    }

    /// <summary>What only some runs look at: words of products, names, categories, large quantities.</summary>
    private void ParseWords(Block block, SalesBatch batch, int at, in RecordView record, int start, int length)
    {
        ref var line = ref batch.Lines[at];
        var product = batch.Products[at];
        if (_facts.LooksAtProducts && _product >= 0) line.Facts |= _facts.OfProduct(block.Bytes.AsSpan(start, length));
        if (_facts.LooksAtUnits) line.Facts |= LineFactsRules.OfUnits(line.Units);
        if (_names is not null) batch.Name(at, _product >= 0 && length == 0 ? -1 : Name(_names, block, in record, product, start, length));
        if (_categories is not null) line.Category = Number(_categories, block, in record, _category);
    }

    /// <summary>Records without quotes and as wide as the header, step by step: each step is a short loop that needs few things.</summary>
    private unsafe void ParseStrip(Block block, byte* text, int* ends, int count, int lineOffset, SalesBatch batch)
    {
        var first = batch.Count;
        batch.Count += count;
        fixed (SalesLine* lines = &batch.Lines[first])
        fixed (ulong* low = &batch.Hashes[first], high = &batch.UpperHashes[first], products = &batch.Products[first])
        {
            RecordStrip.Place(text, ends, _columns, count, lineOffset, lines);
            RecordStrip.Hash(text, _hash, lines, count, low, high);
            _values.Amounts(block.Bytes, ends, _columns, lines, count);
            if (_product >= 0) RecordStrip.Ids(text, ends + _product, _columns, _product == _columns - 1, _hash, lines, count, products);
            else new Span<ulong>(products, count).Clear();
        }

        if (_wordy)
        {
            for (var i = 0; i < count; i++)
            {
                var record = View(block, batch, first + i, ends + i * _columns);
                var (start, length) = (0, 0);
                if (_product >= 0) start = record.Field(_product, out length);
                ParseWords(block, batch, first + i, in record, start, length);
            }
        }

        Runs(block, text, ends, count, first, batch);
    }

    /// <summary>Deals records side by side out to runs.</summary>
    private unsafe void Runs(Block block, byte* text, int* ends, int count, int first, SalesBatch batch)
    {
        var changes = _repeated.Changes(text, ends, _columns, count) | (_repeatable ? 0UL : 1UL);
        for (var at = 0; at < count;)
        {
            if (((changes >> at) & 1) != 0) Begin(block, batch, first + at, View(block, batch, first + at, ends + at * _columns), ref ends[at * _columns]);
            var beyond = at == RecordStrip.Most - 1 ? 0 : changes >> (at + 1);
            var lines = Math.Min(count - at, beyond == 0 ? count : BitOperations.TrailingZeroCount(beyond) + 1);
            batch.Runs[batch.RunCount - 1].Count += lines;
            at += lines;
        }
    }

    private unsafe RecordView View(Block block, SalesBatch batch, int line, int* ends) =>
        new(block.Bytes, ref *ends, batch.Lines[line].Start + batch.Lines[line].Length, _columns - 1);

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

    /// <summary>Sums the lines of the run up. What the first of them proved about the layout, the others prove as well.</summary>
    private void EndRun(SalesBatch batch)
    {
        if (!_repeatable) return;
        ref var run = ref batch.Runs[batch.RunCount - 1];
        if (run.NoDate)
        {
            foreach (ref var line in batch.Lines.AsSpan(run.First, run.Count)) _values.FailDate(ref line);
        }

        batch.Sum(ref run);
        if (run.Count > 1) _values.AddAgain(in _before, in _after, run.Count - 1);
        _repeatable = false;
    }

    /// <summary>A record that is none: a run of its own.</summary>
    private void Stray(SalesBatch batch, ref SalesLine line, LineFault fault, int column)
    {
        EndRun(batch);
        ref var run = ref batch.BeginRun(batch.Count - 1);
        run.Count = 1;
        batch.Products[batch.Count - 1] = 0;
        line.Facts |= LineFacts.Unreadable;
        line.Fault = fault;
        line.FaultColumn = (short)Math.Min(column, short.MaxValue);
        batch.Sum(ref run);
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
