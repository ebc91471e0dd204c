using System.Text.Json.Serialization;
using Clientele.Reports;

namespace Clientele.Clusters.Files;

/// <summary>run.json of a clustering, read back.</summary>
/// <param name="Plan">Everything the run depended on.</param>
/// <param name="Inputs">Path, size and hash of the table.</param>
public sealed record ClusterRunFile(ClusterPlan Plan, IReadOnlyList<RunFileInput> Inputs)
{
    public const string Command = ClusterRunJson.Command;

    public static ClusterRunFile Of(SavedRun saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var text = saved.Read(ClusterRunFileJson.Default.ClusterRunText, ClusterRunJson.Format);
        return new(text.Plan.ToPlan(saved.Path), text.Inputs);
    }

    /// <summary>Throws when the table is not the one of this run.</summary>
    public void Verify(ClusterReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        SavedRun.Verify(Inputs, [new(report.Table.Path, report.Table.Bytes, report.Table.Hash, report.Table.Rows)], Command);
    }
}

/// <summary>run.json of a clustering, field by field; what a run found is skipped, the plan must match exactly.</summary>
internal sealed record ClusterRunText : SavedRunText
{
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
    public ReadingText Reading { get; init; } = new();

    [JsonRequired]
    public IReadOnlyList<string> Columns { get; init; } = [];

    [JsonRequired]
    public IReadOnlyList<string> Categorical { get; init; } = [];

    /// <summary>Not in files of programs that did not know it.</summary>
    public IReadOnlyList<string>? Frequency { get; init; }

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

    public ClusterPlan ToPlan(string path) => new()
    {
        Input = Input, Reading = Reading.ToOptions(path), Columns = Columns, Categorical = Categorical, Frequency = Frequency ?? [], Id = Id, Method = Method, Settings = Settings,
        K = K, Scale = Scale, Missing = Missing, Seed = Seed, Model = Model, TrustUnits = TrustUnits,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, RespectNullableAnnotations = true, MaxDepth = 32)]
[JsonSerializable(typeof(ClusterRunText))]
internal sealed partial class ClusterRunFileJson : JsonSerializerContext;
