using System.Text.Json;
using System.Text.Json.Serialization;
using Clientele.Reports;

namespace Clientele.Explore.Files;

/// <summary>run.json of an exploration, read back.</summary>
/// <param name="Plan">Everything the run depended on.</param>
/// <param name="Inputs">What the files were then.</param>
public sealed record ExploreRunFile(ExplorePlan Plan, RunFile Inputs)
{
    private const long MostBytes = 64 << 20;
    private const string Again = "Run 'clientele explore' again with the options you want; it writes a new run.json.";

    /// <summary>Reads run.json at <paramref name="path"/>, or in the folder at <paramref name="path"/>; null when it is of another command, or no JSON.</summary>
    /// <param name="path">File or run folder.</param>
    /// <param name="version">Version of this program; a file of another version is refused because its results may differ.</param>
    public static ExploreRunFile? Read(string path, string version)
    {
        if (Directory.Exists(path)) path = Path.Combine(path, Exports.Run);
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: <= MostBytes }) return null;
            var bytes = File.ReadAllBytes(path);
            if (!IsOurs(bytes)) return null;
            var text = JsonSerializer.Deserialize(bytes, ExploreRunFileJson.Default.ExploreRunText)!;
            if (text.Format != ExploreRunJson.Format) throw Problem("run.format", $"{path} has format {text.Format}; this program reads format {ExploreRunJson.Format}.");
            if (text.Version != version) throw Problem("run.version", $"{path} was written by version {text.Version}; this is version {version}, whose results may differ.");
            var plan = new ExplorePlan { Sales = text.Plan.ToPlan(path), Only = text.Explore.Only, Compare = text.Explore.Compare };
            return new(plan, new RunFile(plan.Sales, text.Version, false, text.Inputs));
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

    /// <summary>Throws, naming the first input that differs from what this file says.</summary>
    public void Verify(ExploreReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Inputs.Verify(report.Totals);
    }

    private static bool IsOurs(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("command", out var command) && command.ValueKind == JsonValueKind.String && command.GetString() == ExploreRunJson.Command;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static UserException Problem(string code, string what) => new(code, what, Again, ExitCode.BadData);
}

/// <summary>run.json of an exploration, field by field; what a run found is skipped, the plan must match exactly.</summary>
internal sealed record ExploreRunText
{
    [JsonRequired]
    public int Format { get; init; }

    [JsonRequired]
    public string Version { get; init; } = "";

    [JsonRequired]
    public PlanText Plan { get; init; } = new();

    [JsonRequired]
    public ExploreText Explore { get; init; } = new();

    [JsonRequired]
    public IReadOnlyList<RunFileInput> Inputs { get; init; } = [];
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExploreText
{
    [JsonRequired]
    public IReadOnlyList<string> Only { get; init; } = [];

    [JsonRequired]
    public string? Compare { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, RespectNullableAnnotations = true, MaxDepth = 32)]
[JsonSerializable(typeof(ExploreRunText))]
internal sealed partial class ExploreRunFileJson : JsonSerializerContext;
