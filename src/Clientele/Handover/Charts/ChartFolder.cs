using System.Text.Json;
using Clientele.Explore;
using Clientele.Handover.Charts.Sources;

namespace Clientele.Handover.Charts;

/// <summary>The data of the report's charts as JSON: a file per chart, all of one form, and index.json that lists them.</summary>
internal sealed class ChartFolder : IHandover
{
    /// <summary>Changes when a member changes its meaning.</summary>
    public const int Format = 1;

    private const string Index = "index.json";

    public static Choice<IHandover> Choice { get; } = new("charts", "The data of every chart of the report, one JSON file each, for programs that draw their own.", [], _ => new ChartFolder());

    /// <summary>Every chart that there can be but those of analyses, which bear their names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "segments", "clusters", "profiles", "distributions", "spread", "scores", "concentration", "correlations",
        "elbow", "centres", "silhouettes", "crossing", "lines-kept", "money-kept", "months", "weekday-hours", "places",
        "product-classes", "product-stages", "product-ranking", "product-dependence", "product-rebuying", "product-cover",
        "basket-rules", "basket-affinity", "basket-next", "actions", "effects", "mixes", "answers", "rows-kept",
    ];

    public string Folder => "charts";

    public bool NeedsLines => false;

    public bool Writes(string file)
    {
        if (file == Index) return true;
        foreach (var name in Names)
        {
            if (file == name + ".json") return true;
        }

        foreach (var analysis in AllAnalyses.Catalog)
        {
            if (file == ExploreCharts.NameOf(analysis.Name) + ".json") return true;
        }

        return false;
    }

    public void Write(HandoverRun run, Func<string, Stream> create)
    {
        var put = new TextFiles(name => create($"{Folder}/{name}"));
        using var document = JsonDocument.Parse(run.Document());
        var written = new List<Chart>();
        foreach (var chart in Charts(run, document.RootElement))
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (chart.Rows == 0) continue;
            put.Json(chart.Name + ".json", chart.Write);
            written.Add(chart);
        }

        put.Json(Index, json =>
        {
            json.Object().Integer("format", Format).Text("version", run.Version).List("charts");
            foreach (var chart in written) json.Object().Text("file", chart.Name + ".json").Text("kind", chart.Kind).Text("title", chart.Title).Integer("rows", chart.Rows).EndObject();
            json.EndList().EndObject();
        });
    }

    /// <summary>All charts in the order of the report; those without rows are left out later.</summary>
    private static IEnumerable<Chart> Charts(HandoverRun run, JsonElement document) =>
    [
        .. SegmentCharts.Of(run, document), .. CustomerCharts.Of(run, document), .. FoundCharts.Of(run, document), .. ExploreCharts.Of(run, document),
        .. ShopCharts.Of(document), .. PeopleCharts.Of(run, document), .. QualityCharts.Of(document),
    ];
}
