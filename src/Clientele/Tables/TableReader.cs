using System.Text.Unicode;
using Clientele.Sales;
using Clientele.Sales.Files;
using Clientele.Sales.Layouts;
using Clientele.Sales.Lines;

namespace Clientele.Tables;

/// <summary>Reads any table: delimited text in any usual notation, plain or .gz, an .xlsx or .xls sheet, or standard input.</summary>
public static class TableReader
{
    /// <summary>All rows. A row with too few or too many fields, or damaged text, is an error: a table has one shape.</summary>
    /// <param name="path">File, or <c>-</c> for standard input.</param>
    /// <param name="options">What a person says about the file; roles mean nothing here.</param>
    /// <param name="standardInput">What <c>-</c> stands for.</param>
    /// <param name="cancellation">Looked at several times per mebibyte.</param>
    public static Table Read(string path, ReadOptions options, Stream? standardInput = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var paths = InputPaths.Expand([path]);
        if (paths.Count != 1) throw TableProblems.OneFile(path, paths.Count);
        path = paths[0];
        var sample = TextProbe.Take(path, options, standardInput);
        var decisions = new List<Decision>();
        var records = RecordLayout.Of(path, sample, options, decisions);
        var header = records.Columns.Header;
        var layout = new Layout
        {
            Path = path,
            Text = records.Format(sample),
            SkippedLines = header.SkippedLines,
            HeaderLine = header.Line,
            Columns = header.Names,
            Roles = new Dictionary<Role, int>(),
            Decisions = decisions,
        };
        return Read(layout, sample.Length, standardInput, cancellation);
    }

    private static Table Read(Layout layout, long length, Stream? standardInput, CancellationToken cancellation)
    {
        var columns = new TableColumn[layout.Columns.Count];
        for (var i = 0; i < columns.Length; i++) columns[i] = new(layout.Columns[i], i + 1, new Cells());
        var lines = new List<long>();
        using var reader = new BlockReader([layout], l => TextStream.Open(l.Path, l.Text, standardInput), cancellation);
        var block = new Block();
        while (reader.TryRead(block)) Add(layout, block, columns, lines);
        if (lines.Count == 0) throw LayoutProblems.NoRows(layout.Path);
        var hash = InputChecksum.IsText(layout, standardInput) ? InputChecksum.Text(reader.SumOf(0)) : InputChecksum.Of(layout.Path, standardInput);
        return new Table(layout, columns, [.. lines], length, hash);
    }

    private static void Add(Layout layout, Block block, TableColumn[] columns, List<long> lines)
    {
        var text = block.Bytes.AsSpan(0, block.Length);
        var suspicious = text.Contains((byte)0) || !Utf8.IsValid(text);
        if (suspicious) DamagedBlocks.Check(layout, block);
        var (format, fields, line) = (SplitFormat.Of(layout.Text), new FieldList(), block.FirstLine);
        var sheet = layout.Text.Container is Container.Xlsx or Container.Xls;
        for (var start = 0; start < text.Length;)
        {
            var end = FieldSplitter.Split(text, start, format, fields);
            var record = text[start..end.Next];
            if (fields.Count > 0)
            {
                if (suspicious && !DamagedBlocks.IsSound(record)) throw TableProblems.Damaged(layout.Path, line);
                if (end.State != RecordState.Whole) throw TableProblems.TextAfterQuote(layout.Path, line);
                Keep(layout, text, fields, line, columns);
                lines.Add(line);
            }

            line += sheet ? 1 : record.Count((byte)'\n');
            start = end.Next;
        }
    }

    private static void Keep(Layout layout, ReadOnlySpan<byte> text, FieldList fields, long line, TableColumn[] columns)
    {
        // A delimiter at the end of every line is common; a further value is not.
        var spare = fields.Count == columns.Length + 1 && fields.Start(columns.Length) == fields.End(columns.Length);
        if (fields.Count != columns.Length && !spare) throw TableProblems.Width(layout.Path, line, fields.Count, columns.Length);
        for (var i = 0; i < columns.Length; i++)
        {
            if (!columns[i].Cells.Add(text[fields.Start(i)..fields.End(i)], fields.Quoted(i))) throw TableProblems.TooLarge(layout.Path, line, columns[i].Name);
        }
    }
}
