using Clientele.Clusters;
using Clientele.Customers;
using Clientele.People.Segments;
using Clientele.Reports.Page.Found;
using Clientele.Reports.Page.Parts;
using Clientele.Reports.Writing;
using Clientele.Segments;

namespace Clientele.Reports.Page;

/// <summary>The page of a clustered table: rows where others have customers, clusters with what sets them apart, scores, and the methods compared.</summary>
internal static class ClusterDocument
{
    /// <summary>UTF-8 without a byte order mark, safe inside a script element.</summary>
    public static byte[] Of(ClusterReport report, string version)
    {
        var text = new Utf8Text(1 << 18);
        var json = new JsonText(text, indented: false);
        json.Object().Integer("format", ReportDocument.Format).Text("version", version).Text("of", "rows");
        json.List("inputs").Object().Text("path", report.Table.Path).Integer("bytes", report.Table.Bytes).Text("hash", report.Table.Hash).Integer("lines", report.Table.Rows).EndObject().EndList();
        json.List("layouts").Object().Object("columns").EndObject().List("decisions");
        foreach (var d in report.Table.Decisions) json.Object().Text("subject", d.Subject).Text("value", d.Value).Text("reason", d.Reason).Text("override", d.Override).EndObject();
        json.EndList().EndObject().EndList();
        var (rows, labels) = (Rows(report), report.Labels.ToArray());
        var clusters = Clusters(report, labels);
        json.List("segmentations");
        if (clusters.Segments.Count > 0) SegmentsJson.Segmentation(json, "cluster", "", clusters, Profiles(clusters, rows));
        json.EndList().Texts("notes", report.Notes);
        Search(json, report);
        new FoundPart(TableSpace.Of(report)).Write(json);
        Correlations.Write(json, rows);
        var dimensions = new List<Dimension> { Dimensions.Group("cluster", "Cluster that was found.", clusters) };
        Dimensions.AddColumns(dimensions, rows);
        CustomersJson.Write(json, rows, dimensions, showIds: true);
        new ClusterPart(report).Write(json);
        json.EndObject();
        return text.Written.ToArray();
    }

    private static void Search(JsonText json, ClusterReport report)
    {
        if (report.Search is not { } search) return;
        json.Object("search").Integer("chosen", report.Model.Model.K).Integer("elbow", 0).Text("reason", search.Reason).Texts("features", [.. report.Model.Columns.Select(c => c.Name)]).List("centres").EndList().List("trials");
        foreach (var trial in search.Tried) json.Object().Integer("k", trial.K).Number("inertia", trial.Scores.Inertia).Number("silhouette", trial.Scores.Silhouette).EndObject();
        json.EndList().EndObject();
    }

    private static CustomerTable Rows(ClusterReport report)
    {
        var ids = new string[report.Rows.Count];
        for (var i = 0; i < ids.Length; i++) ids[i] = report.Id is { } id ? id.Text(report.Rows[i]) : (report.Rows[i] + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var columns = new List<CustomerColumn>();
        for (var q = 0; q < report.Model.Columns.Count; q++)
        {
            var (column, values) = (report.Model.Columns[q], new double[ids.Length]);
            for (var i = 0; i < values.Length; i++) values[i] = report.Values.Row(i)[q];
            columns.Add(column.Categories is { } levels
                ? new(column.Name, "", "", ColumnKind.Text) { Texts = Array.ConvertAll(values, v => levels[(int)v]), Nature = Tables.ColumnKind.Category, Levels = levels }
                : new(column.Name, column.Unit ?? "", "", ColumnKind.Number) { Numbers = values });
        }

        return new CustomerTable(ids, PageTable.Columns(columns));
    }

    private static Segmentation Clusters(ClusterReport report, int[] labels)
    {
        var apart = Apart.Of(report.Points, labels, report.Model.Model.K);
        return new()
        {
            Method = report.Method,
            Labels = labels,
            Segments = [.. Enumerable.Range(0, report.Model.Model.K).Select(c => new Segment($"Cluster {c}", Why(report, apart[c], c), "", report.Scores.Sizes[c], Money.Zero))],
        };
    }

    private static string Why(ClusterReport report, IReadOnlyList<(int Column, bool Above)> apart, int cluster)
    {
        var words = apart.Where(a => !report.Model.Columns[a.Column].IsCategory).Select(a => $"{report.Model.Columns[a.Column].Name} lies {(a.Above ? "above" : "below")} the others (mean {Figure.Value(report.Means[cluster][a.Column])})").ToArray();
        return words.Length == 0 ? "Its rows lie near the middle of all by every column." : $"{ClusterWords.List(words)}.";
    }

    // Rows of no cluster have no part in any profile.
    private static IReadOnlyList<SegmentProfile> Profiles(Segmentation clusters, CustomerTable rows)
    {
        if (Array.TrueForAll(clusters.Labels, static l => l >= 0)) return Segments.Profiles.Of(clusters, rows);
        int[] kept = [.. Enumerable.Range(0, clusters.Labels.Length).Where(i => clusters.Labels[i] >= 0)];
        var columns = rows.Columns.Where(c => c.Kind == ColumnKind.Number).Select(c => c with { Numbers = Array.ConvertAll(kept, i => c.Numbers[i]) });
        return Segments.Profiles.Of(clusters with { Labels = Array.ConvertAll(kept, i => clusters.Labels[i]) }, new CustomerTable(Array.ConvertAll(kept, i => rows.Ids[i]), [.. columns]));
    }
}
