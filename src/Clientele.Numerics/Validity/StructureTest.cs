using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Validity;

/// <summary>What the test for clusters found.</summary>
/// <param name="Ks">The numbers of clusters tried.</param>
/// <param name="Silhouettes">Mean silhouette of the data at each k, ties taken apart.</param>
/// <param name="Expected">Mean of the same over the references.</param>
/// <param name="Deviations">Their standard deviation.</param>
/// <param name="References">Reference data sets drawn.</param>
/// <param name="AtLeastAsClear">References whose clusters stand out at least as much as the data's.</param>
/// <param name="Rows">Rows looked at; fewer than all when a sample was drawn.</param>
public sealed record StructureFinding(
    IReadOnlyList<int> Ks, IReadOnlyList<double> Silhouettes, IReadOnlyList<double> Expected, IReadOnlyList<double> Deviations, int References, int AtLeastAsClear, int Rows)
{
    /// <summary>(1 + references at least as clear) / (1 + references).</summary>
    public double PValue => (1.0 + AtLeastAsClear) / (1 + References);
}

/// <summary>
/// Are there clusters at all? The data are held against references that have one hump but else look like them (<see cref="OneHump"/>).
/// Each is clustered for every k; what counts is the silhouette that exceeds its mean at that k by the most standard deviations.
/// </summary>
/// <remarks>
/// A Monte Carlo test: with 199 references the least p-value is 0.005. Data with the same hump as the references exceed the level no
/// more often than it says; the references are fitted to the data, which in simulations made the test a little shy. When 5 of the first
/// 19 references are at least as clear, the rest is not drawn. After [TWH01] (references) and [LHN08] (one Gaussian hump as the null).
/// </remarks>
public static class StructureTest
{
    private const int FirstReferences = 19;
    private const int Enough = 5;
    private const int LeastRows = 8;

    /// <summary>Tests k from 2 to most.</summary>
    /// <param name="x">Finite values [n × d], in comparable units: scaled.</param>
    /// <param name="most">Last k, at least 2.</param>
    /// <param name="clusterer">The method for each k; null: K-Means.</param>
    /// <param name="references">Reference data sets, at least 19.</param>
    /// <param name="mostRows">Of more rows a sample of so many is drawn by the seed.</param>
    /// <param name="seed">All chance comes from here.</param>
    /// <param name="context">Threads, cancellation, progress; null: the defaults.</param>
    /// <returns>Null when there are fewer than 8 rows or 3 distinct ones: nothing can be said.</returns>
    public static StructureFinding? Of(
        Matrix x, int most = 10, Func<int, IClusterer>? clusterer = null, int references = 199, int mostRows = 1000, ulong seed = 0, FitContext? context = null)
    {
        Require.Finite(x);
        Require.AtLeast(2, most);
        Require.AtLeast(FirstReferences, references);
        Require.AtLeast(LeastRows, mostRows);
        context ??= FitContext.Default;
        var rows = Unit(Sampling.Canonical(x, mostRows, new Draws(seed, mostRows, -2)));
        var distinct = new Points(rows).Count;
        if (rows.Rows < LeastRows || distinct < 3) return null;

        most = Math.Min(most, Math.Min(rows.Rows / 2, distinct - 1));
        var spread = OneHump.Spread(rows, new Draws(seed, most, -3));
        var own = Silhouettes(spread, most, clusterer, seed, context with { Progress = null });
        var hump = new OneHump(spread);
        var all = new List<double[]>();
        Draw(FirstReferences);
        var finding = Judge(own, all, rows.Rows);
        if (finding.AtLeastAsClear >= Enough) return finding;
        Draw(references);
        return Judge(own, all, rows.Rows);

        void Draw(int until)
        {
            var (from, single) = (all.Count, context with { Threads = 1, Progress = null });
            var (drawn, done) = (new double[until - from][], from);
            using var crew = new Crew(context.Threads);
            crew.Run(drawn.Length, (b, _) =>
            {
                drawn[b] = Silhouettes(hump.Draw(new Draws(seed, most, from + b)), most, clusterer, seed, single);
                context.Progress?.Report((double)Interlocked.Increment(ref done) / references);
            }, context.Cancellation);
            all.AddRange(drawn);
        }
    }

    // Divided by a power of two: huge and tiny units reach no measure.
    private static Matrix Unit(Matrix x)
    {
        var largest = x.Values.Max(Math.Abs);
        if (largest == 0) return x;
        var power = new Power(-Math.ILogB(largest));
        return new([.. x.Values.Select(power.Times)], x.Rows, x.Columns);
    }

    // 0 where the method found fewer than two clusters.
    private static double[] Silhouettes(Matrix x, int most, Func<int, IClusterer>? clusterer, ulong seed, FitContext context)
    {
        var partitions = clusterer is null
            ? KMeansByK.Partitions(x, 2, most, 1, seed, context)
            : [.. Enumerable.Range(2, most - 1).Select(k => WithoutNoise(clusterer(k).Fit(x, null, context).Labels))];
        return [.. Silhouette.ExactMeans(x, partitions, context.Threads, context.Cancellation).Select(s => double.IsNaN(s) ? 0 : s)];
    }

    // Noise as one more group: what belongs nowhere makes no clear cluster.
    private static (int[] Labels, int K) WithoutNoise(int[] labels)
    {
        var k = labels.Max() + 1;
        return labels.Min() >= 0 ? (labels, k) : ([.. labels.Select(label => label < 0 ? k : label)], k + 1);
    }

    private static StructureFinding Judge(double[] own, List<double[]> references, int rows)
    {
        var (ks, b) = (own.Length, references.Count);
        var (expected, deviations) = (new double[ks], new double[ks]);
        var (clearest, clear) = (double.NegativeInfinity, new double[b]);
        Array.Fill(clear, double.NegativeInfinity);
        for (var f = 0; f < ks; f++)
        {
            (expected[f], deviations[f]) = Moments([.. references.Select(r => r[f])]);

            // The data among their references: alike before the result is known, so that the level is exact.
            var (mean, sd) = Moments([own[f], .. references.Select(r => r[f])]);
            if (!(sd > 0)) continue;
            clearest = Math.Max(clearest, (own[f] - mean) / sd);
            for (var r = 0; r < b; r++) clear[r] = Math.Max(clear[r], (references[r][f] - mean) / sd);
        }

        return new([.. Enumerable.Range(2, ks)], own, expected, deviations, b, clear.Count(c => c >= clearest), rows);
    }

    private static (double Mean, double Sd) Moments(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1)));
    }
}
