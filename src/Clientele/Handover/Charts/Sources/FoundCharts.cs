using System.Text.Json;

namespace Clientele.Handover.Charts.Sources;

/// <summary>How clusters were found: elbow, centres, silhouettes, and where the map's segments went.</summary>
internal static class FoundCharts
{
    public static IEnumerable<Chart> Of(HandoverRun run, JsonElement document)
    {
        var search = document.At("search");
        yield return new Chart("elbow", "elbow", "How many clusters", search.At("reason") is { ValueKind: JsonValueKind.String } why ? why.GetString()! : "", new("k"), new("inertia"), new("silhouette"))
            .Take(search.At("trials"), "k", "inertia", "silhouette");
        var found = run.Clusters ?? run.Segments;
        yield return Centres(search, found);
        yield return Silhouettes(document.At("silhouettes"), found);
        if (run.Clusters is { } clusters) yield return Crossing(document.At("crossing"), run.Segments, clusters);
    }

    private static Chart Centres(JsonElement search, Segments.Segmentation found)
    {
        var chart = new Chart("centres", "parallel", "Centres of the clusters", "Where the middle of each cluster lies, in the measures' own units.", new("cluster"), new("measure"), new("value"));
        var features = search.At("features").Texts();
        var centres = search.At("centres").Entries();
        for (var c = 0; c < centres.Count && c < found.Segments.Count; c++)
        {
            var values = centres[c].Entries();
            for (var f = 0; f < values.Count; f++) chart.Add(found.Segments[c].Name, features[f], values[f]);
        }

        return chart;
    }

    private static Chart Silhouettes(JsonElement json, Segments.Segmentation found)
    {
        var chart = new Chart(
            "silhouettes", "silhouette", "How clear the clusters are", "Scores from −1 (nearer to another cluster) to 1 (far from all others), best first; of many customers evenly spaced ones.",
            new("cluster"), new("customers", "customers"), new("mean"), new("rank"), new("score"));
        var clusters = json.At("clusters").Entries();
        for (var c = 0; c < clusters.Count && c < found.Segments.Count; c++)
        {
            var rank = 0;
            foreach (var score in clusters[c].At("scores").Entries()) chart.Add(found.Segments[c].Name, clusters[c].At("customers"), clusters[c].At("mean"), ++rank, score);
        }

        return chart;
    }

    private static Chart Crossing(JsonElement json, Segments.Segmentation segments, Segments.Segmentation clusters)
    {
        var chart = new Chart("crossing", "sankey", "From map to clusters", "Customers in both.", new("segment"), new("cluster"), new("customers", "customers"));
        var rows = json.Entries();
        for (var s = 0; s < rows.Count; s++)
        {
            var row = rows[s].Entries();
            for (var c = 0; c < row.Count; c++) chart.Add(segments.Segments[s].Name, clusters.Segments[c].Name, row[c]);
        }

        return chart;
    }
}
