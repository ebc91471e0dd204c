using System.Runtime.CompilerServices;
using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.Handover;
using Clientele.People;
using Clientele.People.Segments;
using Clientele.People.Segments.Files;
using Clientele.Reports;
using Clientele.Sales;

namespace Clientele.Cli.Commands;

/// <summary>Segments a customer table, writes its folder, and tells what was found.</summary>
internal static class PeopleRunJob
{
    /// <summary>Whether the file is a customer table. In a method of its own, so that a run on sales loads nothing of it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Recognises(string path, ReadOptions reading) => path != "-" && Recognition.Of(path, reading).IsCustomerTable;

    /// <summary>Everything from the plan to the printed summary.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="output">Where the results go.</param>
    /// <param name="explain">Id of a customer to explain, or null.</param>
    /// <param name="terminal">Where the summary goes.</param>
    /// <param name="repeats">The run.json that this run must agree with, or null.</param>
    public static ExitCode Do(PeopleSegmentPlan plan, OutputOptions output, string? explain, Terminal terminal, PeopleRunFile? repeats)
    {
        using var signals = new Signals();
        using var folder = output.Folder is { } path ? RunFolder.Open(path, output.Replace) : null;
        signals.Guard(folder);
        var report = Compute(plan, output, terminal, signals.Token);
        repeats?.Verify(report);
        var reason = explain is null ? null : report.Explain(explain);
        IReadOnlyList<string> files = folder is null ? [] : Write(report, output, folder, signals.Token);
        signals.Token.ThrowIfCancellationRequested();
        folder?.Commit();
        if (output.Json) terminal.Print(PeopleFiles.Totals(report));
        else if (output.Quiet) return ExitCode.Done;
        else if (reason is not null) terminal.Print(ReasonText.Of(report, reason, terminal));
        else terminal.Print(PeopleSegmentText.Of(report, new Destination(output.Folder, files), terminal));
        return ExitCode.Done;
    }

    private static List<string> Write(PeopleSegmentReport report, OutputOptions output, RunFolder folder, CancellationToken stop)
    {
        var files = new List<string>(PeopleFiles.WriteAll(report, Product.Version, folder.Create, new Web.ReportPage(), output.ShowValues, output.Exports));
        var context = new RunContext { Threads = output.Threads, Cancellation = stop };
        if (output.Exports.Count > 0) files.AddRange(Handovers.WriteAll(output.Exports, HandoverRun.Of(report, Product.Version, context, output.ShowValues), folder.Create));
        return files;
    }

    private static PeopleSegmentReport Compute(PeopleSegmentPlan plan, OutputOptions output, Terminal terminal, CancellationToken stop)
    {
        using var progress = terminal.Watched && output is { Json: false, Quiet: false } ? new ProgressWatch() : null;
        return PeopleSegmentJob.Run(plan, new RunContext
        {
            Threads = output.Threads,
            Cancellation = stop,
            Progress = progress is null ? null : progress.Report,
            StandardInput = plan.Table.Input == "-" ? Console.OpenStandardInput() : null,
        });
    }
}
