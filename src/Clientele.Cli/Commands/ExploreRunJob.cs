using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.Cli.Summary.Explored;
using Clientele.Explore;
using Clientele.Explore.Files;

namespace Clientele.Cli.Commands;

/// <summary>Runs an exploration, writes its folder, and tells what was found.</summary>
internal static class ExploreRunJob
{
    /// <summary>Everything from the plan to the printed page.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="output">Where the results go.</param>
    /// <param name="terminal">Where the page goes.</param>
    /// <param name="repeats">The run.json that this run must agree with, or null.</param>
    public static ExitCode Do(ExplorePlan plan, OutputOptions output, Terminal terminal, ExploreRunFile? repeats)
    {
        using var signals = new Signals();
        using var folder = output.Folder is { } path ? Reports.RunFolder.Open(path, output.Replace) : null;
        signals.Guard(folder);
        var report = Compute(plan, output, terminal, signals.Token);
        repeats?.Verify(report);
        IReadOnlyList<string> files = folder is null ? [] : ExploreFiles.WriteAll(report, Product.Version, folder.Create, new Web.ReportPage());
        signals.Token.ThrowIfCancellationRequested();
        folder?.Commit();
        if (output.Json) terminal.Print(ExploreJson.Of(report));
        else if (!output.Quiet) terminal.Print(ExplorePage.Of(report, new Destination(output.Folder, files), terminal));
        return ExitCode.Done;
    }

    private static ExploreReport Compute(ExplorePlan plan, OutputOptions output, Terminal terminal, CancellationToken stop)
    {
        using var progress = terminal.Watched && output is { Json: false, Quiet: false } ? new ProgressWatch() : null;
        return ExploreJob.Run(plan, new RunContext
        {
            Threads = output.Threads,
            Cancellation = stop,
            Progress = progress is null ? null : progress.Report,
            StandardInput = RunJob.ReadsStandardInput(plan.Sales) ? Console.OpenStandardInput() : null,
        });
    }
}
