using Clientele.Customers;
using Clientele.People.Segments;
using Clientele.Reports;
using Clientele.Reports.Page;
using Clientele.Sales.Kept;
using Clientele.Segments;
using Clientele.Whole;

namespace Clientele.Handover;

/// <summary>What a run found, as exports take it: customers in segments and, from sales, every kept line.</summary>
public sealed record HandoverRun
{
    private HandoverRun()
    {
    }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    public required CustomerTable Customers { get; init; }

    /// <summary>The segmentation that the headline speaks of.</summary>
    public required Segmentation Segments { get; init; }

    /// <summary>Clusters beside the segments of a map; null when there is one segmentation only.</summary>
    public Segmentation? Clusters { get; init; }

    public RfmScores? Scores { get; init; }

    /// <summary>Every kept line; null for a customer table, and where no export needs them.</summary>
    public KeptSales? Sales { get; init; }

    /// <summary>Worker threads; 0 means one per core. Does not change the bytes.</summary>
    public int Threads { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>Makes the report's document, as <c>report.html</c> holds it.</summary>
    internal Func<byte[]> Document { get; init; } = null!;

    /// <summary>A run on sales.</summary>
    /// <param name="run">The segments, and what the page shows.</param>
    /// <param name="sales">The kept lines of the same pass, or null.</param>
    public static HandoverRun Of(FinishedRun run, KeptSales? sales)
    {
        ArgumentNullException.ThrowIfNull(run);
        var found = run.Report.Segments;
        return new HandoverRun
        {
            Version = run.Version,
            Customers = run.Report.Customers,
            Segments = found.Main,
            Clusters = found.Map is null ? null : found.Clusters,
            Scores = found.Scores,
            Sales = sales,
            Threads = run.Threads,
            Cancellation = run.Cancellation,
            Document = () => ReportDocument.Of(run),
        };
    }

    /// <summary>The whole picture of a shop.</summary>
    public static HandoverRun Of(WholeReport report, string version, RunContext context, bool showValues)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(context);
        var run = WholeFiles.PageRun(report, version) with { ShowValues = showValues, Threads = context.Threads, Cancellation = context.Cancellation };
        return Of(run, report.Explored.Sales);
    }

    /// <summary>A segmented customer table.</summary>
    public static HandoverRun Of(PeopleSegmentReport report, string version, RunContext context, bool showValues)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(context);
        var customers = PeopleDocument.Table(report, all: true);
        return new HandoverRun
        {
            Version = version,
            Customers = customers,
            Segments = PeopleDocument.Segments(report, customers),
            Threads = context.Threads,
            Cancellation = context.Cancellation,
            Document = () => PeopleDocument.Of(report, version, showValues),
        };
    }
}
