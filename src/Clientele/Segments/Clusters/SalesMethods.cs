using Clientele.Clusters;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Hierarchical;
using Clientele.Numerics.Validity;

namespace Clientele.Segments.Clusters;

/// <summary>The methods that can find clusters of a shop's customers: K-Means, which is the quickest, and every other one that puts each customer into one of a given number of groups.</summary>
internal static class SalesMethods
{
    public const string KMeans = "kmeans";

    /// <summary>Whether it names a method of clustering.</summary>
    public static bool Any(string name) => name == KMeans || Find(name) is not null;

    /// <summary>Names besides K-Means, in menu order.</summary>
    public static IReadOnlyList<string> Others() => [.. Choices().Select(c => c.Name)];

    /// <summary>The method of that name; null for K-Means and for what is none.</summary>
    public static ClusterMethod? Find(string name) => Choices().FirstOrDefault(c => c.Name == name)?.Create(Settings.Defaults);

    /// <summary>Groups for every number from least to most. A tree is grown once and cut for each; centres are the means of the groups.</summary>
    /// <exception cref="UserException">The method needs more memory than there is.</exception>
    public static IReadOnlyList<KMeansFit> Fits(string name, Matrix points, int least, int most, SegmentOptions options, RunContext context)
    {
        var (method, fit) = (Find(name)!, new FitContext { Threads = context.Threads, Cancellation = context.Cancellation });
        var fits = new List<KMeansFit>();
        ClusterModel? model = null;
        for (var k = least; k <= most; k++)
        {
            try
            {
                if (model is not HierarchicalModel) model = method.Create(new ClusterAim(k, options.Seed)).Fit(points, null, fit);
            }
            catch (MemoryLimitException problem)
            {
                throw ClusterProblems.Memory(name, problem);
            }

            var labels = model is HierarchicalModel tree ? tree.Cut(k) : model!.Labels;
            var found = 0;
            foreach (var label in labels) found = Math.Max(found, label + 1);
            if (fits.Count > 0 && found < k) break;
            fits.Add(new KMeansFit(labels, Means(points, labels, found), found, Inertia.Of(points, labels), 0, model!.Converged));
        }

        return fits;
    }

    private static double[] Means(Matrix points, int[] labels, int k)
    {
        var (sums, sizes) = (new CarriedSum[k * points.Columns], new int[k]);
        for (var i = 0; i < labels.Length; i++)
        {
            sizes[labels[i]]++;
            var row = points.Row(i);
            for (var q = 0; q < row.Length; q++) sums[(labels[i] * row.Length) + q].Add(row[q]);
        }

        var means = new double[sums.Length];
        for (var s = 0; s < means.Length; s++) means[s] = sums[s].Value / sizes[s / points.Columns];
        return means;
    }

    private static IEnumerable<Choice<ClusterMethod>> Choices() =>
        Clusterers.Catalog.Where(c => c.Name != KMeans && c.Create(Settings.Defaults) is { FindsK: null, LeavesNoise: null, TakesCategories: false });
}
