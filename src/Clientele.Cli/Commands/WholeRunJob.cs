using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.Handover;
using Clientele.Reports;
using Clientele.Whole;

namespace Clientele.Cli.Commands;

/// <summary>Looks at sales from every side, writes the folder, and tells the short of it.</summary>
internal static class WholeRunJob
{
    /// <summary>Everything from the plan to the printed page.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="output">Where the results go.</param>
    /// <param name="terminal">Where the page goes.</param>
    /// <param name="repeats">The run.json that this run must agree with, or null.</param>
    public static ExitCode Do(WholePlan plan, OutputOptions output, Terminal terminal, WholeRun? repeats)
    {
        using var signals = new Signals();
        using var folder = output.Folder is { } path ? RunFolder.Open(path, output.Replace) : null;
        signals.Guard(folder);
        var context = new RunContext { Threads = output.Threads, Cancellation = signals.Token, ShowValues = output.ShowValues };
        var report = Look(plan, output, terminal, folder, context);
        repeats?.Verify(report);
        var files = new List<string>();
        if (folder is not null)
        {
            files.AddRange(WholeFiles.WriteAll(report, Product.Version, output.ShowValues, new Web.ReportPage(), context, folder.Create, output.Exports));
            files.Add(Exports.Excluded);
            if (output.Exports.Count > 0) files.AddRange(Handovers.WriteAll(output.Exports, HandoverRun.Of(report, Product.Version, context, output.ShowValues), folder.Create));
            signals.Token.ThrowIfCancellationRequested();
            folder.Commit();
        }

        if (output.Json) terminal.Print(TotalsJson.Of(report.Segments));
        else if (!output.Quiet) terminal.Print(WholeText.Of(report, new Destination(output.Folder, files), terminal));
        return ExitCode.Done;
    }

    private static WholeReport Look(WholePlan plan, OutputOptions output, Terminal terminal, RunFolder? folder, RunContext context)
    {
        using var excluded = folder?.Create(Exports.Excluded);
        using var progress = terminal.Watched && output is { Json: false, Quiet: false } ? new ProgressWatch() : null;
        return WholeJob.Run(plan, context with
        {
            Progress = progress is null ? null : progress.Report,
            StandardInput = RunJob.ReadsStandardInput(plan.Sales) ? Console.OpenStandardInput() : null,
            Excluded = excluded,
        });
    }
}
