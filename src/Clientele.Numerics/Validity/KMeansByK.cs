using Clientele.Numerics.Clustering;

namespace Clientele.Numerics.Validity;

/// <summary>The method that measures use when nobody names another: K-Means, all k of a range in one go.</summary>
internal static class KMeansByK
{
    public static IReadOnlyList<KMeansFit> Fits(Matrix x, int least, int most, int starts, ulong seed, FitContext context) =>
        KMeans.FitRange(x, least, most, new() { Starts = starts, Seed = seed }, null, context with { Progress = null });

    /// <summary>Labels of each fit of a range.</summary>
    public static (int[] Labels, int K)[] Partitions(Matrix x, int least, int most, int starts, ulong seed, FitContext context) =>
        [.. Fits(x, least, most, starts, seed, context).Select(fit => (fit.Labels, fit.K))];

    /// <summary>One k as a clusterer.</summary>
    public static Func<int, IClusterer> Clusterer(int starts, ulong seed) => k => new KMeansClusterer(new() { K = k, Starts = starts, Seed = seed });
}
