using System.Runtime.CompilerServices;
using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.Handover;
using Clientele.Reports;
using Clientele.Sales.Kept;
using Clientele.Whole;

namespace Clientele.Cli.Commands;

/// <summary>Runs a plan, writes its folder, and tells what was found.</summary>
internal static class RunJob
{
    /// <summary>Everything from the plan to the printed summary.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="output">Where the results go.</param>
    /// <param name="terminal">Where the summary goes.</param>
    /// <param name="repeats">The run.json that this run must agree with, or null.</param>
    public static ExitCode Do(Plan plan, OutputOptions output, Terminal terminal, RunFile? repeats)
    {
        using var signals = new Signals();
        using var folder = output.Folder is { } path ? RunFolder.Open(path, output.Replace) : null;
        signals.Guard(folder);
        var (report, sales) = Compute(plan, output, terminal, folder, signals.Token);
        repeats?.Verify(report);
        var files = Write(new FinishedRun(report, Product.Version)
        {
            ShowValues = output.ShowValues, Exports = output.Exports, Stability = output.Stability, Threads = output.Threads, Cancellation = signals.Token, Page = folder is null ? null : new Web.ReportPage(),
        }, sales, folder);
        if (output.Json) terminal.Print(TotalsJson.Of(report));
        else if (!output.Quiet) terminal.Print(SummaryText.Of(report, new Destination(output.Folder, files), terminal));
        return ExitCode.Done;
    }

    private static (Report Report, KeptSales? Sales) Compute(Plan plan, OutputOptions output, Terminal terminal, RunFolder? folder, CancellationToken stop)
    {
        using var excluded = folder?.Create(Exports.Excluded);
        using var progress = terminal.Watched && output is { Json: false, Quiet: false } ? new ProgressWatch() : null;
        var context = new RunContext
        {
            Threads = output.Threads,
            Cancellation = stop,
            Progress = progress is null ? null : progress.Report,
            StandardInput = ReadsStandardInput(plan) ? StandardStream.Input : null,
            Excluded = excluded,
            ShowValues = output.ShowValues,
        };
        return output.Exports.Count > 0 ? Keeping(plan, output, context) : (Pipeline.Run(plan, context), null);
    }

    /// <summary>For exports. In a method of its own, so that a plain run loads nothing of it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Report Report, KeptSales? Sales) Keeping(Plan plan, OutputOptions output, RunContext context)
    {
        if (!Handovers.NeedLines(output.Exports)) return (Pipeline.Run(plan, context), null);
        var kept = KeptSegments.Run(plan, context);
        return (kept.Report, kept.Sales);
    }

    internal static bool ReadsStandardInput(Plan plan)
    {
        foreach (var input in plan.Inputs)
        {
            if (input == "-") return true;
        }

        return false;
    }

    private static List<string> Write(FinishedRun run, KeptSales? sales, RunFolder? folder)
    {
        if (folder is null) return [];
        var files = new List<string>(Exports.WriteAll(run, folder.Create)) { Exports.Excluded };
        if (run.Exports.Count > 0) files.AddRange(HandOver(run, sales, folder));
        run.Cancellation.ThrowIfCancellationRequested();
        folder.Commit();
        return files;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IReadOnlyList<string> HandOver(FinishedRun run, KeptSales? sales, RunFolder folder) =>
        Handovers.WriteAll(run.Exports, HandoverRun.Of(run, sales), folder.Create);
}
