using Clientele.Customers;
using Clientele.Numerics.Validity;
using Clientele.Segments.Clusters;
using Clientele.Segments.Maps;
using Clientele.Segments.Scoring;

namespace Clientele.Segments;

/// <summary>From customers to named segments: scores and a map, clusters, or both shown against each other.</summary>
public static class SegmentStage
{
    /// <summary>Methods of clustering besides K-Means, by name, in menu order.</summary>
    public static IReadOnlyList<string> OtherMethods => SalesMethods.Others();

    /// <summary>The same result for any thread count and, given the same customers, for any order of sales.</summary>
    /// <param name="customers">Needs recency and frequency; monetary where the sales carry money.</param>
    /// <param name="options">What was asked for; wrong wishes are a <see cref="UserException"/>.</param>
    /// <param name="context">Threads, cancellation and progress.</param>
    public static SegmentsResult Run(CustomerTable customers, SegmentOptions options, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(context);
        if (options.Method is not ("both" or "rfm" or "kmeans") && !SalesMethods.Any(options.Method)) throw Problems.UnknownMethod(options.Method);

        var notes = new List<string>();
        var measures = RfmMeasures.Of(customers);
        var result = new SegmentsResult { Notes = notes };
        if (options.Method is "both" or "rfm")
        {
            if (options.Scoring != "fixed") measures.Sort(context.Threads);
            var (scores, map) = MapStage.Run(measures, options, notes);
            result = result with { Scores = scores, Map = map };
        }

        context.Cancellation.ThrowIfCancellationRequested();
        if (options.Method != "rfm")
        {
            var (clusters, search) = ClusterStage.Run(measures, customers, options, context, notes);
            result = result with { Clusters = clusters, Search = search };
        }

        if (result is { Map: { } one, Clusters: { } other } && customers.Count > 0)
            result = result with { Agreement = Agreement.AdjustedRand(one.Labels, other.Labels), Crossing = Cross(one, other) };
        return result;
    }

    private static int[][] Cross(Segmentation map, Segmentation clusters)
    {
        var table = new int[map.Segments.Count][];
        for (var row = 0; row < table.Length; row++) table[row] = new int[clusters.Segments.Count];
        for (var i = 0; i < map.Labels.Length; i++) table[map.Labels[i]][clusters.Labels[i]]++;
        return table;
    }
}
