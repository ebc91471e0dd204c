using Clientele.Numerics;
using Clientele.Numerics.Clustering;

namespace Clientele.Clusters;

/// <summary>Fits methods to the rows of one run.</summary>
internal sealed class FitRun(Matrix x, ClusterPlan plan, IReadOnlyList<ClusterColumn> columns, RunContext context, List<string> notes)
{
    private const int Steps = 1000;

    private readonly int[] _categorical = [.. Enumerable.Range(0, columns.Count).Where(q => columns[q].IsCategory)];

    public ClusterPlan Plan => plan;

    public Settings Settings { get; } = new(plan.Settings);

    public int Rows => x.Rows;

    public bool HasCategories => _categorical.Length > 0;

    /// <summary>The clustering of a method; where several numbers of clusters are to be tried, with the choice.</summary>
    /// <param name="name">Of the method.</param>
    /// <param name="method">Its settings made.</param>
    /// <param name="k">Instead of the plan's.</param>
    public (ClusterModel Model, PartitionScores Scores, KSearch? Search) Find(string name, ClusterMethod method, KRange? k = null)
    {
        if (HasCategories && !method.TakesCategories)
            throw ClusterProblems.NoCategories(name, Clusterers.Catalog.Where(c => c.Create(Settings.Defaults).TakesCategories).Select(c => c.Name));
        if (method.SampledBeyond > 0 && x.Rows > method.SampledBeyond)
            notes.Add($"{name} looked for its clusters in samples of {ClusterWords.Count(method.SampledBeyond)} rows and put the others into them.");
        var range = k ?? plan.K ?? KRange.Default;
        if (method.FindsK is null && range.Most > range.Least)
        {
            var search = KChoice.Of(x, method, plan, range, columns, Fit, context, notes);
            var chosen = search.Tried.First(t => t.K == search.K);
            return (chosen.Model, chosen.Scores, search);
        }

        var model = Fit(method.Create(new ClusterAim(range.Least, plan.Seed) { Categorical = _categorical }), 0, 1);
        if (method.FindsK is null && model.K < range.Least)
            notes.Add(method.MayMerge is { } reason && model.K > 0 ? $"{ClusterWords.Count(model.K, "cluster")} instead of {range.Least}: {reason}." : $"There are only {ClusterWords.Count(model.K, "different row")}, so that many clusters.");
        return (model, PartitionScores.Of(CategorySpace.Of(x, columns, model), [(model.Labels, model.K)], plan.Seed, context, notes)[0], null);
    }

    private ClusterModel Fit(IClusterer clusterer, double from, double share)
    {
        var model = clusterer.Fit(x, null, new FitContext
        {
            Threads = context.Threads,
            Cancellation = context.Cancellation,
            Progress = context.Progress is { } tell ? new Part(tell, clusterer.Method, from, share) : null,
        });
        if (!model.Converged) notes.Add($"{clusterer.Method} with k = {model.K} was stopped before it came to rest; its clusters may still improve.");
        return model;
    }

    private sealed class Part(Action<RunProgress> tell, string stage, double from, double share) : IProgress<double>
    {
        public void Report(double value) => tell(new RunProgress(stage, (long)(Steps * (from + (share * Math.Clamp(value, 0, 1)))), Steps, 0));
    }
}
