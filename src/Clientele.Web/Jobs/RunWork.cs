using Clientele.Handover;
using Clientele.People.Segments;
using Clientele.People.Segments.Files;
using Clientele.Reports;
using Clientele.Sales.Kept;
using Clientele.Web.Runs;
using Clientele.Whole;

namespace Clientele.Web.Jobs;

/// <summary>From plans to a finished run folder in the store: whole or not at all, the same files as the command writes.</summary>
/// <param name="runs">Receives the run.</param>
/// <param name="version">Of this program, for run.json.</param>
internal sealed class RunWork(RunStore runs, string version)
{
    public string Version => version;

    /// <summary>Sales into segments; returns the id of the run.</summary>
    public string Segments(RunPlans plans, RunContext context) => Into(context, folder =>
    {
        Report report;
        KeptSales? sales = null;
        using (var excluded = folder.Create(Exports.Excluded))
        {
            var own = context with { Excluded = excluded, ShowValues = plans.ShowValues };
            if (Handovers.NeedLines(plans.Exports)) (report, sales) = KeptSegments.Run(plans.Sales, own);
            else report = Pipeline.Run(plans.Sales, own);
        }

        Writing(context);
        var run = new FinishedRun(report, version) { Page = new ReportPage(), Cancellation = context.Cancellation, ShowValues = plans.ShowValues, Exports = plans.Exports };
        Exports.WriteAll(run, folder.Create);
        Handovers.WriteAll(plans.Exports, HandoverRun.Of(run, sales), folder.Create);
    });

    /// <summary>Sales from every side; returns the id of the run.</summary>
    public string Whole(RunPlans plans, RunContext context) => Into(context, folder =>
    {
        WholeReport report;
        using (var excluded = folder.Create(Exports.Excluded)) report = WholeJob.Run(new WholePlan(plans.Actions) { Only = plans.Looks }, context with { Excluded = excluded, ShowValues = plans.ShowValues });
        Writing(context);
        WholeFiles.WriteAll(report, version, plans.ShowValues, new ReportPage(), context, folder.Create, plans.Exports);
        Handovers.WriteAll(plans.Exports, HandoverRun.Of(report, version, context, plans.ShowValues), folder.Create);
    });

    /// <summary>A customer table into segments; returns the id of the run.</summary>
    public string Table(RunPlans plans, RunContext context) => Into(context, folder =>
    {
        var report = PeopleSegmentJob.Run(plans.Table, context with { ShowValues = plans.ShowValues });
        Writing(context);
        PeopleFiles.WriteAll(report, version, folder.Create, new ReportPage(), plans.ShowValues, plans.Exports, context.Threads);
        Handovers.WriteAll(plans.Exports, HandoverRun.Of(report, version, context, plans.ShowValues), folder.Create);
    });

    /// <summary>Makes a folder in the store and puts it in its place once everything is written; returns the id of the run.</summary>
    public string Into(RunContext context, Action<RunFolder> write)
    {
        var name = runs.NewName();
        using var folder = RunFolder.Open(runs.PathOf(name), replace: false);
        write(folder);
        context.Cancellation.ThrowIfCancellationRequested();
        folder.Commit();
        return runs.At(name).Id;
    }

    public static void Writing(RunContext context) => context.Progress?.Invoke(new RunProgress("writing", 0, 0, 0));
}
