using Clientele.Numerics.Clustering;
using Clientele.Numerics.Hierarchical;

namespace Clientele.Clusters;

/// <summary>Methods that grow a tree by joining the two nearest clusters, until one is left.</summary>
internal static class TreeMethods
{
    private static readonly Knob s_height = new("height", "Cuts the tree at this height, in the scaled unit, instead of into -k clusters.", 0, 0, double.MaxValue) { Otherwise = "cut into -k clusters" };

    public static Choice<ClusterMethod> Ward { get; } = Of("ward", "A tree that keeps the inertia least at each join.", Linkage.Ward);

    public static Choice<ClusterMethod> Complete { get; } = Of("complete", "A tree by the largest distance between two groups.", Linkage.Complete);

    public static Choice<ClusterMethod> Average { get; } = Of("average", "A tree by the mean distance between two groups.", Linkage.Average);

    public static Choice<ClusterMethod> Weighted { get; } = Of("weighted", "A tree by mean distances in which joined halves count alike.", Linkage.Weighted);

    public static Choice<ClusterMethod> Single { get; } = Of("single", "A tree by the least distance; follows chains.", Linkage.Single);

    public static Choice<ClusterMethod> Centroid { get; } = Of("centroid", "A tree by the distance of the means.", Linkage.Centroid);

    public static Choice<ClusterMethod> Median { get; } = Of("median", "A tree by the distance of midpoints.", Linkage.Median);

    private static Choice<ClusterMethod> Of(string name, string summary, Linkage linkage) => new(name, summary, [s_height], settings =>
    {
        double? height = settings.Has(s_height) ? settings[s_height] : null;
        return new ClusterMethod(aim => new HierarchicalClusterer(new HierarchicalOptions { Linkage = linkage, K = aim.K, Height = height }))
        {
            NotByCentre = "a tree has no centres; a new row goes with the nearest fitted one",
            FindsK = height is null ? null : "--height says where the tree is cut, and so how many clusters there are",
            HasUnit = height is null ? null : "--height is a distance",
            CountsCopies = height is not null && linkage == Linkage.Ward ? "heights are sums of squares, which grow with the rows" : null,
            Facts = Facts,
        };
    });

    private static IReadOnlyList<ClusterFact> Facts(ClusterModel model)
    {
        var merges = ((HierarchicalModel)model).Tree.Merges;
        var heights = new double[merges.Length];
        for (var i = 0; i < heights.Length; i++) heights[i] = merges[i].Height;
        return [new("heights", heights, IsList: true)];
    }
}
