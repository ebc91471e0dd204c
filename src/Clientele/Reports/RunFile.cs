using System.Text.Json;

namespace Clientele.Reports;

/// <summary>A run.json read back: what must be done again, and what the inputs were then.</summary>
/// <param name="Plan">Everything the run depended on.</param>
/// <param name="Version">Version of the program that wrote it.</param>
/// <param name="ShowValues">excluded.csv showed the text of lines.</param>
/// <param name="Inputs">Path, size and hash of each input.</param>
public sealed record RunFile(Plan Plan, string Version, bool ShowValues, IReadOnlyList<RunFileInput> Inputs)
{
    /// <summary>The page also told how stable the clusters are.</summary>
    public bool Stability { get; init; }

    /// <summary>Largest run.json that is read, in bytes.</summary>
    private const long MostBytes = 64 << 20;

    /// <summary>Reads run.json at <paramref name="path"/>, or in the folder at <paramref name="path"/>.</summary>
    /// <param name="path">File or run folder.</param>
    /// <param name="version">Version of this program; a file of another version is refused because its results may differ.</param>
    public static RunFile Read(string path, string version)
    {
        if (Directory.Exists(path)) path = Path.Combine(path, Exports.Run);
        RunFileText text;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) throw Problems.NotARun(path, "it is larger than 64 MiB");
            text = JsonSerializer.Deserialize(File.ReadAllBytes(path), RunFileJson.Default.RunFileText) ?? throw Problems.NotARun(path, "it holds null");
        }
        catch (JsonException problem)
        {
            throw Problems.NotARun(path, Problems.Place(problem));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Problems.Unreadable(path, problem);
        }

        if (text.Format != RunJson.Format) throw Problems.OtherFormat(path, text.Format);
        if (text.Version != version) throw Problems.OtherVersion(path, text.Version, version);
        return new RunFile(text.Plan.ToPlan(path), text.Version, text.ShowValues, text.Inputs) { Stability = text.Stability };
    }

    /// <summary>Throws, naming the first input that differs from what this file says.</summary>
    public void Verify(Report report)
    {
        for (var i = 0; i < Math.Max(Inputs.Count, report.Inputs.Count); i++)
        {
            var then = i < Inputs.Count ? Inputs[i] : null;
            var now = i < report.Inputs.Count ? report.Inputs[i] : null;
            if (then?.Path != now?.Layout.Path) throw Problems.OtherInputs(then?.Path, now?.Layout.Path);
            if (then!.Bytes != now!.Bytes || then.Hash != now.Hash) throw Problems.ChangedInput(then, now);
        }
    }

    private static class Problems
    {
        private const string Again = "Run 'clientele segment' again with the options you want; it writes a new run.json.";

        public static UserException NotARun(string path, string why) => new(
            "run.unreadable", $"{path} is not a run.json that this program can read: {why}.", Again, ExitCode.BadData);

        public static UserException Unreadable(string path, Exception problem) => new(
            "run.unreadable", $"Cannot read {path}: {problem.Message.TrimEnd('.')}.", "Give the run.json of a run folder, or the folder.", ExitCode.BadData);

        public static UserException OtherFormat(string path, int format) => new(
            "run.format", $"{path} has format {format}; this program reads format {RunJson.Format}.", Again, ExitCode.BadData);

        public static UserException OtherVersion(string path, string theirs, string ours) => new(
            "run.version", $"{path} was written by version {theirs}; this is version {ours}, whose results may differ.", $"Use version {theirs} to repeat it, or: {Again}", ExitCode.BadData);

        public static UserException OtherInputs(string? then, string? now) => new(
            "run.inputs", $"The run had {then ?? "no further input"} where there is now {now ?? "none"}.", Again, ExitCode.BadData);

        public static UserException ChangedInput(RunFileInput then, InputFile now) => new(
            "run.changed-input",
            $"{then.Path} has changed since the run: {(then.Bytes != now.Bytes ? $"{then.Bytes} bytes then, {now.Bytes} now" : $"hash {then.Hash} then, {now.Hash} now")}.",
            "Bring back the file as it was, or: " + Again,
            ExitCode.BadData);

        /// <summary>Line and field of a JSON problem, or the unknown field, in our words.</summary>
        public static string Place(JsonException problem)
        {
            var place = problem.LineNumber is { } line ? $"line {line + 1}" : "its text";
            var field = problem.Path is { Length: > 2 } path ? $", field {path[2..]}" : "";
            var first = problem.Message.Split(" Path: ")[0].TrimEnd('.');
            var unknown = first.Contains("could not be mapped", StringComparison.Ordinal) ? "a field this version does not know" : first;
            return $"{place}{field}: {unknown}";
        }
    }
}

/// <summary>One input as run.json names it.</summary>
public sealed record RunFileInput(string Path, long Bytes, string Hash, long Lines);
