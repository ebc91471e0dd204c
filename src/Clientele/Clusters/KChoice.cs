using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Validity;
using Clientele.Segments;
using Clientele.Segments.Clusters;

namespace Clientele.Clusters;

/// <summary>Fits every number of clusters asked for and chooses one.</summary>
internal static class KChoice
{
    // The measures compare clusters by their spread, which fewer rows do not show.
    private const int RowsPerCluster = 4;

    public static KSearch Of(Matrix x, ClusterMethod method, ClusterPlan plan, KRange range, IReadOnlyList<ClusterColumn> columns,
        Func<IClusterer, double, double, ClusterModel> fit, RunContext context, List<string> notes)
    {
        int[] categorical = [.. Enumerable.Range(0, columns.Count).Where(q => columns[q].IsCategory)];
        var models = new List<ClusterModel>();
        var least = Math.Min(range.Least, x.Rows);
        var most = Math.Min(range.Most, Math.Max(least, x.Rows / RowsPerCluster));
        if (most < range.Most) notes.Add($"{ClusterWords.Count(x.Rows, "row")}: k stops at {most}; beyond that a cluster would hold fewer than {RowsPerCluster} rows on average, too few to measure.");
        for (var k = least; k <= most; k++)
        {
            var model = fit(Clusterer(k), 0.5 * (k - least) / (most - least + 1), 0.5 / (most - least + 1));
            if (models.Count > 0 && model.K < k && method.MayMerge is null) break;
            models.Add(model);
        }

        if (models[^1].K < least + models.Count - 1 || least + models.Count - 1 < most)
            notes.Add(method.MayMerge is { } reason && models[^1].K > 0 ? $"For some k fewer clusters came out: {reason}." : $"There are only {ClusterWords.Count(Math.Max(models[^1].K, 1), "different row")}, so k stops at {models[^1].K}.");
        if (categorical.Length > 0) return OfMixed(CategorySpace.Of(x, columns, models[^1]), models, least, plan, context, notes);

        var first = Math.Max(least, 2);
        var options = new ChoiceOptions { Least = first, Most = Math.Max(first, least + models.Count - 1), Seed = plan.Seed, ExactSilhouettes = PartitionScores.ExactSilhouettes };
        var measured = models.Skip(first - least).ToArray();
        if (measured.Length == 0) return Alone(x, models[0], least, plan, context, notes);
        var choice = ChoiceOfClusters.Of(x, measured, options, method.SeeksLeastInertia ? null : Clusterer, new FitContext
        {
            Threads = context.Threads,
            Cancellation = context.Cancellation,
            Progress = context.Progress is { } tell ? new Part(tell) : null,
        });
        notes.AddRange(choice.Notes);
        var tried = choice.Candidates.Select(c => new KTried(c.K, c.Model, PartitionScores.Of(c))).ToList();
        if (first > least) tried.Insert(0, new(1, models[0], PartitionScores.Of(x, [(models[0].Labels, models[0].K)], plan.Seed, context, notes)[0]));
        return new(tried, choice.HasStructure || least == 1 ? choice.K : Parts(choice, first), choice.Text, !choice.HasStructure);

        IClusterer Clusterer(int k) => method.Create(new ClusterAim(k, plan.Seed) { Categorical = categorical });
    }

    // Where nothing falls into clusters, the division that most measures like.
    private static int Parts(ClusterChoice choice, int least) =>
        choice.Votes.Where(v => v.K >= least).GroupBy(v => v.K).OrderByDescending(g => g.Sum(v => v.Weight)).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault(least);

    private static KSearch Alone(Matrix x, ClusterModel model, int k, ClusterPlan plan, RunContext context, List<string> notes) =>
        new([new(k, model, PartitionScores.Of(x, [(model.Labels, model.K)], plan.Seed, context, notes)[0])], k, $"k = {k} was the only number of clusters to try.", true);

    // The test for clusters draws data of the same shape, which there is not for categories: elbow and silhouette decide.
    private static KSearch OfMixed(Matrix space, List<ClusterModel> models, int least, ClusterPlan plan, RunContext context, List<string> notes)
    {
        var scores = PartitionScores.Of(space, [.. models.Select(m => (m.Labels, m.K))], plan.Seed, context, notes);
        KTried[] tried = [.. models.Select((m, i) => new KTried(least + i, m, scores[i]))];
        var knee = Knee.Locate([.. tried.Select(t => (double)t.K)], [.. tried.Select(t => t.Scores.Inertia)]);
        KTrial[] trials = [.. tried.Select(t => new KTrial(t.K, t.Scores.Inertia, t.Scores.Silhouette, 0, t.Model.Converged, t.Scores.Sizes))];
        var (chosen, reason) = ChoiceOfK.Of(trials, knee < 0 ? 0 : trials[knee].K);
        return new(tried, chosen, reason.Replace("customers", "rows", StringComparison.Ordinal), !(scores[chosen - least].Silhouette >= ChoiceOfK.Weak));
    }

    private sealed class Part(Action<RunProgress> tell) : IProgress<double>
    {
        private const int Steps = 1000;

        public void Report(double value) => tell(new RunProgress("choosing k", (long)(Steps * (0.5 + (0.5 * Math.Clamp(value, 0, 1)))), Steps, 0));
    }
}
