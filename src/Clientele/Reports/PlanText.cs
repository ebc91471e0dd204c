using System.Text.Json.Serialization;
using Clientele.Sales;

namespace Clientele.Reports;

/// <summary>The parts of the plan as they stand in run.json: every field must be there, none may be unknown.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ReadingText
{
    [JsonRequired]
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    [JsonRequired]
    public string? Encoding { get; init; }

    [JsonRequired]
    public string? Delimiter { get; init; }

    [JsonRequired]
    public string? Decimal { get; init; }

    [JsonRequired]
    public string? DateOrder { get; init; }

    [JsonRequired]
    public string? TimeZone { get; init; }

    [JsonRequired]
    public int? HeaderLine { get; init; }

    [JsonRequired]
    public string? Sheet { get; init; }

    public ReadOptions ToOptions(string path)
    {
        var columns = new RoleTexts();
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

internal sealed record SegmentsText
{
    [JsonRequired]
    public string Method { get; init; } = "";

    [JsonRequired]
    public string Map { get; init; } = "";

    [JsonRequired]
    public string Scoring { get; init; } = "";

    [JsonRequired]
    public IReadOnlyDictionary<string, double[]> Thresholds { get; init; } = new Dictionary<string, double[]>();

    [JsonRequired]
    public int LeastK { get; init; }

    [JsonRequired]
    public int MostK { get; init; }

    [JsonRequired]
    public int Starts { get; init; }

    [JsonRequired]
    public IReadOnlyList<string> Features { get; init; } = [];

    [JsonRequired]
    public string Transform { get; init; } = "";

    [JsonRequired]
    public string Scale { get; init; } = "";

    [JsonRequired]
    public ulong Seed { get; init; }

    public SegmentOptions ToOptions() => new()
    {
        Method = Method, Map = Map, Scoring = Scoring, Thresholds = Thresholds, LeastK = LeastK, MostK = MostK,
        Starts = Starts, Features = Features, Transform = Transform, Scale = Scale, Seed = Seed,
    };
}
