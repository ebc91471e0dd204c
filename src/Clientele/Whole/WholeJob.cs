using System.Runtime.ExceptionServices;
using Clientele.Actions;
using Clientele.Baskets;
using Clientele.Clusters;
using Clientele.Explore;
using Clientele.Products;
using Clientele.Reports;
using Clientele.Sales.Kept;

namespace Clientele.Whole;

/// <summary>The whole picture from one pass over the files; then every look by itself, side by side.</summary>
public static class WholeJob
{
    /// <summary>Runs the plan. The report depends on the plan and the bytes of the inputs alone.</summary>
    /// <exception cref="UserException">Something the user can mend, as for a segmentation; a look, play or setting that is not there.</exception>
    public static WholeReport Run(WholePlan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(context);
        plan.Check();
        var sales = KeptSales.Read(plan.Sales, context);
        var clock = new StageClock();
        var actions = new Look<ActionList>(() => plan.Wants("actions") && sales.Known.Money ? ActionList.Of(sales, plan.Actions, context) : null);
        var products = new Look<ProductReport>(() => plan.Wants("products") && sales.Known.Products ? ProductJob.Of(plan.Products, sales, context) : null);
        var segments = new Look<Report>(() => KeptSegments.Of(plan.Sales, sales, context));
        var baskets = new Look<BasketReport>(() => plan.Wants("baskets") && sales.Known.Products ? BasketJob.Of(plan.Baskets, sales, context) : null);
        var explored = new Look<ExploreReport>(() => ExploreJob.Of(plan.Explore, sales, context));
        SideBySide(context, actions.Do, products.Do, segments.Do, baskets.Do, explored.Do);
        clock.Note("looking");

        var notes = new List<string>();
        var report = new WholeReport
        {
            Plan = plan,
            Segments = segments.Found()! with { Timings = [.. sales.Timings, .. clock.Times] },
            Explored = explored.Found()!,
            Products = products.Found(notes),
            Baskets = baskets.Found(notes),
            Actions = actions.Found(),
        };
        if (!sales.Known.Products && (plan.Wants("products") || plan.Wants("baskets"))) notes.Add("No file has products: what is bought, and what is bought together, cannot be told.");
        if (!sales.Known.Money && plan.Wants("actions")) notes.Add("No file has prices or amounts: what to do next cannot be counted in money.");
        return report with { Notes = notes };
    }

    // The longest first.
    private static void SideBySide(RunContext context, params Action[] looks)
    {
        if (context.Threads != 1)
        {
            Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = context.Threads == 0 ? Environment.ProcessorCount : context.Threads }, looks);
            return;
        }

        foreach (var look in looks) look();
    }

    // What a look found, or what stopped it, until it is asked for in an order that does not depend on who was first.
    private sealed class Look<T>(Func<T?> look)
        where T : class
    {
        private T? _found;
        private Exception? _problem;

        public void Do()
        {
            try
            {
                _found = look();
            }
            catch (Exception problem)
            {
                _problem = problem;
            }
        }

        public T? Found()
        {
            if (_problem is not null) ExceptionDispatchInfo.Throw(_problem);
            return _found;
        }

        /// <summary>One look that finds nothing to look at does not take the others away: it leaves a note.</summary>
        public T? Found(List<string> notes)
        {
            if (_problem is not UserException problem) return Found();
            if (!notes.Contains(problem.Message)) notes.Add(problem.Message);
            return null;
        }
    }
}
