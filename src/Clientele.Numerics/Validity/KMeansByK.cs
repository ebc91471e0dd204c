using System.Text.Json;
using Clientele.Numerics.Clustering;

namespace Clientele.Numerics.Validity;

/// <summary>The method that measures use when nobody names another: K-Means, all k of a range in one go.</summary>
internal static class KMeansByK
{
    public static IReadOnlyList<KMeansFit> Fits(Matrix x, int least, int most, int starts, ulong seed, FitContext context) =>
        KMeans.FitRange(x, least, most, new() { Starts = starts, Seed = seed, Threads = context.Threads }, context.Cancellation);

    /// <summary>Labels of each fit of a range.</summary>
    public static (int[] Labels, int K)[] Partitions(Matrix x, int least, int most, int starts, ulong seed, FitContext context) =>
        [.. Fits(x, least, most, starts, seed, context).Select(fit => (fit.Labels, fit.K))];

    /// <summary>One k as a clusterer.</summary>
    public static Func<int, IClusterer> Clusterer(int starts, ulong seed) => k => new One(k, starts, seed);

    private sealed class One(int k, int starts, ulong seed) : IClusterer
    {
        public string Method => "kmeans";

        public double Bytes(int rows, int columns) => 64.0 * rows * (columns + 2);

        // Measures fit rows that count once each.
        public ClusterModel Fit(Matrix x, double[]? weights = null, FitContext? context = null)
        {
            if (weights is not null) throw new ArgumentException("Rows count once each here.", nameof(weights));
            context ??= FitContext.Default;
            var fit = KMeans.Fit(x, new() { K = k, Starts = starts, Seed = seed, Threads = context.Threads }, context.Cancellation);
            return new Centres(fit.Centres) { K = fit.K, Columns = x.Columns, Labels = fit.Labels, Converged = fit.Converged };
        }
    }

    private sealed class Centres(double[] centres) : ClusterModel
    {
        public override string Method => "kmeans";

        public override int[] Assign(Matrix rows, FitContext? context = null)
        {
            Check(rows);
            var labels = new int[rows.Rows];
            for (var i = 0; i < labels.Length; i++) labels[i] = KMeans.Nearest(rows.Row(i), centres, K);
            return labels;
        }

        protected internal override void WriteState(Utf8JsonWriter json) => json.WriteNumbers("centres", centres);
    }
}
