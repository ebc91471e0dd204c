using Clientele.Customers;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Validity;
using Clientele.Segments.Scoring;

namespace Clientele.Segments.Clusters;

/// <summary>Chosen features → transform → scale → K-Means, or another method, for every k asked for → one k, named.</summary>
internal static class ClusterStage
{
    /// <summary>Up to so many customers every silhouette is exact; above, a seeded sample of them is measured against all.</summary>
    public const int ExactSilhouettes = 20_000;

    private const int LeastSample = 1_000;

    private const int MostK = 1000;
    private const int MostStarts = 10_000;

    public static (Segmentation Clusters, ClusterSearch? Search) Run(
        RfmMeasures measures, CustomerTable customers, SegmentOptions options, RunContext context, List<string> notes)
    {
        if (options.LeastK < 1 || options.MostK > MostK || options.LeastK > options.MostK) throw Problems.ClusterRange(options.LeastK, options.MostK);
        if (options.Starts is < 1 or > MostStarts) throw Problems.Starts(options.Starts);
        var transform = Transforms.Catalog.Find(options.Transform).Create(Settings.Defaults);
        var scale = Scales.Catalog.Find(options.Scale).Create(Settings.Defaults);
        var method = options.Method == "both" ? SalesMethods.KMeans : options.Method;
        if (customers.Count == 0) return (new Segmentation { Method = method, Segments = [], Labels = [] }, null);

        var features = FeatureSet.Of(customers, options.Features, options.Transform, notes);
        var space = new FeatureSpace(features, transform, scale);
        var fits = Fits(space, customers.Count, options, context, notes);
        var (trials, elbow) = Trials(space.Points, fits, options, context, notes);
        var (k, reason) = ChoiceOfK.Of(trials, elbow);
        var fit = fits[0];
        foreach (var other in fits)
        {
            if (other.K == k) fit = other;
        }

        if (!fit.Converged) notes.Add($"{(method == SalesMethods.KMeans ? "K-Means" : method)} with k = {fit.K} was stopped before it came to rest; its clusters may still improve.");
        var facts = SegmentFacts.Of(fit.Labels, fit.K, measures);
        var segments = ClusterNaming.Segments(facts, new Members(fit.Labels, fit.K), measures, customers, features.Names);
        var centres = new double[facts.Count][];
        for (var i = 0; i < centres.Length; i++)
            centres[i] = space.Back(new ReadOnlySpan<double>(fit.Centres, facts[i].Label * features.Names.Count, features.Names.Count));
        return (
            new Segmentation { Method = method, Segments = segments, Labels = SegmentFacts.Relabel(fit.Labels, fit.K, facts) },
            new ClusterSearch(trials, k, reason, elbow, features.Names, centres));
    }

    private static IReadOnlyList<KMeansFit> Fits(FeatureSpace space, int customers, SegmentOptions options, RunContext context, List<string> notes)
    {
        if (space.Points.Columns == 0) return [new KMeansFit(new int[customers], [], 1, 0, 0, true)];
        var distinct = space.Distinct(options.MostK);
        if (distinct < options.MostK)
            notes.Add($"The customers show only {Figures.Count(distinct)} different combinations of {Figures.List(options.Features)}, so k stops at {Figures.Count(distinct)}.");
        if (options.Method is not ("both" or SalesMethods.KMeans)) return SalesMethods.Fits(options.Method, space.Points, Math.Min(options.LeastK, distinct), Math.Min(options.MostK, distinct), options, context);
        var kmeans = new KMeansOptions { Starts = options.Starts, Seed = options.Seed, Threads = context.Threads };
        return KMeans.FitRange(space.Points, Math.Min(options.LeastK, distinct), Math.Min(options.MostK, distinct), kmeans, context.Cancellation);
    }

    private static (KTrial[] Trials, int Elbow) Trials(
        Matrix points, IReadOnlyList<KMeansFit> fits, SegmentOptions options, RunContext context, List<string> notes)
    {
        var silhouettes = Silhouettes(points, fits, options, context, notes);
        var trials = new KTrial[fits.Count];
        var (ks, inertias) = (new double[fits.Count], new double[fits.Count]);
        for (var t = 0; t < trials.Length; t++)
        {
            var fit = fits[t];
            var sizes = new int[fit.K];
            foreach (var label in fit.Labels) sizes[label]++;
            Array.Sort(sizes, static (a, b) => b.CompareTo(a));
            trials[t] = new KTrial(fit.K, fit.Inertia, silhouettes[t], fit.Iterations, fit.Converged, sizes);
            (ks[t], inertias[t]) = (fit.K, fit.Inertia);
        }

        var knee = Knee.Locate(ks, inertias);
        return (trials, knee < 0 ? 0 : trials[knee].K);
    }

    private static double[] Silhouettes(
        Matrix points, IReadOnlyList<KMeansFit> fits, SegmentOptions options, RunContext context, List<string> notes)
    {
        var silhouettes = new double[fits.Count];
        for (var i = 0; i < silhouettes.Length; i++) silhouettes[i] = double.NaN;
        var skipped = fits.Count > 0 && fits[0].K < 2 ? 1 : 0;
        var partitions = new (int[] Labels, int K)[fits.Count - skipped];
        for (var i = 0; i < partitions.Length; i++) partitions[i] = (fits[i + skipped].Labels, fits[i + skipped].K);
        if (partitions.Length == 0) return silhouettes;
        double[] means;
        if (points.Rows <= ExactSilhouettes) means = Silhouette.ExactMeans(points, partitions, context.Threads, context.Cancellation);
        else
        {
            var sample = (int)Math.Max(LeastSample, (long)ExactSilhouettes * ExactSilhouettes / points.Rows);
            means = Silhouette.SampledMeans(points, partitions, sample, options.Seed, context.Threads, context.Cancellation);
            notes.Add($"Silhouettes are estimates from {Figures.Customers(sample)} drawn by the seed, each measured against all; up to {Figures.Count(ExactSilhouettes)} they are exact.");
        }

        // Only k = 1, the first fit if at all, has no silhouette.
        Array.Copy(means, 0, silhouettes, fits.Count - means.Length, means.Length);
        return silhouettes;
    }
}
