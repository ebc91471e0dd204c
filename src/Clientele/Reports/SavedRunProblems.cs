using System.Text.Json;

namespace Clientele.Reports;

/// <summary>What can be wrong with a run.json, the same for every command.</summary>
internal static class SavedRunProblems
{
    public static UserException NotARun(string path, string? command, JsonException problem) => NotARun(path, command, Place(problem));

    public static UserException NotARun(string path, string? command, string why) => new(
        "run.unreadable", $"{path} is not a run.json that this program can read: {why}.", Again(command), ExitCode.BadData);

    public static UserException Unreadable(string path, Exception problem) => new(
        "run.unreadable", $"Cannot read {path}: {problem.Message.TrimEnd('.')}.", "Give the run.json of a run folder, or the folder.", ExitCode.BadData);

    public static UserException OtherCommand(string path, string command) => new(
        "run.command", $"{path} was written by '{command}', which this program cannot repeat.", Again(null), ExitCode.BadData);

    public static UserException OtherFormat(string path, string? command, int format, int ours) => new(
        "run.format", $"{path} has format {format}; this program reads format {ours}.", Again(command), ExitCode.BadData);

    public static UserException OtherVersion(string path, string? command, string theirs, string ours) => new(
        "run.version", $"{path} was written by version {theirs}; this is version {ours}, whose results may differ.", $"Use version {theirs} to repeat it, or: {Again(command)}", ExitCode.BadData);

    public static UserException OtherInputs(string? then, string? now, string? command) => new(
        "run.inputs", $"The run had {then ?? "no further input"} where there is now {now ?? "none"}.", Again(command), ExitCode.BadData);

    public static UserException ChangedInput(RunFileInput then, RunFileInput now, string? command) => new(
        "run.changed-input",
        then.Bytes != now.Bytes ? $"{then.Path} has changed since the run: {then.Bytes} bytes then, {now.Bytes} now."
            : Method(then.Hash) != Method(now.Hash) ? $"Whether {then.Path} has changed since the run cannot be told: its check sum was made by {Method(then.Hash)} then, by {Method(now.Hash)} now."
            : $"{then.Path} has changed since the run: hash {then.Hash} then, {now.Hash} now.",
        "Bring back the file as it was, or: " + Again(command),
        ExitCode.BadData);

    private static string Method(string hash) => hash.Split(':')[0];

    private static string Again(string? command) =>
        $"Run 'clientele {(command is null or "segment-table" ? "segment" : command)}' again with the options you want; it writes a new run.json.";

    /// <summary>Line and field of a JSON problem, or the unknown field, in our words.</summary>
    private static string Place(JsonException problem)
    {
        var place = problem.LineNumber is { } line ? $"line {line + 1}" : "its text";
        var field = problem.Path is { Length: > 2 } path ? $", field {path[2..]}" : "";
        var first = problem.Message.Split(" Path: ")[0].TrimEnd('.');
        var unknown = first.Contains("could not be mapped", StringComparison.Ordinal) ? "a field this version does not know" : first;
        return $"{place}{field}: {unknown}";
    }
}
