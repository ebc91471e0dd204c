using Clientele.Numerics.Clustering;
using Clientele.Numerics.Decomposition;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Validity;

/// <summary>What even data look like.</summary>
public enum EvenBox
{
    /// <summary>The box of the columns.</summary>
    Columns,

    /// <summary>The box along the principal axes: follows data that lie aslant.</summary>
    Aligned,
}

/// <summary>The gap at one k.</summary>
/// <param name="K">Clusters asked for.</param>
/// <param name="LogW">Logarithm of the inertia, W.</param>
/// <param name="Expected">Mean of the same over even data.</param>
/// <param name="Gap">Expected − LogW.</param>
/// <param name="Error">s: standard deviation over even data times √(1 + 1/B).</param>
public sealed record GapAtK(int K, double LogW, double Expected, double Gap, double Error);

/// <summary>The gap statistic over a range of k.</summary>
/// <param name="ByK">One line per k; a k whose inertia is 0 ends the list.</param>
/// <param name="K">The least k with Gap(k) ≥ Gap(k + 1) − s(k + 1); the last k when none has it.</param>
public sealed record GapCurve(IReadOnlyList<GapAtK> ByK, int K);

/// <summary>Gap statistic: how much less inertia k clusters leave than they would on data strewn evenly over the same box.</summary>
/// <remarks>[TWH01] with squared distances (clusGap of R: d.power = 2). log W differs from theirs by log 2 at most, which the gap does not
/// see. Costs B + 1 fits per k.</remarks>
public static class GapStatistic
{
    /// <summary>One gap per k.</summary>
    /// <param name="x">Finite values [n × d].</param>
    /// <param name="least">First k, at least 1; the rule can say "one cluster" only when it begins there.</param>
    /// <param name="most">Last k.</param>
    /// <param name="clusterer">The method for each k; null: K-Means.</param>
    /// <param name="references">B, even data sets, at least 2.</param>
    /// <param name="box">What they fill.</param>
    /// <param name="seed">All chance comes from here.</param>
    /// <param name="context">Threads, cancellation, progress; null: the defaults.</param>
    public static GapCurve Of(
        Matrix x, int least, int most, Func<int, IClusterer>? clusterer = null, int references = 50, EvenBox box = EvenBox.Aligned, ulong seed = 0, FitContext? context = null)
    {
        Require.Finite(x);
        Require.AtLeast(1, least);
        Require.AtLeast(least, most);
        Require.AtLeast(2, references);
        context ??= FitContext.Default;
        var rows = Sampling.Unit(Sampling.Canonical(x, x.Rows, default), out var exponent);
        var axes = box == EvenBox.Aligned ? Pca.Fit(rows, new()) : null;
        var placed = axes?.Apply(rows) ?? rows;
        var (own, single) = (LogW(rows, least, most, clusterer, seed, context), context with { Threads = 1, Progress = null });
        var (all, done) = (new double[references][], 0);
        using (var crew = new Crew(context.Threads))
        {
            crew.Run(references, (b, _) =>
            {
                all[b] = LogW(Even(placed, new Draws(seed, placed.Columns, b)), least, most, clusterer, seed, single);
                context.Progress?.Report((double)Interlocked.Increment(ref done) / references);
            }, context.Cancellation);
        }

        var (byK, unit) = (new List<GapAtK>(), 2 * exponent * Math.Log(2));
        for (var f = 0; f < own.Length && double.IsFinite(own[f]); f++)
        {
            var values = all.Select(logs => logs[f]).ToArray();
            if (!values.All(double.IsFinite)) break;
            var mean = values.Average();
            var sd = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / references);
            byK.Add(new(least + f, own[f] + unit, mean + unit, mean - own[f], sd * Math.Sqrt(1 + (1.0 / references))));
        }

        return new(byK, Choose(byK, least));
    }

    // [TWH01] step 3.
    private static int Choose(List<GapAtK> byK, int least)
    {
        for (var f = 0; f + 1 < byK.Count; f++)
        {
            if (byK[f].Gap >= byK[f + 1].Gap - byK[f + 1].Error) return byK[f].K;
        }

        return byK.Count == 0 ? least : byK[^1].K;
    }

    private static double[] LogW(Matrix x, int least, int most, Func<int, IClusterer>? clusterer, ulong seed, FitContext context)
    {
        if (clusterer is null) return [.. KMeansByK.Fits(x, least, most, 5, seed, context).Select(fit => Math.Log(fit.Inertia))];
        var quiet = context with { Progress = null };
        return [.. Enumerable.Range(least, most - least + 1).Select(k => Math.Log(Inertia.Of(x, clusterer(k).Fit(x, null, quiet).Labels)))];
    }

    // Even draws over the box of the rows. A turn back to the axes of the columns would change no distance.
    private static Matrix Even(Matrix x, Draws draws)
    {
        var values = new double[x.Values.Length];
        for (var q = 0; q < x.Columns; q++)
        {
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            for (var i = 0; i < x.Rows; i++) (low, high) = (Math.Min(low, x.Row(i)[q]), Math.Max(high, x.Row(i)[q]));
            for (var i = 0; i < x.Rows; i++)
            {
                var share = draws.Uniform(i, q);
                values[(i * x.Columns) + q] = (low * (1 - share)) + (high * share);
            }
        }

        return new(values, x.Rows, x.Columns);
    }
}
