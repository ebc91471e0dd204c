using Clientele.Actions;
using Clientele.Baskets;
using Clientele.Explore;
using Clientele.Products;
using Clientele.Segments;

namespace Clientele.Reports.Page.Parts;

/// <summary>What the page of each command shows: the sales with their customers and segments, and what the command found besides.</summary>
internal static class PageRuns
{
    /// <summary>Writes report.html.</summary>
    public static void Write(FinishedRun run, IReportPage page, Action<string, Action<Stream>> put) => put(Exports.Report, stream => page.Write(ReportDocument.Of(run), stream));

    /// <summary>An exploration has no segments of its own; those of the map make its page one that can be filtered.</summary>
    public static FinishedRun Of(ExploreReport report, string version)
    {
        var segments = SegmentStage.Run(report.Sales.Customers, report.Plan.Sales.Segments with { Method = "rfm" }, new RunContext());
        return new FinishedRun(report.Totals with { Segments = segments }, version) { Parts = [new ExplorePart(report), new SlicesPart(report.Data, segments.Main)] };
    }

    public static FinishedRun Of(ProductReport report, string version) => new(report.Sales.AsReport(report.Segments), version) { Parts = [new ProductsPart(report)] };

    public static FinishedRun Of(BasketReport report, string version) => new(report.Sales.AsReport(report.Segments), version) { Parts = [new BasketsPart(report)] };

    public static FinishedRun Of(ActionList list, string version, bool showValues) => new(list.AsReport(), version) { ShowValues = showValues, Parts = [new ActionsPart(list)] };
}
