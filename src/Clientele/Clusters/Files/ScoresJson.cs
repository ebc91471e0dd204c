using Clientele.Reports.Writing;

namespace Clientele.Clusters.Files;

/// <summary>How well the clusters fit, as scores.json and behind <c>--json</c>. Scores are taken in the scaled space.</summary>
public static class ScoresJson
{
    /// <summary>One JSON object in UTF-8, with a line end. A score that is not defined is null.</summary>
    public static byte[] Of(ClusterReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Text("method", report.Method).Integer("k", report.Model.Model.K);
        Scores(json, report.Scores);
        foreach (var fact in report.Facts)
        {
            if (!fact.IsList)
            {
                json.Number(fact.Name, fact.Values[0]);
                continue;
            }

            json.List(fact.Name);
            foreach (var value in fact.Values) json.Number(null, value);
            json.EndList();
        }

        json.Integer("rows", report.Rows.Count).Integer("dropped", report.Table.Rows - report.Rows.Count).Flag("converged", report.Model.Model.Converged);
        json.Text("scale", report.Model.Scaling.Name).Texts("columns", [.. report.Model.Columns.Select(c => c.Name)]).List("means");
        foreach (var means in report.Means)
        {
            json.List();
            for (var q = 0; q < means.Length; q++)
            {
                if (report.Model.Columns[q].Categories is { Count: > 0 } words) json.Text(null, words[(int)means[q]]);
                else json.Number(null, means[q]);
            }

            json.EndList();
        }

        json.EndList();
        if (report.Search is { } search) json.Text("reason", search.Reason).Flag("structure", !search.NoStructure);
        if (report.Comparison is { } comparison) json.Text("recommendation", comparison.Recommendation);
        json.EndObject();
        return text.Written.ToArray();
    }

    private static void Scores(JsonText json, PartitionScores scores)
    {
        json.Number("inertia", scores.Inertia).Number("silhouette", scores.Silhouette);
        json.Number("calinskiHarabasz", scores.CalinskiHarabasz).Number("daviesBouldin", scores.DaviesBouldin).List("sizes");
        foreach (var size in scores.Sizes) json.Integer(null, size);
        json.EndList().Integer("noise", scores.Noise);
    }
}
