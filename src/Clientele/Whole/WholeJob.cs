using System.Diagnostics;
using Clientele.Actions;
using Clientele.Baskets;
using Clientele.Explore;
using Clientele.Products;
using Clientele.Reports;
using Clientele.Sales.Kept;

namespace Clientele.Whole;

/// <summary>The whole picture from one pass over the files.</summary>
public static class WholeJob
{
    /// <summary>Runs the plan. The report depends on the plan and the bytes of the inputs alone.</summary>
    /// <exception cref="UserException">Something the user can mend, as for a segmentation; a play or setting that is not there.</exception>
    public static WholeReport Run(WholePlan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(context);
        plan.Actions.Check();
        ActionList.CheckSettings(plan.Actions);
        var sales = KeptSales.Read(plan.Sales, context);
        var clock = Stopwatch.GetTimestamp();
        var timings = new List<StageTime>(sales.Timings);
        var segments = KeptSegments.Of(plan.Sales, sales, context);
        Note("segments");
        var explored = ExploreJob.Of(plan.Explore, sales, context);
        Note("exploring");
        var notes = new List<string>();
        var products = sales.Known.Products ? Found(() => ProductJob.Of(plan.Products, sales, context), notes) : null;
        Note("products");
        var baskets = sales.Known.Products ? Found(() => BasketJob.Of(plan.Baskets, sales, context), notes) : null;
        Note("baskets");
        var actions = sales.Known.Money ? ActionList.Of(sales, plan.Actions, context) : null;
        Note("actions");
        if (!sales.Known.Products) notes.Add("No file has products: what is bought, and what is bought together, cannot be told.");
        if (!sales.Known.Money) notes.Add("No file has prices or amounts: what to do next cannot be counted in money.");
        return new WholeReport { Plan = plan, Segments = segments with { Timings = timings }, Explored = explored, Products = products, Baskets = baskets, Actions = actions, Notes = notes };

        void Note(string stage)
        {
            timings.Add(new StageTime(stage, Stopwatch.GetElapsedTime(clock).TotalMilliseconds));
            clock = Stopwatch.GetTimestamp();
        }
    }

    // One look that finds nothing to look at does not take the others away.
    private static T? Found<T>(Func<T> look, List<string> notes)
        where T : class
    {
        try
        {
            return look();
        }
        catch (UserException problem)
        {
            if (!notes.Contains(problem.Message)) notes.Add(problem.Message);
            return null;
        }
    }
}
