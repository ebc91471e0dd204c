using Clientele.Clusters;
using Clientele.Clusters.Files;
using Clientele.People.Describing;

namespace Clientele.Web.Jobs.Kinds;

/// <summary>What can be made of a customer table, or of any table: the commands of the same names.</summary>
internal static class TableRuns
{
    public static Catalog<RunKind> Catalog { get; } = new(
        "kind of run",
        Kind("segment", "Customers in named segments, with rules and profiles.", true, (work, plans, context) => work.Table(plans, context)),
        Kind("describe", "Every column, and what goes with what, as tables to take away.", false, Describe),
        Kind("cluster", "The rows of any table in clusters, by one method or by all.", false, Cluster));

    private static string Describe(RunWork work, RunPlans plans, RunContext context) => work.Into(context, folder =>
    {
        var report = Describer.Of(plans.Table.Table, context);
        RunWork.Writing(context);
        DescribeFiles.WriteAll(report, work.Version, folder.Create);
    });

    private static string Cluster(RunWork work, RunPlans plans, RunContext context) => work.Into(context, folder =>
    {
        var report = ClusterJob.Run(plans.Cluster, context);
        RunWork.Writing(context);
        ClusterFiles.WriteAll(report, work.Version, folder.Create);
    });

    private static Choice<RunKind> Kind(string name, string summary, bool exports, Func<RunWork, RunPlans, RunContext, string> run) => new(name, summary, [], _ => new RunKind(exports, run));
}
