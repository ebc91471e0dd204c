using System.Text.Json;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;

namespace Clientele.Tests.Numerics.Clustering;

/// <summary>The three methods that end in centres, as quick to run as property tests need them.</summary>
internal static class CentreMethods
{
    public static IEnumerable<IClusterer> All(Case c) =>
    [
        new KMeansClusterer(new() { K = c.K, Seed = (ulong)c.Seed, Starts = 2 }),
        new KMeansClusterer(new() { K = c.K, Seed = (ulong)c.Seed, Starts = 1, Start = KMeansStart.Parallel }),
        new MiniBatchClusterer(new() { K = c.K, Seed = (ulong)c.Seed, BatchRows = 20, MaxBatches = 12, Patience = 4 }),
        new BisectingClusterer(new() { K = c.K, Seed = (ulong)c.Seed, Starts = 2 }),
        new BisectingClusterer(new() { K = c.K, Seed = (ulong)c.Seed, Starts = 1, Refine = false }),
    ];

    public static CentreModel Of(this IClusterer method, Matrix x, double[]? weights = null, FitContext? context = null) =>
        (CentreModel)method.Fit(x, weights, context ?? One);

    public static FitContext One { get; } = new() { Threads = 1 };

    public static bool Same(CentreModel a, CentreModel b) =>
        a.Labels.SequenceEqual(b.Labels) && a.Centres.SequenceEqual(b.Centres) && a.K == b.K && a.Iterations == b.Iterations
        && a.Converged == b.Converged && a.Method == b.Method && BitConverter.DoubleToInt64Bits(a.Inertia) == BitConverter.DoubleToInt64Bits(b.Inertia);

    /// <summary>Written as JSON and read again.</summary>
    public static CentreModel Again(CentreModel model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) ClusterModels.Write(model, json);
        using var document = JsonDocument.Parse(stream.ToArray());
        return (CentreModel)ClusterModels.Read(document.RootElement);
    }

    public static int Distinct(Matrix x) =>
        Enumerable.Range(0, x.Rows).Select(i => string.Join(' ', x.Row(i).ToArray().Select(v => v + 0.0))).Distinct(StringComparer.Ordinal).Count();
}
