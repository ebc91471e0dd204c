using Clientele.Actions;
using Clientele.Actions.Files;
using Clientele.Baskets;
using Clientele.Baskets.Files;
using Clientele.Explore;
using Clientele.Explore.Files;
using Clientele.Products;
using Clientele.Products.Files;

namespace Clientele.Web.Jobs.Kinds;

/// <summary>What can be made of sales: the commands of the same names.</summary>
internal static class SalesRuns
{
    public static Catalog<RunKind> Catalog { get; } = new(
        "kind of run",
        Kind("segment", "Customers in named segments: the map, and clusters.", true, (work, plans, context) => work.Segments(plans, context)),
        Kind("report", "The whole picture: segments, exploration, products, baskets and actions on one page.", true, (work, plans, context) => work.Whole(plans, context)),
        Kind("explore", "Sales over time, who comes back, concentration, returns, and why money changed.", false, Explore),
        Kind("products", "Classes, life, dependence, rebuying and stock of products.", false, Products),
        Kind("baskets", "What is bought together, by whom, and what comes next.", false, Baskets),
        Kind("actions", "What to do next, in order of money.", false, Actions));

    private static string Explore(RunWork work, RunPlans plans, RunContext context) => work.Into(context, folder =>
    {
        var report = ExploreJob.Run(plans.Explore, context);
        RunWork.Writing(context);
        ExploreFiles.WriteAll(report, work.Version, folder.Create, new ReportPage());
    });

    private static string Products(RunWork work, RunPlans plans, RunContext context) => work.Into(context, folder =>
    {
        var report = ProductJob.Run(plans.Products, context);
        RunWork.Writing(context);
        ProductFiles.WriteAll(report, work.Version, folder.Create, new ReportPage());
    });

    private static string Baskets(RunWork work, RunPlans plans, RunContext context) => work.Into(context, folder =>
    {
        var report = BasketJob.Run(plans.Baskets, context);
        RunWork.Writing(context);
        BasketFiles.WriteAll(report, work.Version, folder.Create, new ReportPage());
    });

    private static string Actions(RunWork work, RunPlans plans, RunContext context) => work.Into(context, folder =>
    {
        ActionList list;
        using (var excluded = folder.Create(Reports.Exports.Excluded)) list = ActionList.Make(plans.Actions, context with { Excluded = excluded, ShowValues = plans.ShowValues });
        RunWork.Writing(context);
        ActionFiles.WriteAll(list, work.Version, folder.Create, new ReportPage(), plans.ShowValues);
    });

    private static Choice<RunKind> Kind(string name, string summary, bool exports, Func<RunWork, RunPlans, RunContext, string> run) => new(name, summary, [], _ => new RunKind(exports, run));
}
