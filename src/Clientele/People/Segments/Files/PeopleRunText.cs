using System.Text.Json.Serialization;
using Clientele.Clusters;
using Clientele.Sales;

namespace Clientele.People.Segments.Files;

/// <summary>One file that a run read.</summary>
/// <param name="Role">table, dictionary or joined.</param>
/// <param name="Path">As given.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Hash">Check sum with its algorithm in front.</param>
/// <param name="Lines">Data rows.</param>
public sealed record PeopleRunInput(string Role, string Path, long Bytes, string Hash, long Lines);

/// <summary>run.json, field by field; what a run found is skipped, the plan must match exactly.</summary>
internal sealed record PeopleRunText
{
    [JsonRequired]
    public int Format { get; init; }

    [JsonRequired]
    public string Version { get; init; } = "";

    [JsonRequired]
    public PeopleSegmentPlanText Plan { get; init; } = new();

    [JsonRequired]
    public IReadOnlyList<PeopleRunInput> Inputs { get; init; } = [];
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PeopleSegmentPlanText
{
    [JsonRequired]
    public IReadOnlyList<string> Features { get; init; } = [];

    [JsonRequired]
    public IReadOnlyList<string> Without { get; init; } = [];

    [JsonRequired]
    public string Method { get; init; } = "";

    [JsonRequired]
    public KRange K { get; init; } = KRange.Default;

    [JsonRequired]
    public ulong Seed { get; init; }

    [JsonRequired]
    public PeoplePlanText Table { get; init; } = new();

    public PeopleSegmentPlan ToPlan() => new() { Features = Features, Without = Without, Method = Method, K = K, Seed = Seed, Table = Table.ToPlan() };
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PeoplePlanText
{
    [JsonRequired]
    public string Input { get; init; } = "";

    [JsonRequired]
    public PeopleReadingText Reading { get; init; } = new();

    [JsonRequired]
    public string? Id { get; init; }

    [JsonRequired]
    public string? Dictionary { get; init; }

    [JsonRequired]
    public IReadOnlyList<string> With { get; init; } = [];

    [JsonRequired]
    public IReadOnlyList<string> Types { get; init; } = [];

    [JsonRequired]
    public IReadOnlyList<string> Orders { get; init; } = [];

    [JsonRequired]
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    [JsonRequired]
    public DateTime? AsOf { get; init; }

    [JsonRequired]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Cleaning { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, double>>();

    [JsonRequired]
    public IReadOnlyList<string> Derive { get; init; } = [];

    [JsonRequired]
    public long CellsCap { get; init; }

    public PeoplePlan ToPlan() => new()
    {
        Input = Input, Reading = Reading.ToOptions(), Id = Id, Dictionary = Dictionary, With = With, Types = Types, Orders = Orders, Outcomes = Outcomes,
        AsOf = AsOf, Cleaning = Cleaning, Derive = Derive, CellsCap = CellsCap,
    };
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PeopleReadingText
{
    [JsonRequired]
    public string? Encoding { get; init; }

    [JsonRequired]
    public string? Delimiter { get; init; }

    [JsonRequired]
    public string? Decimal { get; init; }

    [JsonRequired]
    public string? DateOrder { get; init; }

    [JsonRequired]
    public int? HeaderLine { get; init; }

    [JsonRequired]
    public string? Sheet { get; init; }

    public ReadOptions ToOptions() => new() { Encoding = Encoding, Delimiter = Delimiter, Decimal = Decimal, DateOrder = DateOrder, HeaderLine = HeaderLine, Sheet = Sheet };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, RespectNullableAnnotations = true, MaxDepth = 32)]
[JsonSerializable(typeof(PeopleRunText))]
internal sealed partial class PeopleRunFileJson : JsonSerializerContext;
