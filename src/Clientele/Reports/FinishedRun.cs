namespace Clientele.Reports;

/// <summary>A report and what its files must know besides.</summary>
/// <param name="Report">What was found.</param>
/// <param name="Version">Version of the program, as in <c>clientele --version</c>.</param>
public sealed record FinishedRun(Report Report, string Version)
{
    /// <summary>excluded.csv shows the text of lines; off with <c>--no-values</c>.</summary>
    public bool ShowValues { get; init; } = true;

    /// <summary>Names of the exports that were asked for; written into run.json.</summary>
    public IReadOnlyList<string> Exports { get; init; } = [];

    /// <summary>Worker threads that format big files; 0 means one per core. Does not change the bytes.</summary>
    public int Threads { get; init; }

    /// <summary>Shows the report in a browser; null where the front end is not at hand, and then there is no report.html.</summary>
    public Page.IReportPage? Page { get; init; }

    /// <summary>What other looks at the same sales add to the page.</summary>
    internal IReadOnlyList<Page.IReportPart> Parts { get; init; } = [];

    /// <summary>The page also tells whether clusters come back among customers drawn anew, where they lie on principal components, and how a tree joins them. Off, because it takes longer, for <c>segment</c> without <c>--stability</c>.</summary>
    public bool Stability { get; init; } = true;

    public CancellationToken Cancellation { get; init; }
}
