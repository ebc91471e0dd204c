using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Validity;

/// <summary>What the test for clusters found.</summary>
/// <param name="Ks">The numbers of clusters tried.</param>
/// <param name="LogW">Logarithm of the inertia that each k leaves in the data, ties taken apart.</param>
/// <param name="Expected">Mean of the same over the references.</param>
/// <param name="Deviations">Their standard deviation.</param>
/// <param name="References">Reference data sets drawn.</param>
/// <param name="AtLeastAsClear">References whose clusters stand out at least as much as the data's.</param>
/// <param name="Rows">Rows looked at; fewer than all when a sample was drawn.</param>
public sealed record StructureFinding(
    IReadOnlyList<int> Ks, IReadOnlyList<double> LogW, IReadOnlyList<double> Expected, IReadOnlyList<double> Deviations, int References, int AtLeastAsClear, int Rows)
{
    /// <summary>(1 + references at least as clear) / (1 + references).</summary>
    public double PValue => (1.0 + AtLeastAsClear) / (1 + References);
}

/// <summary>
/// Are there clusters at all? The data are held against references that have one hump but else look like them (<see cref="OneHump"/>).
/// Each is clustered for every k; what counts is the inertia that falls below its mean at that k by the most standard deviations.
/// </summary>
/// <remarks>
/// A Monte Carlo test of the gap of [TWH01], with one hump instead of an even box as in [LHN08]; with 99 references the least p-value is
/// 0.01. The references are fitted to the data and come out a little tighter than data with one hump, so that the test finds clusters in
/// such data less often than its level says. When 5 of the first 19 references are at least as clear, the rest is not drawn.
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
        Matrix x, int most = 10, Func<int, IClusterer>? clusterer = null, int references = 99, int mostRows = 1000, ulong seed = 0, FitContext? context = null)
    {
        Require.Finite(x);
        Require.AtLeast(2, most);
        Require.AtLeast(FirstReferences, references);
        Require.AtLeast(LeastRows, mostRows);
        context ??= FitContext.Default;
        var rows = Sampling.Unit(Sampling.Canonical(x, mostRows, new Draws(seed, mostRows, -2)), out _);
        var distinct = new Points(rows).Count;
        if (rows.Rows < LeastRows || distinct < 3) return null;

        most = Math.Min(most, Math.Min(rows.Rows / 2, distinct - 1));
        var spread = OneHump.Spread(rows, new Draws(seed, most, -3));
        var own = LogW(spread, most, clusterer, seed, context with { Progress = null });
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
                drawn[b] = LogW(hump.Draw(new Draws(seed, most, from + b)), most, clusterer, seed, single);
                context.Progress?.Report((double)Interlocked.Increment(ref done) / references);
            }, context.Cancellation);
            all.AddRange(drawn);
        }
    }

    private static double[] LogW(Matrix x, int most, Func<int, IClusterer>? clusterer, ulong seed, FitContext context)
    {
        if (clusterer is null) return [.. KMeansByK.Fits(x, 2, most, 1, seed, context).Select(fit => Log(fit.Inertia))];
        return [.. Enumerable.Range(2, most - 1).Select(k => Log(Inertia.Of(x, WithNoise(clusterer(k).Fit(x, null, context).Labels))))];
    }

    private static double Log(double inertia) => Math.Log(Math.Max(inertia, double.Epsilon));

    // Noise as one more group: leaving rows out must not lower the inertia.
    private static int[] WithNoise(int[] labels)
    {
        var k = Math.Max(labels.Max() + 1, 0);
        return [.. labels.Select(label => label < 0 ? k : label)];
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
            clearest = Math.Max(clearest, (mean - own[f]) / sd);
            for (var r = 0; r < b; r++) clear[r] = Math.Max(clear[r], (mean - references[r][f]) / sd);
        }

        return new([.. Enumerable.Range(2, ks)], own, expected, deviations, b, clear.Count(c => c >= clearest), rows);
    }

    private static (double Mean, double Sd) Moments(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1)));
    }
}
