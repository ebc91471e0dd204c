namespace Clientele.Clusters;

/// <summary>The methods of clustering, in menu order.</summary>
public static class Clusterers
{
    public static Catalog<ClusterMethod> Catalog { get; } = new(
        "method",
        CentreMethods.KMeans,
        CentreMethods.MiniBatch,
        CentreMethods.Bisecting,
        MedoidMethods.KMedoids,
        MedoidMethods.KPrototypes,
        TreeMethods.Ward,
        TreeMethods.Complete,
        TreeMethods.Average,
        TreeMethods.Weighted,
        TreeMethods.Single,
        TreeMethods.Centroid,
        TreeMethods.Median,
        MixtureMethods.Gmm,
        DensityMethods.Dbscan,
        DensityMethods.Hdbscan);

    /// <summary>All knobs of all methods, each once, in menu order.</summary>
    public static IReadOnlyList<Knob> Knobs { get; } = [.. Catalog.SelectMany(choice => choice.Knobs).DistinctBy(knob => knob.Name)];
}
