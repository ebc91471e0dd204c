using System.Text.Json.Serialization;
using Clientele.Clusters;
using Clientele.People.Files;
using Clientele.Reports;

namespace Clientele.People.Segments.Files;

/// <summary>run.json, field by field; what a run found is skipped, the plan must match exactly.</summary>
internal sealed record PeopleRunText : SavedRunText
{
    [JsonRequired]
    public PeopleSegmentPlanText Plan { get; init; } = new();

    [JsonRequired]
    public IReadOnlyList<RunFileInput> Inputs { get; init; } = [];
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PeopleSegmentPlanText
{
    [JsonRequired]
    public IReadOnlyList<string> Features { get; init; } = [];

    [JsonRequired]
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Not in files of programs that did not know it.</summary>
    public IReadOnlyList<string>? Encodings { get; init; }

    [JsonRequired]
    public string Method { get; init; } = "";

    [JsonRequired]
    public KRange K { get; init; } = KRange.Default;

    [JsonRequired]
    public ulong Seed { get; init; }

    [JsonRequired]
    public PeoplePlanText Table { get; init; } = new();

    public PeopleSegmentPlan ToPlan(string path) => new() { Features = Features, Without = Without, Encodings = Encodings ?? [], Method = Method, K = K, Seed = Seed, Table = Table.ToPlan(path) };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, RespectNullableAnnotations = true, MaxDepth = 32)]
[JsonSerializable(typeof(PeopleRunText))]
internal sealed partial class PeopleRunFileJson : JsonSerializerContext;
