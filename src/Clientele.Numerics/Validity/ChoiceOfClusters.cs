using Clientele.Numerics.Clustering;

namespace Clientele.Numerics.Validity;

/// <summary>
/// How many clusters, and whether any: first a test against data with one hump (<see cref="StructureTest"/>), then a vote of six measures.
/// Prediction strength has three votes, the silhouette two, the knee of the inertia, Calinski-Harabasz, Davies-Bouldin and the gap
/// statistic one each; the most votes win, the smallest k on a tie.
/// </summary>
/// <remarks>The weights were set on simulated clusters, where strength was right most often and the silhouette merged near neighbours. Costs a
/// fit of all rows per k and, on at most <see cref="ChoiceOptions.SampleRows"/> rows, about 150 fits per k.</remarks>
public static class ChoiceOfClusters
{
    /// <summary>Clusters the rows for each k and chooses.</summary>
    /// <param name="x">Finite values [n × d], in comparable units: scaled.</param>
    /// <param name="options">Range, level, samples, seed.</param>
    /// <param name="clusterer">The method for each k; null: K-Means.</param>
    /// <param name="context">Threads, cancellation, progress, limit; null: the defaults.</param>
    public static ClusterChoice Of(Matrix x, ChoiceOptions options, Func<int, IClusterer>? clusterer = null, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.Finite(x);
        context ??= FitContext.Default;
        var (least, most) = Range(x.Rows, options);
        var byK = clusterer ?? KMeansByK.Clusterer(10, options.Seed);
        var models = new List<ClusterModel>();
        for (var k = least; k <= most; k++)
        {
            models.Add(byK(k).Fit(x, null, Part(context, 0.2 * (k - least) / (most - least + 1), 0.2 / (most - least + 1))));
        }

        return Of(x, models, least, options, clusterer, context);
    }

    /// <summary>The same for fits that exist already.</summary>
    /// <param name="x">The rows that were fitted.</param>
    /// <param name="models">A fit for each k, from <see cref="ChoiceOptions.Least"/> on without a gap.</param>
    /// <param name="clusterer">The method that made them, for the samples; null: K-Means.</param>
    public static ClusterChoice Of(
        Matrix x, IReadOnlyList<ClusterModel> models, ChoiceOptions options, Func<int, IClusterer>? clusterer = null, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(models);
        Require.Finite(x);
        foreach (var model in models)
        {
            if (model.Labels.Length != x.Rows) throw new ArgumentException($"A model of {model.Labels.Length} rows for {x.Rows} rows.", nameof(models));
        }

        if (models.Count == 0) throw new ArgumentException("Needs at least one model.", nameof(models));
        return Of(x, models, options.Least, options, clusterer, context ?? FitContext.Default);
    }

    private static ClusterChoice Of(
        Matrix x, IReadOnlyList<ClusterModel> models, int least, ChoiceOptions options, Func<int, IClusterer>? clusterer, FitContext context)
    {
        var notes = new List<string>();
        var most = least + models.Count - 1;
        var structure = StructureTest.Of(x, Math.Max(most, 2), clusterer, options.References, options.SampleRows, options.Seed, Part(context, 0.2, 0.4));
        var sample = Sampling.Canonical(x, options.SampleRows, new Draws(options.Seed, options.SampleRows, -4));
        if (sample.Rows < x.Rows) notes.Add($"The test for clusters, the gap statistic and the prediction strength looked at {Words.Count(sample.Rows)} of {Words.Count(x.Rows)} rows, drawn by the seed.");

        var gaps = GapStatistic.Of(sample, 1, most, clusterer, options.GapReferences, EvenBox.Aligned, options.Seed, Part(context, 0.6, 0.15));
        var strengths = sample.Rows / 4 >= least
            ? PredictionStrength.Of(sample, least, Math.Min(most, sample.Rows / 4), clusterer, options.Divisions, options.Seed, Part(context, 0.75, 0.15))
            : [];
        var silhouettes = Silhouettes(x, models, options, context, notes);
        var candidates = new List<Candidate>();
        for (var f = 0; f < models.Count; f++)
        {
            var labels = models[f].Labels;
            candidates.Add(new(
                least + f, models[f], Inertia.Of(x, labels), Inertia.Share(x, labels), silhouettes[f], CalinskiHarabasz.Of(x, labels), DaviesBouldin.Of(x, labels),
                gaps.ByK.FirstOrDefault(g => g.K == least + f), strengths.FirstOrDefault(s => s.K == least + f)));
        }

        var votes = Ballot.Votes(candidates, gaps);
        var (k, runnerUp) = Ballot.Count(votes);
        var found = structure is not null && structure.PValue <= options.Level;
        if (!found) (k, runnerUp) = (1, 0);
        context.Progress?.Report(1);
        return new(k, runnerUp, structure, votes, candidates, Words.Of(k, runnerUp, found, structure, votes, candidates, options), notes);
    }

    // Fits and measures need some rows per cluster.
    private static (int Least, int Most) Range(int rows, ChoiceOptions options)
    {
        if (options.Most < options.Least) throw new ArgumentException($"Most is {options.Most}, below Least, {options.Least}.", nameof(options));
        return (options.Least, Math.Max(options.Least, Math.Min(options.Most, rows / 4)));
    }

    private static double[] Silhouettes(Matrix x, IReadOnlyList<ClusterModel> models, ChoiceOptions options, FitContext context, List<string> notes)
    {
        var silhouettes = new double[models.Count];
        var clean = new List<(int[] Labels, int K)>();
        var places = new List<int>();
        for (var f = 0; f < models.Count; f++)
        {
            silhouettes[f] = double.NaN;
            if (models[f].K < 2) continue;
            if (Array.TrueForAll(models[f].Labels, label => label >= 0))
            {
                clean.Add((models[f].Labels, models[f].K));
                places.Add(f);
                continue;
            }

            // Noise has no silhouette: the other rows among themselves.
            int[] rows = [.. Enumerable.Range(0, x.Rows).Where(i => models[f].Labels[i] >= 0)];
            silhouettes[f] = Means(Sampling.Rows(x, rows), [([.. rows.Select(i => models[f].Labels[i])], models[f].K)], options, context)[0];
        }

        if (x.Rows > options.ExactSilhouettes) notes.Add($"Silhouettes are estimates from {Words.Count(Drawn(x.Rows, options))} rows drawn by the seed, each measured against all.");
        var means = clean.Count == 0 ? [] : Means(x, [.. clean], options, context);
        for (var i = 0; i < means.Length; i++) silhouettes[places[i]] = means[i];
        return silhouettes;
    }

    private static double[] Means(Matrix x, (int[] Labels, int K)[] partitions, ChoiceOptions options, FitContext context) => x.Rows <= options.ExactSilhouettes
        ? Silhouette.ExactMeans(x, partitions, context.Threads, context.Cancellation)
        : Silhouette.SampledMeans(x, partitions, Drawn(x.Rows, options), options.Seed, context.Threads, context.Cancellation);

    // As many distances as exact silhouettes of the most rows take.
    private static int Drawn(int rows, ChoiceOptions options) =>
        (int)Math.Max(Math.Min(1000, rows), (long)options.ExactSilhouettes * options.ExactSilhouettes / rows);

    private static FitContext Part(FitContext context, double from, double share) =>
        context.Progress is { } whole ? context with { Progress = new Section(whole, from, share) } : context;

    private sealed class Section(IProgress<double> whole, double from, double share) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (share * Math.Clamp(value, 0, 1)));
    }
}
