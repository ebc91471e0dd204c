using System.Text.Json;
using Clientele.Reports;

namespace Clientele.People.Segments.Files;

/// <summary>run.json of a segmented customer table, read back.</summary>
/// <param name="Plan">Everything the run depended on.</param>
/// <param name="Inputs">Path, size and hash of every file.</param>
public sealed record PeopleRunFile(PeopleSegmentPlan Plan, IReadOnlyList<PeopleRunInput> Inputs)
{
    private const long MostBytes = 64 << 20;
    private const string Again = "Run 'clientele segment' again with the options you want; it writes a new run.json.";

    /// <summary>Reads run.json at <paramref name="path"/>, or in the folder at <paramref name="path"/>; null when it is of another command, or no JSON.</summary>
    /// <param name="path">File or run folder.</param>
    /// <param name="version">Version of this program; a file of another version is refused because its results may differ.</param>
    public static PeopleRunFile? Read(string path, string version)
    {
        if (Directory.Exists(path)) path = Path.Combine(path, Exports.Run);
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: <= MostBytes }) return null;
            var bytes = File.ReadAllBytes(path);
            if (!IsOurs(bytes)) return null;
            var text = JsonSerializer.Deserialize(bytes, PeopleRunFileJson.Default.PeopleRunText)!;
            if (text.Format != PeopleRunJson.Format) throw Problem("run.format", $"{path} has format {text.Format}; this program reads format {PeopleRunJson.Format}.");
            if (text.Version != version) throw Problem("run.version", $"{path} was written by version {text.Version}; this is version {version}, whose results may differ.");
            return new(text.Plan.ToPlan(), text.Inputs);
        }
        catch (JsonException problem)
        {
            throw Problem("run.unreadable", $"{path} is not a run.json that this program can read: {problem.Message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Throws when a file is not the one of this run.</summary>
    public void Verify(PeopleSegmentReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var now = report.Data.Files;
        for (var i = 0; i < Math.Max(Inputs.Count, now.Count); i++)
        {
            if (i >= Inputs.Count || i >= now.Count) throw Problem("run.changed-input", $"The run read {Inputs.Count} files; these are {now.Count}.");
            if (Inputs[i].Bytes != now[i].Bytes || Inputs[i].Hash != now[i].Hash)
                throw Problem("run.changed-input", $"{Inputs[i].Path} has changed since the run: {Inputs[i].Bytes} bytes and hash {Inputs[i].Hash} then, {now[i].Bytes} and {now[i].Hash} now.");
        }
    }

    private static bool IsOurs(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("command", out var command) && command.ValueKind == JsonValueKind.String && command.GetString() == PeopleRunJson.Command;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static UserException Problem(string code, string what) => new(code, what, Again, ExitCode.BadData);
}
