using Clientele.People.Segments;
using Clientele.People.Segments.Files;
using Clientele.Reports;
using Clientele.Web.Runs;

namespace Clientele.Web.Jobs;

/// <summary>From a plan to a finished run folder in the store: whole or not at all, the same files as the command writes.</summary>
/// <param name="runs">Receives the run.</param>
/// <param name="version">Of this program, for run.json.</param>
internal sealed class RunWork(RunStore runs, string version)
{
    /// <summary>Sales into segments; returns the id of the run.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="context">Progress and cancellation.</param>
    /// <param name="showValues">False keeps ids and the text of lines out, as in the run that this one follows.</param>
    public string Sales(Plan plan, RunContext context, bool showValues = true) => Into(context, folder =>
    {
        Report report;
        using (var excluded = folder.Create(Exports.Excluded)) report = Pipeline.Run(plan, context with { Excluded = excluded, ShowValues = showValues });
        Writing(context);
        Exports.WriteAll(new FinishedRun(report, version) { Page = new ReportPage(), Cancellation = context.Cancellation, ShowValues = showValues }, folder.Create);
    });

    /// <summary>A customer table into segments; returns the id of the run.</summary>
    public string Table(PeopleSegmentPlan plan, RunContext context) => Into(context, folder =>
    {
        var report = PeopleSegmentJob.Run(plan, context);
        Writing(context);
        PeopleFiles.WriteAll(report, version, folder.Create);
    });

    private string Into(RunContext context, Action<RunFolder> write)
    {
        var name = runs.NewName();
        using var folder = RunFolder.Open(runs.PathOf(name), replace: false);
        write(folder);
        context.Cancellation.ThrowIfCancellationRequested();
        folder.Commit();
        return runs.At(name).Id;
    }

    private static void Writing(RunContext context) => context.Progress?.Invoke(new RunProgress("writing", 0, 0, 0));
}
