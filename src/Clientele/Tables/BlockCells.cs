using System.Text.Unicode;
using Clientele.Sales;
using Clientele.Sales.Layouts;
using Clientele.Sales.Lines;

namespace Clientele.Tables;

/// <summary>The cells of one block, column by column. One per thread, filled again for every block.</summary>
internal sealed class BlockCells
{
    private readonly Layout _layout;
    private readonly SplitFormat _format;
    private readonly FieldList _fields = new();
    private readonly bool _sheet;

    public BlockCells(Layout layout, int columns)
    {
        (_layout, _format) = (layout, SplitFormat.Of(layout.Text));
        _sheet = layout.Text.Container is Container.Xlsx or Container.Xls;
        Columns = new Cells[columns];
        for (var q = 0; q < columns; q++) Columns[q] = new Cells();
    }

    public Cells[] Columns { get; }

    /// <summary>Line of each row.</summary>
    public List<long> Lines { get; } = [];

    /// <summary>Lines that were set aside.</summary>
    public List<RejectedLine> Rejected { get; } = [];

    /// <summary>Cuts all records; one that has another shape than the table, or damaged text, is set aside.</summary>
    public void Cut(Block block)
    {
        Lines.Clear();
        Rejected.Clear();
        foreach (var column in Columns) column.Clear();
        var text = block.Bytes.AsSpan(0, block.Length);
        var suspicious = !block.IsPlain && (text.Contains((byte)0) || !Utf8.IsValid(text));
        if (suspicious) DamagedBlocks.Check(_layout, block);
        var line = block.FirstLine;
        for (var start = 0; start < text.Length;)
        {
            var end = FieldSplitter.Split(text, start, _format, _fields);
            var record = text[start..end.Next];
            if (_fields.Count > 0)
            {
                if (suspicious && !DamagedBlocks.IsSound(record)) Rejected.Add(new(line, TableProblems.Damaged(_layout.Path, line)));
                else if (end.State != RecordState.Whole) Rejected.Add(new(line, TableProblems.TextAfterQuote(_layout.Path, line)));
                else Keep(text, line);
            }

            line += _sheet || block.IsUnquoted ? 1 : record.Count((byte)'\n');
            start = end.Next;
        }
    }

    private void Keep(ReadOnlySpan<byte> text, long line)
    {
        // A delimiter at the end of every line is common; a further value is not.
        var (fields, count) = (_fields, Columns.Length);
        var spare = fields.Count == count + 1 && fields.Start(count) == fields.End(count);
        if (fields.Count != count && !spare)
        {
            Rejected.Add(new(line, TableProblems.Width(_layout.Path, line, fields.Count, count)));
            return;
        }

        for (var q = 0; q < count; q++)
        {
            if (!Columns[q].Add(text[fields.Start(q)..fields.End(q)], fields.Quoted(q))) throw TableProblems.TooLarge(_layout.Path, line, _layout.Columns[q]);
        }

        Lines.Add(line);
    }
}
