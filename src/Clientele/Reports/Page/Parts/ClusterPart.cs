using Clientele.Clusters;
using Clientele.Reports.Writing;

namespace Clientele.Reports.Page.Parts;

/// <summary>How a table was clustered, how well, and how other methods did, under <c>clustered</c>.</summary>
internal sealed class ClusterPart(ClusterReport report) : IReportPart
{
    public void Write(JsonText json)
    {
        var model = report.Model.Model;
        json.Object("clustered").Text("method", report.Method).Integer("k", model.K).Text("scale", report.Model.Scaling.Name).Text("missing", report.Model.Missing).Text("id", report.Id?.Name)
            .Integer("read", report.Table.Rows).Integer("rows", report.Rows.Count).Text("model", report.Plan.Model is null ? null : "assigned").Texts("columns", [.. report.Model.Columns.Select(c => c.Name)]);
        if (report.Search is { } search) json.Flag("structure", !search.NoStructure);
        Scores(json.Object("scores"), report.Scores);
        json.EndObject();
        if (report.Comparison is { } comparison) Compared(json, comparison);
        json.EndObject();
    }

    private static void Compared(JsonText json, Comparison comparison)
    {
        json.Object("comparison").Text("recommended", comparison.Recommended).Text("recommendation", comparison.Recommendation).List("methods");
        foreach (var row in comparison.Rows)
        {
            json.Object().Text("name", row.Name).Text("leftOut", row.LeftOut);
            if (row is { Model: { } model, Scores: { } scores }) Scores(json.Integer("k", model.K), scores);
            json.EndObject();
        }

        json.EndList().EndObject();
    }

    private static void Scores(JsonText json, PartitionScores scores)
    {
        json.Number("inertia", Round.Digits(scores.Inertia)).Number("silhouette", Round.Digits(scores.Silhouette)).Number("calinskiHarabasz", Round.Digits(scores.CalinskiHarabasz))
            .Number("daviesBouldin", Round.Digits(scores.DaviesBouldin)).Integer("noise", scores.Noise).List("sizes");
        foreach (var size in scores.Sizes) json.Integer(null, size);
        json.EndList();
    }
}
