using System.Text.Json.Serialization;
using Clientele.Reports;

namespace Clientele.People.Files;

/// <summary>The plan of a customer table as it stands in run.json, read back; all of it must be there.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PeoplePlanText
{
    [JsonRequired]
    public string Input { get; init; } = "";

    [JsonRequired]
    public ReadingText Reading { get; init; } = new();

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

    public PeoplePlan ToPlan(string path) => new()
    {
        Input = Input, Reading = Reading.ToOptions(path), Id = Id, Dictionary = Dictionary, With = With, Types = Types, Orders = Orders, Outcomes = Outcomes,
        AsOf = AsOf, Cleaning = Cleaning, Derive = Derive, CellsCap = CellsCap,
    };
}
