using System.Text.Json.Serialization;
using Clientele.People.Files;
using Clientele.Reports;

namespace Clientele.People.Describing;

/// <summary>run.json of a description, read back.</summary>
/// <param name="Table">Everything it depended on, when it was of a customer table; else null.</param>
/// <param name="Sales">Everything it depended on, when it was of the customers of sales; else null.</param>
/// <param name="ShowValues">Files named values.</param>
/// <param name="Inputs">Path, size and hash of every file.</param>
public sealed record DescribeRunFile(PeoplePlan? Table, Plan? Sales, bool ShowValues, IReadOnlyList<RunFileInput> Inputs)
{
    /// <summary>What a run.json of this command says.</summary>
    public const string Command = "describe";

    public static DescribeRunFile Of(SavedRun saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var text = saved.Read(DescribeRunFileJson.Default.DescribeRunText, DescribeRunJson.Format);
        if (text.Table is null == text.Plan is null) throw SavedRunProblems.NotARun(saved.Path, Command, "it must hold the plan of a table or of sales");
        return new(text.Table?.ToPlan(saved.Path), text.Plan?.ToPlan(saved.Path), text.ShowValues, text.Inputs);
    }

    /// <summary>Does it again.</summary>
    public DescribeReport Repeat(RunContext context) => Table is { } table ? Describer.Of(table, context) : SalesCustomers.Of(Sales!, context);

    /// <summary>Throws when a file is not the one of this run.</summary>
    public void Verify(DescribeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        SavedRun.Verify(Inputs, PeopleJson.Inputs(report.Files), Command);
    }
}

/// <summary>run.json of a description, field by field; the plan must match exactly.</summary>
internal sealed record DescribeRunText : SavedRunText
{
    public PeoplePlanText? Table { get; init; }

    public PlanText? Plan { get; init; }

    [JsonRequired]
    public IReadOnlyList<RunFileInput> Inputs { get; init; } = [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, RespectNullableAnnotations = true, MaxDepth = 32)]
[JsonSerializable(typeof(DescribeRunText))]
internal sealed partial class DescribeRunFileJson : JsonSerializerContext;
