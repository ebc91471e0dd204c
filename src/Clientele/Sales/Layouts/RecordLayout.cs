using Clientele.Sales.Files;

namespace Clientele.Sales.Layouts;

/// <summary>How the text of a file falls into records with named columns; what the columns mean is another question.</summary>
internal sealed class RecordLayout
{
    private RecordLayout(Dialect dialect, SampleColumns columns) => (Dialect, Columns) = (dialect, columns);

    public Dialect Dialect { get; }

    public SampleColumns Columns { get; }

    /// <summary>Delimiter, header and quoting from a sample, or a <see cref="UserException"/> that says what to type.</summary>
    /// <param name="path">As given.</param>
    /// <param name="sample">Some of its text.</param>
    /// <param name="options">Delimiter and header line are heeded here.</param>
    /// <param name="decisions">Receives what was decided, and why.</param>
    public static RecordLayout Of(string path, TextSample sample, ReadOptions options, List<Decision> decisions)
    {
        if (sample.Parts.Count == 0 || Words.Trim(sample.Parts[0]).Length == 0) throw LayoutProblems.Empty(path);
        decisions.AddRange(sample.Decisions);
        var dialect = DialectFinder.Find(path, sample, options);
        decisions.Add(new("delimiter", dialect.Name, dialect.Reason, "--delimiter"));
        var table = LayoutReader.Table(sample, dialect);
        if (table.Count == 0) throw sample.Complete ? LayoutProblems.NoRows(path) : LayoutProblems.LongRecord(path, dialect.Line);
        var header = HeaderFinder.Find(path, table, dialect, options);
        if (header.FirstData >= table.Count) throw sample.Complete ? LayoutProblems.NoRows(path) : LayoutProblems.LongRecord(path, header.SkippedLines);
        decisions.Add(new("header", header.Line == 0 ? "none" : $"line {header.Line}", header.Reason + LayoutReader.Skipped(table, header), "--header-line N (0 = none)"));
        var columns = new SampleColumns(path, table, header);
        QuotingCheck.Verify(columns);
        return new(dialect, columns);
    }

    public TextFormat Format(TextSample sample) => new()
    {
        Container = sample.Container,
        Encoding = sample.Encoding,
        Delimiter = Dialect.Format.Delimiter,
        BlankRuns = Dialect.Format.BlankRuns,
        CarriageReturns = sample.CarriageReturns,
        Sheet = sample.Sheet,
    };
}
