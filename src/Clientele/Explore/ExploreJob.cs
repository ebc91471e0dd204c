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
        return Of(plan, KeptSales.Read(plan.Sales, context), context);
    }

    /// <summary>The same of sales that were read before.</summary>
    internal static ExploreReport Of(ExplorePlan plan, KeptSales sales, RunContext context)
    {
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
            Totals = sales.AsReport(new SegmentsResult()) with { Timings = timings },
            Data = data,
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
