namespace Clientele.Sales.Lines;

/// <summary>Errors found while lines are read; all read alike.</summary>
internal static class LineProblems
{
    public static UserException UnclosedQuote(Layout layout, long line) => new(
        "sales.unclosed-quote",
        $"{layout.Path}:{line}: a quote opens a field in this line and is never closed.",
        "Close it, or double it (\"\") where it is part of the text.",
        ExitCode.BadData);

    public static UserException RecordTooLong(Layout layout, long line) => new(
        "sales.record-too-long",
        $"{layout.Path}:{line}: this record is longer than {BlockReader.MaxRecord >> 20} MiB.",
        "Look for a missing line break or a damaged file.",
        ExitCode.Limit);

    public static UserException TooManyRejects(long rejected, long read, double limit, IReadOnlyList<string> first) => new(
        "sales.too-many-unreadable",
        $"{rejected:N0} of {read:N0} lines cannot be read, more than the limit of {limit * 100:0.##} %. First: {string.Join(" · ", first)}",
        "Look at the file with 'clientele inspect', or accept them with --max-rejects 0.5.",
        ExitCode.BadData);

    /// <summary>Why a line is unreadable, naming the column.</summary>
    public static string Reason(Layout layout, in SalesLine line) => line.Fault switch
    {
        LineFault.TooFewColumns => $"too few columns ({line.FaultColumn} of {layout.Columns.Count})",
        LineFault.TooManyColumns => $"too many columns ({line.FaultColumn} instead of {layout.Columns.Count})",
        LineFault.TextAfterQuote => "text after a closing quote",
        LineFault.DamagedText => "damaged text (zero bytes or broken UTF-8)",
        LineFault.TooLarge => $"[{Column(layout, line)}] money beyond 10^18",
        LineFault.Date => $"[{Column(layout, line)}] not a date",
        _ => $"[{Column(layout, line)}] not a number",
    };

    private static string Column(Layout layout, in SalesLine line) => layout.Columns[Math.Min(line.FaultColumn, layout.Columns.Count - 1)];
}
