using Clientele.Reports.Writing;
using Clientele.Segments;

namespace Clientele.Reports.Page;

/// <summary>Segments with their reasons and profiles, and how they were found.</summary>
internal static class SegmentsJson
{
    public static void Write(JsonText json, Report report)
    {
        json.List("segmentations");
        if (report.Segments.Map is { } map) Segmentation(json, "segment", report.Plan.Segments.Map, map, report.MapProfiles!);
        if (report.Segments.Clusters is { } clusters) Segmentation(json, "cluster", "", clusters, report.ClusterProfiles!);
        json.EndList();
        if (report.Segments.Search is { } search) Search(json, search);
        json.Number("agreement", report.Segments.Agreement);
        if (report.Segments.Crossing is { } crossing) Matrix(json, "crossing", crossing);
        var notes = new List<string>(report.Segments.Notes);
        if (report.Segments.Scores is { } scores) notes.AddRange(scores.Notes);
        json.Texts("notes", notes);
    }

    internal static void Segmentation(JsonText json, string key, string map, Segmentation segmentation, IReadOnlyList<SegmentProfile> profiles)
    {
        json.Object().Text("key", key).Text("method", segmentation.Method).Text("map", map).List("segments");
        for (var i = 0; i < segmentation.Segments.Count; i++)
        {
            var (segment, profile) = (segmentation.Segments[i], profiles[i]);
            json.Object().Text("name", segment.Name).Text("why", segment.Why).Text("group", segment.Group)
                .Integer("customers", segment.Count).ExactMoney("money", segment.Money)
                .Number("share", profile.Share).Number("moneyShare", profile.MoneyShare).List("profile");
            foreach (var measure in profile.Measures)
            {
                json.Object().Text("measure", measure.Column).Text("unit", measure.Unit).Integer("defined", measure.Defined)
                    .Number("mean", measure.Mean).Number("median", measure.Median).EndObject();
            }

            json.EndList().EndObject();
        }

        json.EndList().EndObject();
    }

    private static void Search(JsonText json, ClusterSearch search)
    {
        json.Object("search").Integer("chosen", search.ChosenK).Integer("elbow", search.ElbowK).Text("reason", search.Reason)
            .Texts("features", search.Features).List("centres");
        foreach (var centre in search.Centres)
        {
            json.List();
            foreach (var value in centre) json.Number(null, value);
            json.EndList();
        }

        json.EndList().List("trials");
        foreach (var trial in search.Trials)
        {
            json.Object().Integer("k", trial.K).Number("inertia", trial.Inertia).Number("silhouette", trial.Silhouette).EndObject();
        }

        json.EndList().EndObject();
    }

    private static void Matrix(JsonText json, string name, int[][] matrix)
    {
        json.List(name);
        foreach (var row in matrix)
        {
            json.List();
            foreach (var value in row) json.Integer(null, value);
            json.EndList();
        }

        json.EndList();
    }
}
