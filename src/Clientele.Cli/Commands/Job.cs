using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.Handover;
using Clientele.Reports;

namespace Clientele.Cli.Commands;

/// <summary>
/// A command's way from its plan to the printed page: run, check, write the folder whole or not at all, tell. Segments of sales have
/// <see cref="RunJob"/>, which does the same without generic code, so that it is compiled ahead and starts at once.
/// </summary>
/// <typeparam name="T">What the command finds.</typeparam>
internal sealed class Job<T>
{
    public required Func<RunContext, T> Run { get; init; }

    /// <summary>Throws when the result is not what was asked for: another input than in the run that this one repeats, a customer that is not there.</summary>
    public Action<T> Check { get; init; } = static _ => { };

    /// <summary>Writes the files and returns their names; excluded.csv is there already.</summary>
    public required Func<T, RunContext, Func<string, Stream>, IReadOnlyList<string>> Write { get; init; }

    /// <summary>What exports are made from; null where the command has none.</summary>
    public Func<T, RunContext, HandoverRun>? HandOver { get; init; }

    public required Func<T, byte[]> Json { get; init; }

    public required Func<T, Destination, string> Text { get; init; }

    /// <summary>- is one of the inputs.</summary>
    public bool ReadsStandardInput { get; init; }

    /// <summary>Lines that are left out are streamed to excluded.csv while lines are read.</summary>
    public bool StreamsExcluded { get; init; }

    public ExitCode Do(OutputOptions output, Terminal terminal)
    {
        using var signals = new Signals();
        using var folder = output.Folder is { } path ? RunFolder.Open(path, output.Replace) : null;
        signals.Guard(folder);
        var context = new RunContext { Threads = output.Threads, Cancellation = signals.Token, ShowValues = output.ShowValues };
        var found = Find(context, output, terminal, folder);
        Check(found);
        var files = new List<string>();
        if (folder is not null)
        {
            files.AddRange(Write(found, context, folder.Create));
            if (HandOver is not null && output.Exports.Count > 0) files.AddRange(Handovers.WriteAll(output.Exports, HandOver(found, context), folder.Create));
            if (StreamsExcluded) files.Add(Exports.Excluded);
            signals.Token.ThrowIfCancellationRequested();
            folder.Commit();
        }

        if (output.Json) terminal.Print(Json(found));
        else if (!output.Quiet) terminal.Print(Text(found, new Destination(output.Folder, files)));
        return ExitCode.Done;
    }

    private T Find(RunContext context, OutputOptions output, Terminal terminal, RunFolder? folder)
    {
        using var excluded = StreamsExcluded ? folder?.Create(Exports.Excluded) : null;
        using var progress = terminal.Watched && output is { Json: false, Quiet: false } ? new ProgressWatch() : null;
        return Run(context with
        {
            Progress = progress is null ? null : progress.Report,
            StandardInput = ReadsStandardInput ? StandardStream.Input : null,
            Excluded = excluded,
        });
    }
}
