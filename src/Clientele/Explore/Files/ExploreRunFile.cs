using System.Text.Json.Serialization;
using Clientele.Reports;

namespace Clientele.Explore.Files;

/// <summary>run.json of an exploration, read back.</summary>
/// <param name="Plan">Everything the run depended on.</param>
/// <param name="ShowValues">The page named customers.</param>
/// <param name="Inputs">Path, size and hash of each input.</param>
public sealed record ExploreRunFile(ExplorePlan Plan, bool ShowValues, IReadOnlyList<RunFileInput> Inputs)
{
    public const string Command = ExploreRunJson.Command;

    public static ExploreRunFile Of(SavedRun saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var text = saved.Read(ExploreRunFileJson.Default.ExploreRunText, ExploreRunJson.Format);
        return new(new ExplorePlan { Sales = text.Plan.ToPlan(saved.Path), Only = text.Explore.Only, Compare = text.Explore.Compare }, text.ShowValues, text.Inputs);
    }

    /// <summary>Throws, naming the first input that differs from what this file says.</summary>
    public void Verify(ExploreReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        SavedRun.Verify(Inputs, RunFileInput.Of(report.Totals.Inputs), Command);
    }
}

/// <summary>run.json of an exploration, field by field; what a run found is skipped, the plan must match exactly.</summary>
internal sealed record ExploreRunText : SavedRunText
{
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
