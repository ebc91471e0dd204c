using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Validity;
using Clientele.Segments;
using Clientele.Segments.Clusters;

namespace Clientele.Clusters;

/// <summary>Fits every number of clusters asked for and chooses one.</summary>
internal static class KChoice
{
    public static KSearch Of(Matrix x, ClusterMethod method, ClusterPlan plan, KRange range, IReadOnlyList<int> categorical,
        Func<IClusterer, double, double, ClusterModel> fit, RunContext context, List<string> notes)
    {
        var models = new List<(int K, ClusterModel Model)>();
        var most = Math.Min(range.Most, x.Rows);
        var least = Math.Min(range.Least, most);
        for (var k = least; k <= most; k++)
        {
            var model = fit(method.Create(new ClusterAim(k, plan.Seed) { Categorical = categorical }), (double)(k - least) / (most - least + 1), 1.0 / (most - least + 1));
            if (models.Count > 0 && model.K < k && method.MayMerge is null) break;
            models.Add((k, model));
        }

        if (models[^1].K < range.Most) notes.Add($"There are only {ClusterWords.Count(Math.Max(models[^1].Model.K, 1), "different row")}, so k stops at {models[^1].K}.");
        var scores = PartitionScores.Of(x, [.. models.Select(m => (m.Model.Labels, m.Model.K))], plan.Seed, context, notes);
        KTried[] tried = [.. models.Select((m, i) => new KTried(m.K, m.Model, scores[i]))];
        var knee = Knee.Locate([.. tried.Select(t => (double)t.K)], [.. tried.Select(t => t.Scores.Inertia)]);
        KTrial[] trials = [.. tried.Select(t => new KTrial(t.K, t.Scores.Inertia, t.Scores.Silhouette, 0, t.Model.Converged, t.Scores.Sizes))];
        var (chosen, reason) = ChoiceOfK.Of(trials, knee < 0 ? 0 : trials[knee].K);
        var silhouette = tried.First(t => t.K == chosen).Scores.Silhouette;
        return new(tried, chosen, reason.Replace("customers", "rows", StringComparison.Ordinal), !(silhouette >= ChoiceOfK.Weak));
    }
}
