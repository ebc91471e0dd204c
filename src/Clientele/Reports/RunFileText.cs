using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clientele.Reports;

/// <summary>run.json, field by field. What a run found is there for readers and skipped here; the plan must match exactly.</summary>
internal sealed record RunFileText : SavedRunText
{
    [JsonRequired]
    public PlanText Plan { get; init; } = new();

    public bool Stability { get; init; }

    [JsonRequired]
    public IReadOnlyList<RunFileInput> Inputs { get; init; } = [];

    public JsonElement Seed { get; init; }

    public JsonElement Exports { get; init; }

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

    public JsonElement Layouts { get; init; }

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
    public SegmentsText Segments { get; init; } = new();

    [JsonRequired]
    public DateTime? AsOf { get; init; }

    [JsonRequired]
    public IReadOnlyList<string> With { get; init; } = [];

    public Plan ToPlan(string path) => new()
    {
        Inputs = Inputs, Reading = Reading.ToOptions(path), Cleaning = Cleaning.ToOptions(path), Segments = Segments.ToOptions(), With = With, AsOf = AsOf,
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
