using System.Globalization;
using System.Text.Json;
using Clientele.Reports;

namespace Clientele.Web.Runs;

/// <summary>A run in a few figures, from its run.json.</summary>
internal sealed record RunSummary
{
    /// <summary>Far more than any run.json has.</summary>
    private const int MostBytes = 64 << 20;

    public required string Id { get; init; }

    /// <summary>Name of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>segment, segment-table, explore …: the command that wrote it.</summary>
    public string Command { get; init; } = "";

    public string Version { get; init; } = "";

    /// <summary>When run.json was written, in UTC.</summary>
    public required string Written { get; init; }

    public long? Customers { get; init; }

    public IReadOnlyList<string> Inputs { get; init; } = [];

    public IReadOnlyList<SegmentFigures> Segments { get; init; } = [];

    /// <summary>It can be shown with all its charts.</summary>
    public bool HasReport { get; init; }

    /// <summary>segments.csv is there: it can be compared.</summary>
    public bool HasSegments { get; init; }

    /// <summary>Everything the run depended on, as in run.json.</summary>
    public JsonElement? Plan { get; init; }

    /// <summary>Why it cannot be read, or null.</summary>
    public string? Trouble { get; init; }

    /// <summary>Reads the folder as it is now.</summary>
    /// <exception cref="UserException">run.json is missing or damaged.</exception>
    public static RunSummary Read(StoredRun run)
    {
        var files = run.Folder.Names();
        try
        {
            using var json = JsonDocument.Parse(run.Folder.Read(Exports.Run, MostBytes));
            var root = json.RootElement;
            return Empty(run) with
            {
                Command = Text(root, "command") is { Length: > 0 } command ? command : "segment",
                Version = Text(root, "version"),
                Customers = root.TryGetProperty("customers", out var customers) ? customers.GetInt64() : null,
                Inputs = [.. root.GetProperty("inputs").EnumerateArray().Select(input => Text(input, "path"))],
                Segments = root.TryGetProperty("segments", out var segments) ? [.. segments.EnumerateArray().Select(Segment)] : [],
                HasReport = files.Contains(Exports.Report),
                HasSegments = files.Contains("segments.csv"),
                Plan = root.TryGetProperty("plan", out var plan) ? plan.Clone() : null,
            };
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw Problems.Damaged(Exports.Run, "it is not what a run writes");
        }
    }

    /// <summary>The same, with the trouble told instead of thrown.</summary>
    public static RunSummary ReadOrTell(StoredRun run)
    {
        try
        {
            return Read(run);
        }
        catch (UserException problem)
        {
            return Empty(run) with { Trouble = problem.What };
        }
    }

    private static RunSummary Empty(StoredRun run) => new()
    {
        Id = run.Id,
        Name = run.Name,
        Written = File.GetLastWriteTimeUtc(Path.Combine(run.Folder.Path, Exports.Run)).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
    };

    private static SegmentFigures Segment(JsonElement one) => new(
        Text(one, "method") is { Length: > 0 } method ? method : "table",
        Text(one, "name"),
        one.GetProperty("customers").GetInt64(),
        one.TryGetProperty("money", out var money) && money.ValueKind is JsonValueKind.Number or JsonValueKind.String ? money.ToString() : null,
        Text(one, "why") is { Length: > 0 } why ? why : Apart(one));

    /// <summary>What sets a segment of a customer table apart, as one text.</summary>
    private static string Apart(JsonElement one) =>
        one.TryGetProperty("apart", out var apart) && apart.ValueKind == JsonValueKind.Array ? string.Join("; ", apart.EnumerateArray().Select(a => a.ToString())) : "";

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}

/// <summary>One segment of one method.</summary>
/// <param name="Method">rfm, kmeans, or table for a customer table.</param>
/// <param name="Money">All digits, or null where there is no money.</param>
internal sealed record SegmentFigures(string Method, string Name, long Customers, string? Money, string Why);
