using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Density;
using Clientele.Numerics.Medoids;
using Clientele.Numerics.Mixtures;

namespace Clientele.Tests.Numerics.Density;

/// <summary>Mixtures, medoids and the density methods with options that vary with a case.</summary>
internal static class Methods
{
    public static TheoryData<string> Names => ["gmm", "dbscan", "hdbscan", "kmedoids"];

    /// <summary>A method; lengths among its options grow with what all values were multiplied by.</summary>
    public static IClusterer Of(string name, Case c, double scale = 1) => name switch
    {
        "gmm" => new GaussianMixture(new() { K = c.K, Covariance = (CovarianceShape)(c.Seed % 4), Starts = 1 + (c.Seed % 2), MaxIterations = 25, Seed = (ulong)c.Seed }),
        "dbscan" => new Dbscan(new() { Epsilon = (0.4 + (c.Seed % 3 * 0.3)) * scale, MinPoints = 1 + c.K }),
        "hdbscan" => new Hdbscan(new()
        {
            MinClusterSize = 2 + (c.Seed % 4),
            MinSamples = c.Seed % 3 == 0 ? null : 1 + (c.Seed % 5),
            Selection = (ClusterSelection)(c.Seed % 2),
            AllowSingleCluster = c.Seed % 7 == 0,
        }),
        _ => new KMedoids(new()
        {
            K = c.K,
            Distance = (MedoidDistance)(c.Seed % 3),
            Start = (MedoidStart)(c.Seed % 4 % 3),
            Starts = 1 + (c.Seed % 2),
            SampleRows = c.Seed % 5 == 0 ? 12 : 0,
            Seed = (ulong)c.Seed,
        }),
    };

    public static ClusterModel Fit(string name, Case c, Matrix x, double[]? weights = null, int threads = 1, double scale = 1) =>
        Of(name, c, scale).Fit(x, weights, new() { Threads = threads });

    public static string Json(ClusterModel model)
    {
        using var memory = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(memory)) ClusterModels.Write(model, json);
        return System.Text.Encoding.UTF8.GetString(memory.ToArray());
    }

    public static bool Same(ClusterModel a, ClusterModel b) => a.Labels.SequenceEqual(b.Labels) && Json(a) == Json(b);
}
