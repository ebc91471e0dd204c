using System.Diagnostics;
using Clientele.People.Joining;
using Clientele.Reports;
using Clientele.Sales.Kept;
using Clientele.Segments;

namespace Clientele.Whole;

/// <summary>A segmentation with the lines that it was made of.</summary>
/// <param name="Report">The same report as of <see cref="Pipeline"/>.</param>
/// <param name="Sales">Every kept line of the same pass.</param>
public sealed record KeptSegments(Report Report, KeptSales Sales)
{
    /// <summary>As <see cref="Pipeline.Run"/>, and keeps the lines. The report depends on the plan and the bytes of the inputs alone.</summary>
    /// <exception cref="UserException">Something the user can mend: a missing column, an undecidable date order, nothing left after cleaning.</exception>
    public static KeptSegments Run(Plan plan, RunContext context)
    {
        var sales = KeptSales.Read(plan, context);
        var clock = Stopwatch.GetTimestamp();
        var report = Of(plan, sales, context);
        return new(report with { Timings = [.. report.Timings, new("segments", Stopwatch.GetElapsedTime(clock).TotalMilliseconds)] }, sales);
    }

    /// <summary>Joins what the plan joins, and segments.</summary>
    internal static Report Of(Plan plan, KeptSales sales, RunContext context)
    {
        var report = sales.AsReport(new SegmentsResult());
        if (plan.With.Count > 0)
        {
            var joined = TableJoin.Add(report.Customers, plan.With, plan.Reading, context);
            var inputs = new List<InputFile>(report.Inputs);
            foreach (var other in joined.Tables) inputs.Add(new(other.Layout, other.Bytes, other.Hash, other.Rows));
            report = report with { Customers = joined.Customers, Inputs = inputs, Audit = report.Audit with { Findings = [.. report.Audit.Findings, .. joined.Findings] } };
        }

        return report with { Segments = SegmentStage.Run(report.Customers, plan.Segments, context) };
    }
}
