using System.Diagnostics;
using Clientele.Reports;
using Clientele.Sales.Kept;
using Clientele.Segments;

namespace Clientele.Explore;

/// <summary>From a plan to everything the sales tell.</summary>
public static class ExploreJob
{
    /// <summary>Runs the plan. The report depends on the plan and the bytes of the inputs alone.</summary>
    /// <exception cref="UserException">Something the user can mend, as for a segmentation; an unknown analysis; periods that hold no sales.</exception>
    public static ExploreReport Run(ExplorePlan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        foreach (var name in plan.Only) AllAnalyses.Catalog.Find(name);
        if (plan.Compare is { } compare) PeriodPair.Parse(compare);
        var sales = KeptSales.Read(plan.Sales, context);
        var clock = Stopwatch.GetTimestamp();
        var data = ExploreData.Of(sales, plan.Compare);
        var results = new List<ExploreResult>();
        for (var i = 0; i < AllAnalyses.Catalog.Count; i++)
        {
            var choice = AllAnalyses.Catalog[i];
            if (!IsWanted(plan, choice.Name)) continue;
            context.Cancellation.ThrowIfCancellationRequested();
            results.Add(choice.Create(Settings.Defaults).Run(data));
        }

        var timings = new List<StageTime>(sales.Timings) { new("exploring", Stopwatch.GetElapsedTime(clock).TotalMilliseconds) };
        return new ExploreReport
        {
            Plan = plan,
            Sales = sales,
            Results = results,
            Timings = timings,
            Totals = new Report
            {
                Plan = plan.Sales, Inputs = sales.Inputs, Audit = sales.Audit, Totals = sales.Totals, Customers = sales.Customers, Segments = new SegmentsResult(), Timings = timings,
            },
        };
    }

    private static bool IsWanted(ExplorePlan plan, string name)
    {
        foreach (var only in plan.Only)
        {
            if (string.Equals(only, name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return plan.Only.Count == 0;
    }
}
