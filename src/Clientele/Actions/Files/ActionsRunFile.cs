using System.Text.Json;
using System.Text.Json.Serialization;
using Clientele.Reports;

namespace Clientele.Actions.Files;

/// <summary>run.json of a list of actions, read back.</summary>
/// <param name="Plan">Everything it depended on.</param>
/// <param name="Inputs">Path, size and hash of each input.</param>
public sealed record ActionsRunFile(ActionsPlan Plan, IReadOnlyList<RunFileInput> Inputs)
{
    private const long MostBytes = 64 << 20;
    private const string Again = "Run 'clientele actions' again with the options you want; it writes a new run.json.";

    /// <summary>Reads run.json at <paramref name="path"/>, or in the folder at <paramref name="path"/>; null when it is of another command, or no JSON.</summary>
    /// <param name="path">File or run folder.</param>
    /// <param name="version">Version of this program; a file of another version is refused because its results may differ.</param>
    public static ActionsRunFile? Read(string path, string version) => Read(path, version, ActionsRunJson.Command);

    internal static ActionsRunFile? Read(string path, string version, string command)
    {
        if (Directory.Exists(path)) path = Path.Combine(path, Exports.Run);
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: <= MostBytes }) return null;
            var bytes = File.ReadAllBytes(path);
            if (!IsOurs(bytes, command)) return null;
            var text = JsonSerializer.Deserialize(bytes, ActionsRunFileJson.Default.ActionsRunText)!;
            if (text.Format != ActionsRunJson.Format) throw Problem("run.format", $"{path} has format {text.Format}; this program reads format {ActionsRunJson.Format}.");
            if (text.Version != version) throw Problem("run.version", $"{path} was written by version {text.Version}; this is version {version}, whose results may differ.");
            return new(text.Actions.ToPlan(text.Plan.ToPlan(path)), text.Inputs);
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
    public void Verify(ActionList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        new RunFile(Plan.Sales, "", ShowValues: true, Inputs).Verify(list.AsReport());
    }

    private static bool IsOurs(byte[] bytes, string ours)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("command", out var command) && command.ValueKind == JsonValueKind.String && command.GetString() == ours;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static UserException Problem(string code, string what) => new(code, what, Again, ExitCode.BadData);
}

/// <summary>run.json of a list of actions, field by field; what a run found is skipped, the plan must match exactly.</summary>
internal sealed record ActionsRunText
{
    [JsonRequired]
    public int Format { get; init; }

    [JsonRequired]
    public string Version { get; init; } = "";

    [JsonRequired]
    public PlanText Plan { get; init; } = new();

    [JsonRequired]
    public ActionsPlanText Actions { get; init; } = new();

    [JsonRequired]
    public IReadOnlyList<RunFileInput> Inputs { get; init; } = [];
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ActionsPlanText
{
    [JsonRequired]
    public int HorizonDays { get; init; }

    [JsonRequired]
    public double Margin { get; init; }

    [JsonRequired]
    public double ContactCost { get; init; }

    [JsonRequired]
    public int Most { get; init; }

    [JsonRequired]
    public IReadOnlyList<string> Only { get; init; } = [];

    [JsonRequired]
    public IReadOnlyDictionary<string, double> Settings { get; init; } = new Dictionary<string, double>();

    public ActionsPlan ToPlan(Plan sales) => new()
    {
        Sales = sales, HorizonDays = HorizonDays, Margin = Margin, ContactCost = ContactCost, Most = Most, Only = Only, Settings = Settings,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, RespectNullableAnnotations = true, MaxDepth = 32)]
[JsonSerializable(typeof(ActionsRunText))]
internal sealed partial class ActionsRunFileJson : JsonSerializerContext;
