namespace Clientele.Clusters;

/// <summary>The methods of clustering, in menu order.</summary>
public static class Clusterers
{
    public static Catalog<ClusterMethod> Catalog { get; } = new(
        "method",
        CentreMethods.KMeans);

    /// <summary>All knobs of all methods, each once, in menu order.</summary>
    public static IReadOnlyList<Knob> Knobs { get; } = [.. Catalog.SelectMany(choice => choice.Knobs).DistinctBy(knob => knob.Name)];
}
