using System.Text.Json;
using Clientele.Cleaning;

namespace Clientele.Web.Runs;

/// <summary>What run.json says, as far as the page shows it.</summary>
internal sealed record RunView
{
    /// <summary>Far more than any run.json has.</summary>
    private const int MostBytes = 64 << 20;

    public required string Version { get; init; }

    public required Audit Audit { get; init; }

    public required long Customers { get; init; }

    public required long Orders { get; init; }

    /// <summary>First and last kept sale and the day recency counts from, as written; empty when the run had no dates.</summary>
    public required string First { get; init; }

    public required string Last { get; init; }

    public required string AsOf { get; init; }

    public required IReadOnlyList<SegmentView> Segments { get; init; }

    public required IReadOnlyList<string> Inputs { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Reads the folder as it is now.</summary>
    /// <exception cref="UserException">run.json is missing or damaged.</exception>
    public static RunView Read(RunFolderFiles folder)
    {
        try
        {
            using var json = JsonDocument.Parse(folder.Read(RunFolderFiles.Run, MostBytes));
            var run = json.RootElement;
            return new RunView
            {
                Version = Text(run, "version"),
                Audit = ReadAudit(run),
                Customers = run.GetProperty("customers").GetInt64(),
                Orders = run.GetProperty("orders").GetInt64(),
                First = Text(run, "first"),
                Last = Text(run, "last"),
                AsOf = Text(run, "asOf"),
                Segments = ReadSegments(run, Medians.Read(folder)),
                Inputs = [.. run.GetProperty("inputs").EnumerateArray().Select(input => Text(input, "path"))],
                Notes = run.TryGetProperty("notes", out var notes) ? [.. notes.EnumerateArray().Select(note => note.GetString() ?? "")] : [],
            };
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw Problems.Damaged(RunFolderFiles.Run, "it is not what 'clientele segment' writes");
        }
    }

    private static Audit ReadAudit(JsonElement run) => new()
    {
        LinesRead = run.GetProperty("lines").GetProperty("read").GetInt64(),
        LinesKept = run.GetProperty("lines").GetProperty("kept").GetInt64(),
        MoneyRead = Amount(run.GetProperty("money").GetProperty("read")),
        MoneyKept = Amount(run.GetProperty("money").GetProperty("kept")),
        Excluded = [.. run.GetProperty("audit").EnumerateArray().Select(
            entry => new AuditEntry(Text(entry, "rule"), entry.GetProperty("lines").GetInt64(), Amount(entry.GetProperty("money"))))],
    };

    private static List<SegmentView> ReadSegments(JsonElement run, Medians medians)
    {
        var segments = new List<SegmentView>();
        foreach (var one in run.GetProperty("segments").EnumerateArray())
        {
            var segment = new SegmentView(
                Text(one, "method"), Text(one, "name"), Text(one, "group"), one.GetProperty("customers").GetInt64(), Amount(one.GetProperty("money")), Text(one, "why"));
            segments.Add(segment with { Middle = medians.Of(segment) });
        }

        return segments;
    }

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    private static Money Amount(JsonElement value) => ExactMoney.Parse(value.GetRawText());
}

/// <summary>One segment of one method.</summary>
/// <param name="Method">rfm or kmeans.</param>
internal sealed record SegmentView(string Method, string Name, string Group, long Customers, Money Money, string Why)
{
    /// <summary>Medians of days since the last order, orders and spending, or null when profiles.csv does not say.</summary>
    public (double Recency, double Orders, double Spent)? Middle { get; init; }
}
