using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Clientele.Reports;

/// <summary>A run.json on disk, opened once: which command wrote it, and its bytes for the reader of that command.</summary>
public sealed class SavedRun
{
    /// <summary>Largest run.json that is read, in bytes.</summary>
    private const long MostBytes = 64 << 20;

    private readonly byte[] _bytes;
    private readonly string _version;

    private SavedRun(string path, byte[] bytes, string version)
    {
        (Path, _bytes, _version) = (path, bytes, version);
        using var document = JsonDocument.Parse(bytes);
        if (document.RootElement is not { ValueKind: JsonValueKind.Object } root) return;
        if (root.TryGetProperty("command", out var command) && command.ValueKind == JsonValueKind.String) Command = command.GetString();
        if (!root.TryGetProperty("exports", out var exports) || exports.ValueKind != JsonValueKind.Array) return;
        Exports = [.. exports.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)];
    }

    /// <summary>The file itself, where a folder was given.</summary>
    public string Path { get; }

    /// <summary>What the command calls itself in run.json; null for the main one, segments of sales.</summary>
    public string? Command { get; }

    /// <summary>Names of the exports that the run was asked for.</summary>
    public IReadOnlyList<string> Exports { get; } = [];

    /// <summary>Reads run.json at <paramref name="path"/>, or in the folder at <paramref name="path"/>.</summary>
    /// <param name="path">File or run folder.</param>
    /// <param name="version">Version of this program; a file of another version is refused because its results may differ.</param>
    public static SavedRun Open(string path, string version)
    {
        if (Directory.Exists(path)) path = System.IO.Path.Combine(path, Reports.Exports.Run);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) throw SavedRunProblems.NotARun(path, null, "it is larger than 64 MiB");
            var bytes = File.ReadAllBytes(path);
            return new(path, bytes, version);
        }
        catch (JsonException problem)
        {
            throw SavedRunProblems.NotARun(path, null, problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw SavedRunProblems.Unreadable(path, problem);
        }
    }

    /// <summary>Says that no reader knows this command.</summary>
    public UserException CannotRepeat() => SavedRunProblems.OtherCommand(Path, Command ?? "segment");

    /// <summary>The text of the command's own shape, of this format and version.</summary>
    internal T Read<T>(JsonTypeInfo<T> shape, int format)
        where T : SavedRunText
    {
        try
        {
            var text = JsonSerializer.Deserialize(_bytes, shape) ?? throw SavedRunProblems.NotARun(Path, Command, "it holds null");
            if (text.Format != format) throw SavedRunProblems.OtherFormat(Path, Command, text.Format, format);
            if (text.Version != _version) throw SavedRunProblems.OtherVersion(Path, Command, text.Version, _version);
            return text;
        }
        catch (JsonException problem)
        {
            throw SavedRunProblems.NotARun(Path, Command, problem);
        }
    }

    /// <summary>Throws, naming the first input that differs from what run.json says.</summary>
    /// <param name="then">As run.json has them.</param>
    /// <param name="now">As they were read now.</param>
    /// <param name="command">What wrote it.</param>
    internal static void Verify(IReadOnlyList<RunFileInput> then, IReadOnlyList<RunFileInput> now, string? command)
    {
        for (var i = 0; i < Math.Max(then.Count, now.Count); i++)
        {
            var (old, here) = (i < then.Count ? then[i] : null, i < now.Count ? now[i] : null);
            if (old?.Path != here?.Path) throw SavedRunProblems.OtherInputs(old?.Path, here?.Path, command);
            if (old!.Bytes != here!.Bytes || old.Hash != here.Hash) throw SavedRunProblems.ChangedInput(old, here, command);
        }
    }
}
