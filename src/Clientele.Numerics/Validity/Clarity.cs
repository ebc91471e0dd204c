using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Validity;

/// <summary>How far clusters stand out.</summary>
/// <param name="Excess">Mean silhouette above that of data with one hump, at the k where it is largest; about 0 without clusters.</param>
/// <param name="K">That k.</param>
/// <param name="Silhouette">The silhouette there, ties taken apart.</param>
/// <param name="Expected">What one hump gives there.</param>
/// <param name="Rows">Rows looked at.</param>
public sealed record ClarityFinding(double Excess, int K, double Silhouette, double Expected, int Rows);

/// <summary>
/// A measure of separation that columns can be added to and taken from: the silhouette of the best k, less what rows with one hump of the
/// same widths, tails and correlations have (<see cref="OneHump"/>). A silhouette alone always rises when columns leave, because fewer
/// columns and correlated ones look more clustered; so does that of the references, and the difference does not.
/// </summary>
/// <remarks>The silhouette is [Rou87]; the references are those of <see cref="StructureTest"/>. Costs references · K-Means of every k on at most mostRows rows.</remarks>
public static class Clarity
{
    private const int LeastRows = 8;

    /// <summary>Measures k from 2 to most.</summary>
    /// <param name="x">Finite values [n × d], in comparable units: scaled.</param>
    /// <param name="most">Last k, at least 2.</param>
    /// <param name="references">Data sets with one hump, at least 2.</param>
    /// <param name="mostRows">Of more rows a sample of so many is drawn by the seed.</param>
    /// <param name="seed">All chance comes from here.</param>
    /// <param name="context">Threads, cancellation; null: the defaults.</param>
    /// <returns>Null when there are fewer than 8 rows or 3 distinct ones.</returns>
    public static ClarityFinding? Of(Matrix x, int most = 10, int references = 19, int mostRows = 500, ulong seed = 0, FitContext? context = null)
    {
        Require.Finite(x);
        Require.AtLeast(2, most);
        Require.AtLeast(2, references);
        Require.AtLeast(LeastRows, mostRows);
        context ??= FitContext.Default;
        var rows = Sampling.Unit(Sampling.Canonical(x, mostRows, new Draws(seed, mostRows, -5)), out _);
        var distinct = new Points(rows).Count;
        if (rows.Rows < LeastRows || distinct < 3) return null;
        most = Math.Min(most, Math.Min(rows.Rows / 2, distinct - 1));

        var spread = OneHump.Spread(rows, new Draws(seed, most, -6));
        var own = Silhouettes(spread, most, seed, context with { Progress = null });
        var (hump, drawn, single) = (new OneHump(spread), new double[references][], context with { Threads = 1, Progress = null });
        using var crew = new Crew(context.Threads);
        crew.Run(references, (b, _) => drawn[b] = Silhouettes(hump.Draw(new Draws(seed, most, b)), most, seed, single), context.Cancellation);

        ClarityFinding? best = null;
        for (var f = 0; f < own.Length; f++)
        {
            var expected = drawn.Average(reference => reference[f]);
            if (double.IsNaN(own[f]) || double.IsNaN(expected)) continue;
            if (best is null || own[f] - expected > best.Excess) best = new(own[f] - expected, f + 2, own[f], expected, rows.Rows);
        }

        return best;
    }

    /// <summary>The highest mean silhouette of k from 2 to most on a sample; NaN where none is defined.</summary>
    /// <inheritdoc cref="Of"/>
    public static double BestSilhouette(Matrix x, int most = 10, int mostRows = 500, ulong seed = 0, FitContext? context = null)
    {
        Require.Finite(x);
        context ??= FitContext.Default;
        var rows = Sampling.Unit(Sampling.Canonical(x, mostRows, new Draws(seed, mostRows, -5)), out _);
        var distinct = new Points(rows).Count;
        if (rows.Rows < LeastRows || distinct < 3) return double.NaN;
        most = Math.Min(most, Math.Min(rows.Rows / 2, distinct - 1));
        var all = Silhouettes(OneHump.Spread(rows, new Draws(seed, most, -6)), most, seed, context with { Progress = null });
        return all.Where(s => !double.IsNaN(s)).DefaultIfEmpty(double.NaN).Max();
    }

    /// <summary>
    /// The rows that are looked at, for measures of the same rows by other columns: those of a subset of these columns then compare columns,
    /// not samples, and cost no walk through all rows.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public static Matrix Sample(Matrix x, int mostRows = 500, ulong seed = 0)
    {
        Require.Finite(x);
        Require.AtLeast(LeastRows, mostRows);
        return Sampling.Canonical(x, mostRows, new Draws(seed, mostRows, -5));
    }

    private static double[] Silhouettes(Matrix x, int most, ulong seed, FitContext context) =>
        Silhouette.ExactMeans(x, KMeansByK.Partitions(x, 2, most, 2, seed, context), context.Threads, context.Cancellation);
}
