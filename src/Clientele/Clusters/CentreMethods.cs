using Clientele.Numerics.Clustering;

namespace Clientele.Clusters;

/// <summary>Methods whose clusters gather around centres.</summary>
internal static class CentreMethods
{
    private static readonly Knob s_starts = new("starts", "Starts of the search; the best one counts.", 10, 1, 10_000) { Whole = true };

    public static Choice<ClusterMethod> KMeans { get; } = new(
        "kmeans", "Round groups around means; fast on any data.", [s_starts],
        settings => new ClusterMethod(aim => new KMeansClusterer(new KMeansOptions { K = aim.K, Seed = aim.Seed, Starts = (int)settings[s_starts] }))
        {
            Centres = static model => ((CentreModel)model).Centres,
            SeeksLeastInertia = true,
        });
}
