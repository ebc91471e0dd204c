using Clientele.Numerics.Density;

namespace Clientele.Clusters;

/// <summary>Methods that take dense places for clusters, whatever their shape, and leave the rest out.</summary>
internal static class DensityMethods
{
    private const string Sparse = "rows in places that are not dense belong to no cluster";

    private static readonly Knob s_eps = new("eps", "Largest distance of neighbours, in the scaled unit.", 0, double.Epsilon, double.MaxValue)
    {
        Otherwise = "the knee of the distances to the neighbour number --min-points",
    };

    private static readonly Knob s_points = new("min-points", "Rows within that distance, itself included, that make a row a core.", 5, 1, 1e9) { Whole = true };
    private static readonly Knob s_size = new("min-cluster-size", "Least rows of a cluster.", 5, 2, 1e9) { Whole = true };
    private static readonly Knob s_samples = new("min-samples", "Rows that make a place dense.", 5, 1, 1e9) { Whole = true, Otherwise = "as --min-cluster-size" };
    private static readonly Knob s_selection = Knob.OfWords("selection", "Clusters taken from the tree: those that last longest, or the finest.", "eom", "leaf");

    public static Choice<ClusterMethod> Dbscan { get; } = new(
        "dbscan", "Dense places of any shape at one distance; the rest is noise.", [s_eps, s_points],
        settings => new ClusterMethod(_ => new Dbscan(new DbscanOptions { Epsilon = settings.Has(s_eps) ? settings[s_eps] : null, MinPoints = (int)settings[s_points] }))
        {
            FindsK = "the number of clusters follows from --eps and --min-points",
            LeavesNoise = Sparse,
            NotByCentre = "a row goes with its nearest core row",
            HasUnit = settings.Has(s_eps) ? "--eps is a distance" : null,
            CountsCopies = "--min-points counts rows, so twice the rows are twice as dense",
            Facts = static model => [new("eps", [((DbscanModel)model).Epsilon]), new("minPoints", [((DbscanModel)model).Options.MinPoints])],
        });

    public static Choice<ClusterMethod> Hdbscan { get; } = new(
        "hdbscan", "Dense places of any shape at any distance; the rest is noise.", [s_size, s_samples, s_selection],
        settings => new ClusterMethod(_ => new Hdbscan(new HdbscanOptions
        {
            MinClusterSize = (int)settings[s_size],
            MinSamples = settings.Has(s_samples) ? (int)settings[s_samples] : null,
            Selection = (ClusterSelection)(int)settings[s_selection],
        }))
        {
            FindsK = "the number of clusters follows from --min-cluster-size",
            LeavesNoise = Sparse,
            NotByCentre = "a row goes with the fitted row that it reaches first",
            CountsCopies = "--min-cluster-size counts rows, so twice the rows make twice the clusters large enough",
        });
}
