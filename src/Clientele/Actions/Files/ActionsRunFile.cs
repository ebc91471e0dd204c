using System.Text.Json.Serialization;
using Clientele.Reports;

namespace Clientele.Actions.Files;

/// <summary>run.json of a list of actions, or of the whole picture, which depends on the same plan, read back.</summary>
/// <param name="Plan">Everything it depended on.</param>
/// <param name="ShowValues">Files and page named customers.</param>
/// <param name="Looks">Looks of the whole picture that were wanted.</param>
/// <param name="Inputs">Path, size and hash of each input.</param>
public sealed record ActionsRunFile(ActionsPlan Plan, bool ShowValues, IReadOnlyList<string> Looks, IReadOnlyList<RunFileInput> Inputs)
{
    public const string Command = ActionsRunJson.Command;

    public static ActionsRunFile Of(SavedRun saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var text = saved.Read(ActionsRunFileJson.Default.ActionsRunText, ActionsRunJson.Format);
        return new(text.Actions.ToPlan(text.Plan.ToPlan(saved.Path)), text.ShowValues, text.Looks, text.Inputs);
    }

    /// <summary>Throws, naming the first input that differs from what this file says.</summary>
    public void Verify(ActionList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        SavedRun.Verify(Inputs, RunFileInput.Of(list.Sales.Inputs), Command);
    }
}

/// <summary>run.json of a list of actions, field by field; what a run found is skipped, the plan must match exactly.</summary>
internal sealed record ActionsRunText : SavedRunText
{
    [JsonRequired]
    public PlanText Plan { get; init; } = new();

    [JsonRequired]
    public ActionsPlanText Actions { get; init; } = new();

    /// <summary>Those of the whole picture that were wanted.</summary>
    public IReadOnlyList<string> Looks { get; init; } = [];

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
