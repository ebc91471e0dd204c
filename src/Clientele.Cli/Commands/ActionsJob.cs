using Clientele.Actions;
using Clientele.Actions.Files;
using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.Reports;

namespace Clientele.Cli.Commands;

/// <summary>Makes a list of actions, writes its folder, and tells what was found.</summary>
internal static class ActionsJob
{
    /// <summary>Everything from the plan to the printed page.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="output">Where the results go.</param>
    /// <param name="terminal">Where the page goes.</param>
    /// <param name="repeats">The run.json that this run must agree with, or null.</param>
    public static ExitCode Do(ActionsPlan plan, OutputOptions output, Terminal terminal, ActionsRunFile? repeats)
    {
        using var signals = new Signals();
        using var folder = output.Folder is { } path ? RunFolder.Open(path, output.Replace) : null;
        signals.Guard(folder);
        var list = Make(plan, output, terminal, folder, signals.Token);
        repeats?.Verify(list);
        var files = new List<string>();
        if (folder is not null)
        {
            files.AddRange(ActionFiles.WriteAll(list, Product.Version, folder.Create, new Web.ReportPage(), output.ShowValues));
            files.Add(Exports.Excluded);
            signals.Token.ThrowIfCancellationRequested();
            folder.Commit();
        }

        if (output.Json) terminal.Print(ActionsJson.Of(list));
        else if (!output.Quiet) terminal.Print(ActionsText.Of(list, new Destination(output.Folder, files), terminal));
        return ExitCode.Done;
    }

    private static ActionList Make(ActionsPlan plan, OutputOptions output, Terminal terminal, RunFolder? folder, CancellationToken stop)
    {
        using var excluded = folder?.Create(Exports.Excluded);
        using var progress = terminal.Watched && output is { Json: false, Quiet: false } ? new ProgressWatch() : null;
        return ActionList.Make(plan, new RunContext
        {
            Threads = output.Threads,
            Cancellation = stop,
            Progress = progress is null ? null : progress.Report,
            StandardInput = plan.Sales.Inputs.Contains("-") ? Console.OpenStandardInput() : null,
            Excluded = excluded,
            ShowValues = output.ShowValues,
        });
    }
}
