using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;
using Clientele.Sales;
using Clientele.Sales.Layouts;
using Clientele.Sales.Lines;

namespace Clientele.Tables;

/// <summary>Cuts blocks of a file into cells and puts these column by column. One per thread.</summary>
/// <param name="layout">How the file is written.</param>
/// <param name="columns">Columns of the table.</param>
/// <param name="careful">Cuts every record by <see cref="FieldSplitter"/>, which says what the fast form must do.</param>
internal sealed class BlockCells(Layout layout, int columns, bool careful = false)
{
    private readonly SplitFormat _format = SplitFormat.Of(layout.Text);
    private readonly FieldList _fields = new();
    private readonly FieldIndex _index = new();
    private readonly bool _sheet = layout.Text.Container is Container.Xlsx or Container.Xls;
    private int[] _from = new int[1 << 15];
    private int[] _to = new int[1 << 15];
    private int _count;

    /// <summary>Line of each row of the last block.</summary>
    public List<long> Lines { get; } = [];

    /// <summary>Lines of the last block that were set aside.</summary>
    public List<RejectedLine> Rejected { get; } = [];

    /// <summary>Cuts all records; one that has another shape than the table, or damaged text, is set aside. Null when the block has no row.</summary>
    public CellBlock? Cut(Block block)
    {
        Lines.Clear();
        Rejected.Clear();
        _count = 0;

        // A line of blanks has one field: where every line has one, they are told apart by the careful form.
        var plain = !careful && block.IsPlain && block.IsUnquoted && !_sheet && !_format.BlankRuns && columns > 1 && _format.Delimiter != ' ';
        if (plain) Index(block);
        else Split(block);
        return Lines.Count == 0 ? null : new(Columns(block.Bytes, out var ends), ends, Lines.Count);
    }

    private void Index(Block block)
    {
        var (bytes, first, start) = (block.Bytes, 1, 0);
        _index.Build(bytes, block.Length, _format.Delimiter);
        var (ends, records) = (_index.FieldEnds, _index.RecordEnds);
        for (var record = 0; record < _index.Records; record++)
        {
            var (behind, feed) = (records[record], ends[records[record] - 1]);
            var last = feed > start && bytes[feed - 1] == '\r' ? feed - 1 : feed;
            var count = behind - first;

            // A delimiter at the end of every line is common; a further value is not.
            var spare = count == columns + 1 && last == ends[behind - 2] + 1;
            if (count == columns || spare)
            {
                Reserve();
                for (var q = 0; q < columns; q++)
                {
                    (_from[_count], _to[_count++]) = (start, ends[first + q]);
                    start = ends[first + q] + 1;
                }

                if (!spare) _to[_count - 1] = Math.Max(last, _from[_count - 1]);
                Lines.Add(block.FirstLine + record);
            }
            else
            {
                FieldSplitter.Split(bytes.AsSpan(0, block.Length), start, _format, _fields);
                if (_fields.Count > 0) Rejected.Add(new(block.FirstLine + record, TableProblems.Width(layout.Path, block.FirstLine + record, _fields.Count, columns)));
            }

            (first, start) = (behind, feed + 1);
        }
    }

    private void Split(Block block)
    {
        var text = block.Bytes.AsSpan(0, block.Length);
        var suspicious = !block.IsPlain && (text.Contains((byte)0) || !Utf8.IsValid(text));
        if (suspicious) DamagedBlocks.Check(layout, block);
        var line = block.FirstLine;
        for (var start = 0; start < text.Length;)
        {
            var end = FieldSplitter.Split(text, start, _format, _fields);
            var record = text[start..end.Next];
            if (_fields.Count > 0)
            {
                if (suspicious && !DamagedBlocks.IsSound(record)) Rejected.Add(new(line, TableProblems.Damaged(layout.Path, line)));
                else if (end.State != RecordState.Whole) Rejected.Add(new(line, TableProblems.TextAfterQuote(layout.Path, line)));
                else Keep(line);
            }

            line += _sheet || block.IsUnquoted ? 1 : record.Count((byte)'\n');
            start = end.Next;
        }
    }

    private void Keep(long line)
    {
        var spare = _fields.Count == columns + 1 && _fields.Start(columns) == _fields.End(columns);
        if (_fields.Count != columns && !spare)
        {
            Rejected.Add(new(line, TableProblems.Width(layout.Path, line, _fields.Count, columns)));
            return;
        }

        Reserve();
        for (var q = 0; q < columns; q++)
        {
            // Pairs of quotes in a quoted cell mean one: told by the sign.
            (_from[_count], _to[_count++]) = (_fields.Start(q), _fields.Quoted(q) ? ~_fields.End(q) : _fields.End(q));
        }

        Lines.Add(line);
    }

    private byte[] Columns(byte[] text, out int[] ends)
    {
        var (length, rows) = (0, Lines.Count);
        for (var i = 0; i < _count; i++) length += (_to[i] < 0 ? ~_to[i] : _to[i]) - _from[i];
        var bytes = GC.AllocateUninitializedArray<byte>(length + CellBlock.Padding);
        ends = GC.AllocateUninitializedArray<int>(_count);
        var (at, next) = (0, 0);
        for (var q = 0; q < columns; q++)
        {
            for (var i = q; i < _count; i += columns)
            {
                var (from, to) = (_from[i], _to[i]);
                if (to >= 0) Copy(text, from, to - from, bytes, at);
                else to = from + Unpair(text.AsSpan(from, ~to - from), bytes.AsSpan(at));
                at += to - from;
                ends[next++] = at;
            }
        }

        bytes.AsSpan(at).Clear();
        return rows > 0 ? bytes : [];
    }

    // Sixteen bytes whatever the length: what is too much is written over by the next cell. Blocks have room behind their text, too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(byte[] text, int from, int length, byte[] bytes, int at)
    {
        if (length > Vector128<byte>.Count || from + Vector128<byte>.Count > text.Length) text.AsSpan(from, length).CopyTo(bytes.AsSpan(at));
        else Vector128.LoadUnsafe(ref text[from]).StoreUnsafe(ref bytes[at]);
    }

    private static int Unpair(ReadOnlySpan<byte> content, Span<byte> into)
    {
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            into[length++] = content[i];
            if (content[i] == '"' && i + 1 < content.Length && content[i + 1] == '"') i++;
        }

        return length;
    }

    private void Reserve()
    {
        if (_count + columns <= _from.Length) return;
        var most = Math.Max(_from.Length * 2, _count + columns);
        Array.Resize(ref _from, most);
        Array.Resize(ref _to, most);
    }
}
