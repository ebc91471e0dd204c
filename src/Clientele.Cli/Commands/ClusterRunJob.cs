using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.Clusters;
using Clientele.Clusters.Files;
using Clientele.Reports;

namespace Clientele.Cli.Commands;

/// <summary>Runs a clustering, writes its folder, and tells what was found.</summary>
internal static class ClusterRunJob
{
    /// <summary>Everything from the plan to the printed summary.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="output">Where the results go.</param>
    /// <param name="terminal">Where the summary goes.</param>
    /// <param name="repeats">The run.json that this run must agree with, or null.</param>
    public static ExitCode Do(ClusterPlan plan, OutputOptions output, Terminal terminal, ClusterRunFile? repeats)
    {
        using var signals = new Signals();
        using var folder = output.Folder is { } path ? RunFolder.Open(path, output.Replace) : null;
        signals.Guard(folder);
        var report = Compute(plan, output, terminal, signals.Token);
        repeats?.Verify(report);
        IReadOnlyList<string> files = folder is null ? [] : ClusterFiles.WriteAll(report, Product.Version, folder.Create, new Web.ReportPage());
        signals.Token.ThrowIfCancellationRequested();
        folder?.Commit();
        if (output.Json) terminal.Print(ScoresJson.Of(report));
        else if (!output.Quiet) terminal.Print(ClusterText.Of(report, new Destination(output.Folder, files), terminal));
        return ExitCode.Done;
    }

    private static ClusterReport Compute(ClusterPlan plan, OutputOptions output, Terminal terminal, CancellationToken stop)
    {
        using var progress = terminal.Watched && output is { Json: false, Quiet: false } ? new ProgressWatch() : null;
        return ClusterJob.Run(plan, new RunContext
        {
            Threads = output.Threads,
            Cancellation = stop,
            Progress = progress is null ? null : progress.Report,
            StandardInput = plan.Input == "-" ? Console.OpenStandardInput() : null,
        });
    }
}
