using System.Text.Json;
using System.Text.Json.Serialization;
using Clientele.Sales;

namespace Clientele.Reports;

/// <summary>run.json, field by field. What a run found is there for readers and skipped here; the plan must match exactly.</summary>
internal sealed record RunFileText
{
    [JsonRequired]
    public int Format { get; init; }

    [JsonRequired]
    public string Version { get; init; } = "";

    [JsonRequired]
    public PlanText Plan { get; init; } = new();

    [JsonRequired]
    public bool ShowValues { get; init; }

    [JsonRequired]
    public IReadOnlyList<RunFileInput> Inputs { get; init; } = [];

    public JsonElement Seed { get; init; }

    public JsonElement Lines { get; init; }

    public JsonElement Money { get; init; }

    public JsonElement Customers { get; init; }

    public JsonElement Orders { get; init; }

    public JsonElement Products { get; init; }

    public JsonElement Countries { get; init; }

    public JsonElement First { get; init; }

    public JsonElement Last { get; init; }

    [JsonPropertyName("asOf")]
    public JsonElement AsOf { get; init; }

    public JsonElement Audit { get; init; }

    public JsonElement Segments { get; init; }

    public JsonElement Clusters { get; init; }

    public JsonElement Agreement { get; init; }

    public JsonElement Notes { get; init; }

    public JsonElement Timings { get; init; }
}

internal sealed record PlanText
{
    [JsonRequired]
    public IReadOnlyList<string> Inputs { get; init; } = [];

    [JsonRequired]
    public ReadingText Reading { get; init; } = new();

    [JsonRequired]
    public CleaningText Cleaning { get; init; } = new();

    [JsonRequired]
    public SegmentOptions Segments { get; init; } = new();

    [JsonRequired]
    public DateTime? AsOf { get; init; }

    public Plan ToPlan(string path) => new()
    {
        Inputs = Inputs, Reading = Reading.ToOptions(path), Cleaning = Cleaning.ToOptions(path), Segments = Segments, AsOf = AsOf,
    };
}

internal sealed record ReadingText
{
    [JsonRequired]
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    public string? Encoding { get; init; }

    public string? Delimiter { get; init; }

    public string? Decimal { get; init; }

    public string? DateOrder { get; init; }

    public string? TimeZone { get; init; }

    public int? HeaderLine { get; init; }

    public string? Sheet { get; init; }

    public ReadOptions ToOptions(string path)
    {
        var columns = new Dictionary<Role, string>();
        foreach (var (word, column) in Columns)
        {
            columns[RoleWords.Parse(word) ?? throw Unknown(path, "plan.reading.columns", word)] = column;
        }

        return new ReadOptions
        {
            Columns = columns, Encoding = Encoding, Delimiter = Delimiter, Decimal = Decimal,
            DateOrder = DateOrder, TimeZone = TimeZone, HeaderLine = HeaderLine, Sheet = Sheet,
        };
    }

    internal static UserException Unknown(string path, string field, string value) => new(
        "run.unreadable", $"{path} says '{value}' in {field}, which this version does not know.", "Use the version that wrote it, or run 'clientele segment' again.", ExitCode.BadData);
}

internal sealed record CleaningText
{
    [JsonRequired]
    public string Returns { get; init; } = "";

    [JsonRequired]
    public IReadOnlyList<string> Extra { get; init; } = [];

    [JsonRequired]
    public IReadOnlyList<string> Without { get; init; } = [];

    [JsonRequired]
    public double MaxRejects { get; init; }

    [JsonRequired]
    public long ExcludedCap { get; init; }

    public CleaningOptions ToOptions(string path) => new()
    {
        Returns = PlanJson.Returns(Returns) ?? throw ReadingText.Unknown(path, "plan.cleaning.returns", Returns),
        Extra = Extra, Without = Without, MaxRejects = MaxRejects, ExcludedCap = ExcludedCap,
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    MaxDepth = 32)]
[JsonSerializable(typeof(RunFileText))]
internal sealed partial class RunFileJson : JsonSerializerContext;
