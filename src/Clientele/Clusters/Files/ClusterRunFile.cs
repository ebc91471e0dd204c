using System.Text.Json;
using System.Text.Json.Serialization;
using Clientele.Reports;
using Clientele.Sales;

namespace Clientele.Clusters.Files;

/// <summary>run.json of a clustering, read back.</summary>
/// <param name="Plan">Everything the run depended on.</param>
/// <param name="Input">Path, size and hash of the table.</param>
public sealed record ClusterRunFile(ClusterPlan Plan, RunFileInput Input)
{
    private const long MostBytes = 64 << 20;
    private const string Again = "Run 'clientele cluster' again with the options you want; it writes a new run.json.";

    /// <summary>Reads run.json at <paramref name="path"/>, or in the folder at <paramref name="path"/>; null when it is of another command, or no JSON.</summary>
    /// <param name="path">File or run folder.</param>
    /// <param name="version">Version of this program; a file of another version is refused because its results may differ.</param>
    public static ClusterRunFile? Read(string path, string version)
    {
        if (Directory.Exists(path)) path = Path.Combine(path, Exports.Run);
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: <= MostBytes }) return null;
            var bytes = File.ReadAllBytes(path);
            if (!IsOurs(bytes)) return null;
            var text = JsonSerializer.Deserialize(bytes, ClusterRunFileJson.Default.ClusterRunText)!;
            if (text.Format != ClusterRunJson.Format) throw Problem("run.format", $"{path} has format {text.Format}; this program reads format {ClusterRunJson.Format}.");
            if (text.Version != version) throw Problem("run.version", $"{path} was written by version {text.Version}; this is version {version}, whose results may differ.");
            return new(text.Plan.ToPlan(), text.Inputs is [var input] ? input : throw Problem("run.unreadable", $"{path} does not name one input."));
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

    /// <summary>Throws when the table is not the one of this run.</summary>
    public void Verify(ClusterReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (Input.Bytes == report.Table.Bytes && Input.Hash == report.Table.Hash) return;
        throw Problem("run.changed-input", $"{Input.Path} has changed since the run: {Input.Bytes} bytes and hash {Input.Hash} then, {report.Table.Bytes} and {report.Table.Hash} now.");
    }

    private static bool IsOurs(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("command", out var command) && command.ValueKind == JsonValueKind.String && command.GetString() == ClusterRunJson.Command;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static UserException Problem(string code, string what) => new(code, what, Again, ExitCode.BadData);
}

/// <summary>run.json of a clustering, field by field; what a run found is skipped, the plan must match exactly.</summary>
internal sealed record ClusterRunText
{
    [JsonRequired]
    public int Format { get; init; }

    [JsonRequired]
    public string Version { get; init; } = "";

    [JsonRequired]
    public ClusterPlanText Plan { get; init; } = new();

    [JsonRequired]
    public IReadOnlyList<RunFileInput> Inputs { get; init; } = [];
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ClusterPlanText
{
    [JsonRequired]
    public string Input { get; init; } = "";

    [JsonRequired]
    public ClusterReadingText Reading { get; init; } = new();

    [JsonRequired]
    public IReadOnlyList<string> Columns { get; init; } = [];

    [JsonRequired]
    public IReadOnlyList<string> Categorical { get; init; } = [];

    [JsonRequired]
    public string? Id { get; init; }

    [JsonRequired]
    public string Method { get; init; } = "";

    [JsonRequired]
    public IReadOnlyDictionary<string, double> Settings { get; init; } = new Dictionary<string, double>();

    [JsonRequired]
    public KRange? K { get; init; }

    [JsonRequired]
    public string Scale { get; init; } = "";

    [JsonRequired]
    public string Missing { get; init; } = "";

    [JsonRequired]
    public ulong Seed { get; init; }

    [JsonRequired]
    public string? Model { get; init; }

    [JsonRequired]
    public bool TrustUnits { get; init; }

    public ClusterPlan ToPlan() => new()
    {
        Input = Input, Reading = Reading.ToOptions(), Columns = Columns, Categorical = Categorical, Id = Id, Method = Method, Settings = Settings,
        K = K, Scale = Scale, Missing = Missing, Seed = Seed, Model = Model, TrustUnits = TrustUnits,
    };
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ClusterReadingText
{
    [JsonRequired]
    public string? Encoding { get; init; }

    [JsonRequired]
    public string? Delimiter { get; init; }

    [JsonRequired]
    public string? Decimal { get; init; }

    [JsonRequired]
    public int? HeaderLine { get; init; }

    [JsonRequired]
    public string? Sheet { get; init; }

    public ReadOptions ToOptions() => new() { Encoding = Encoding, Delimiter = Delimiter, Decimal = Decimal, HeaderLine = HeaderLine, Sheet = Sheet };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, RespectNullableAnnotations = true, MaxDepth = 32)]
[JsonSerializable(typeof(ClusterRunText))]
internal sealed partial class ClusterRunFileJson : JsonSerializerContext;
