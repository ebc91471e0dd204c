using Clientele.Sales;
using Clientele.Sales.Files;
using Clientele.Sales.Layouts;
using Clientele.Sales.Lines;

namespace Clientele.Tables;

/// <summary>Reads any table: delimited text in any usual notation, plain or .gz, an .xlsx or .xls sheet, or standard input.</summary>
public static class TableReader
{
    // Smaller files are read before a second thread has started.
    private const int LeastShared = 1 << 20;

    /// <summary>All rows. A row with too few or too many fields, or damaged text, is set aside; more than one in a hundred, and it is an error: a table has one shape.</summary>
    /// <param name="path">File, or <c>-</c> for standard input.</param>
    /// <param name="options">What a person says about the file; roles mean nothing here.</param>
    /// <param name="standardInput">What <c>-</c> stands for.</param>
    /// <param name="threads">0 means one per core; changes nothing but the time.</param>
    /// <param name="cancellation">Looked at several times per mebibyte.</param>
    public static Table Read(string path, ReadOptions options, Stream? standardInput = null, int threads = 0, CancellationToken cancellation = default)
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
        return Read(layout, sample.Length, standardInput, threads > 0 ? threads : Environment.ProcessorCount, cancellation);
    }

    private static Table Read(Layout layout, long length, Stream? standardInput, int threads, CancellationToken cancellation)
    {
        var (columns, names, blocks) = (new TableColumn[layout.Columns.Count], ColumnNames.Of(layout.Columns), new CellBlocks());
        for (var i = 0; i < columns.Length; i++) columns[i] = new(names[i], layout.Columns[i], i + 1, new Cells(blocks, i));
        using var reader = new BlockReader([layout], l => TextStream.Open(l.Path, l.Text, standardInput), cancellation);
        var fill = new TableFill(layout, blocks);
        var lines = fill.From(reader, length > LeastShared ? threads : 1);
        if (fill.Rejected.Count * (long)RejectedLine.OneIn > lines.Length + fill.Rejected.Count) throw fill.Rejected[0].Problem;
        if (lines.Length == 0) throw LayoutProblems.NoRows(layout.Path);
        var hash = InputChecksum.IsText(layout, standardInput) ? InputChecksum.Text(reader.SumOf(0)) : InputChecksum.Of(layout.Path, standardInput);
        return new Table(layout, columns, lines, length, hash) { Rejected = fill.Rejected };
    }
}
