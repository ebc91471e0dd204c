using Clientele.Numerics.Clustering;

namespace Clientele.Clusters;

/// <summary>Methods whose clusters gather around means.</summary>
internal static class CentreMethods
{
    private static readonly Knob s_batch = new("batch-rows", "Rows per batch.", 1024, 1, 1e9) { Whole = true };
    private static readonly Knob s_trials = new("trials", "Trials of each split; the best one counts.", 5, 1, 10_000) { Whole = true };

    public static Knob Starts { get; } = new("starts", "Starts of the search; the best one counts.", 10, 1, 10_000) { Whole = true };

    public static Choice<ClusterMethod> KMeans { get; } = new(
        "kmeans", "Round groups around means; fast on any data.", [Starts],
        settings => new ClusterMethod(aim => new KMeansClusterer(new KMeansOptions { K = aim.K, Seed = aim.Seed, Starts = (int)settings[Starts] }))
        {
            Centres = Of,
            SeeksLeastInertia = true,
        });

    public static Choice<ClusterMethod> MiniBatch { get; } = new(
        "minibatch", "K-Means that learns from random batches; for very many rows.", [s_batch],
        settings => new ClusterMethod(aim => new MiniBatchClusterer(new MiniBatchOptions { K = aim.K, Seed = aim.Seed, BatchRows = (int)settings[s_batch] }))
        {
            Centres = Of,
            NotByCentre = "centres move with each batch and stop near the means, not at them",
        });

    public static Choice<ClusterMethod> Bisecting { get; } = new(
        "bisecting", "K-Means that halves one group after the other.", [s_trials],
        settings => new ClusterMethod(aim => new BisectingClusterer(new BisectingOptions { K = aim.K, Seed = aim.Seed, Starts = (int)settings[s_trials] })) { Centres = Of });

    private static double[] Of(ClusterModel model) => ((CentreModel)model).Centres;
}
