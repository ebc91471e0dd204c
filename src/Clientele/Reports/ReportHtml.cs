namespace Clientele.Reports;

/// <summary>The report as one page that opens from disk, needs no network, and holds its data.</summary>
internal sealed class ReportHtml : IExport
{
    public static Choice<IExport> Choice { get; } = new(
        "report", "The report to look at: one page with its data inside, for any browser, without a network.", [], _ => new ReportHtml());

    public string File => Exports.Report;

    /// <summary>A program without the page's front end writes the other files only.</summary>
    public bool AppliesTo(FinishedRun run) => run.Page is not null;

    public void Write(FinishedRun run, Stream output)
    {
        var page = run.Page ?? throw new ArgumentException("The run has no page to be shown on.", nameof(run));
        page.Write(ReportDocument.Text(run).Written, output);
    }
}
