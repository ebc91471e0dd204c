using Clientele.Customers;
using Clientele.Numerics.Validity;
using Clientele.Reports.Writing;
using Clientele.Segments.Clusters;
using Clientele.Segments.Scoring;

namespace Clientele.Reports.Page;

/// <summary>How well each customer lies in its cluster: the silhouette plot, one falling line per cluster.</summary>
/// <remarks>[Rou87]. Among every n-th customer when there are more than <see cref="Most"/>, which the page says.</remarks>
internal static class SilhouetteJson
{
    private const int Most = 1500;
    private const int Points = 60;

    public static void Write(JsonText json, FinishedRun run)
    {
        var report = run.Report;
        if (report.Segments is not { Clusters: { Segments.Count: > 1 } clusters, Search: { Features.Count: > 0 } search } || report.Customers.Count < 3) return;
        var options = report.Plan.Segments;
        var step = (report.Customers.Count + Most - 1) / Most;
        var some = Every(report.Customers, search.Features, step);
        var features = FeatureSet.Of(some, search.Features, options.Transform, []);
        if (features.Names.Count == 0) return;
        var transform = Transforms.Catalog.Find(options.Transform).Create(Settings.Defaults);
        var scale = Scales.Catalog.Find(options.Scale).Create(Settings.Defaults);
        var labels = new int[some.Count];
        for (var i = 0; i < labels.Length; i++) labels[i] = clusters.Labels[i * step];
        var scores = Silhouette.Exact(new FeatureSpace(features, transform, scale).Points, labels, clusters.Segments.Count, run.Threads, run.Cancellation);
        if (double.IsNaN(scores.Mean)) return;
        json.Object("silhouettes").Number("mean", Math.Round(scores.Mean, 4)).Integer("customers", some.Count).List("clusters");
        for (var cluster = 0; cluster < clusters.Segments.Count; cluster++) Cluster(json, cluster, labels, scores);
        json.EndList().EndObject();
    }

    private static void Cluster(JsonText json, int cluster, int[] labels, SilhouetteScores scores)
    {
        var count = 0;
        foreach (var label in labels) count += label == cluster ? 1 : 0;
        var own = new double[count];
        count = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == cluster) own[count++] = scores.PerPoint[i];
        }

        var ascending = RankOrder.Ascending(own);
        var mean = scores.PerCluster[cluster];
        json.Object().Integer("customers", count).Number("mean", double.IsNaN(mean) ? null : Math.Round(mean, 4)).List("scores");
        var points = Math.Min(Points, count);
        for (var p = 0; p < points; p++)
        {
            var at = points == 1 ? 0 : (int)((long)p * (count - 1) / (points - 1));
            json.Number(null, Math.Round(ascending[count - 1 - at], 3));
        }

        json.EndList().EndObject();
    }

    private static CustomerTable Every(CustomerTable customers, IReadOnlyList<string> features, int step)
    {
        if (step == 1) return customers;
        var ids = new string[(customers.Count + step - 1) / step];
        for (var i = 0; i < ids.Length; i++) ids[i] = customers.Ids[i * step];
        var columns = new List<CustomerColumn>();
        foreach (var name in features)
        {
            var numbers = new double[ids.Length];
            for (var i = 0; i < numbers.Length; i++) numbers[i] = customers[name].Numbers[i * step];
            columns.Add(new CustomerColumn(name, customers[name].Unit, customers[name].Meaning, ColumnKind.Number) { Numbers = numbers });
        }

        return new CustomerTable(ids, columns);
    }
}
