using Clientele.Numerics.Validity;
using Clientele.Reports.Writing;
using Clientele.Segments.Scoring;

namespace Clientele.Reports.Page.Found;

/// <summary>How well each row lies in its group: the silhouette plot, one falling line per group.</summary>
/// <remarks>[Rou87]. Among every n-th row when there are more than <see cref="Most"/>, which the page says. Rows of no group are left out.</remarks>
internal static class SilhouetteJson
{
    /// <summary>Rows at most.</summary>
    public const int Most = 1500;

    private const int Points = 60;

    public static void Write(JsonText json, FoundSpace space)
    {
        if (space.K < 2) return;
        var some = Grouped(space.AtMost(Most));
        if (some.Labels.Length < 3) return;
        var scores = Silhouette.Exact(some.Points, some.Labels, some.K, space.Fit);
        if (double.IsNaN(scores.Mean)) return;
        json.Object("silhouettes").Number("mean", Math.Round(scores.Mean, 4)).Integer("customers", some.Labels.Length).List("clusters");
        for (var cluster = 0; cluster < some.K; cluster++) Cluster(json, cluster, some.Labels, scores);
        json.EndList().EndObject();
    }

    private static FoundSpace Grouped(FoundSpace space)
    {
        var noise = false;
        foreach (var label in space.Labels) noise |= label < 0;
        if (!noise) return space;
        int[] kept = [.. Enumerable.Range(0, space.Labels.Length).Where(i => space.Labels[i] >= 0)];
        var values = new double[kept.Length * space.Points.Columns];
        for (var i = 0; i < kept.Length; i++) space.Points.Row(kept[i]).CopyTo(values.AsSpan(i * space.Points.Columns));
        return space with { Points = new(values, kept.Length, space.Points.Columns), Labels = Array.ConvertAll(kept, i => space.Labels[i]) };
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
}
