using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Validity;

/// <summary>
/// Whether rows huddle more than rows strewn evenly over their box: about 1/2 when they do not, near 1 when they do, below 1/2 when they
/// stand in a lattice. It hears any departure from even, a single hump included: a first look, no proof of clusters.
/// </summary>
/// <remarks>
/// [CJ82]: H = Σ uᵈ / (Σ uᵈ + Σ wᵈ), with u the distance of an even draw to its nearest row, w that of a drawn row to the nearest other
/// row (a copy of it: 0), and d the columns that vary as the exponent (not 1, as in some programs): then H of even data is Beta(m, m)
/// with mean 1/2. Columns that do not vary are left out. Costs m · n · d.
/// </remarks>
public static class Hopkins
{
    private const int LeastDraws = 30;

    /// <summary>Between 0 and 1; NaN, not defined, when fewer than two rows differ.</summary>
    /// <param name="x">Finite values [n × d], in comparable units: scaled.</param>
    /// <param name="draws">m, rows and even draws looked at; 0: a tenth of the rows, at least 30, at most 1,000. Never more than n.</param>
    /// <param name="seed">All chance comes from here.</param>
    /// <param name="context">Threads, cancellation; null: the defaults.</param>
    public static double Of(Matrix x, int draws = 0, ulong seed = 0, FitContext? context = null)
    {
        Require.Finite(x);
        Require.AtLeast(0, draws);
        context ??= FitContext.Default;
        var points = new Points(x);
        if (points.Count < 2) return double.NaN;
        var m = Math.Min(draws == 0 ? Math.Clamp(x.Rows / 10, LeastDraws, 1000) : draws, x.Rows);
        var (varying, low, width) = Box(points);
        var chance = new Draws(seed, m, x.Rows);
        var taken = Sampling.Places(x.Rows, m, new Draws(seed, m, -1));
        var (even, own) = (new double[m], new double[m]);
        using var crew = new Crew(context.Threads);
        crew.Run(m, (i, _) =>
        {
            var at = new double[varying.Length];
            for (var q = 0; q < at.Length; q++) at[q] = low[q] + (width[q] * chance.Uniform(i, q));
            even[i] = Nearest(points, varying, at, -1);
            var group = points.Group[points.Order[taken[i]]];
            for (var q = 0; q < at.Length; q++) at[q] = points[group, varying[q]];
            own[i] = points.Weights[group] > 1 ? 0 : Nearest(points, varying, at, group);
        }, context.Cancellation);

        // Half the exponent, because distances are squares; divided by the largest, because powers overflow.
        var largest = Math.Max(even.Max(), own.Max());
        var (sumEven, sumOwn) = (0.0, 0.0);
        for (var i = 0; i < m; i++)
        {
            sumEven += Math.Pow(even[i] / largest, varying.Length * 0.5);
            sumOwn += Math.Pow(own[i] / largest, varying.Length * 0.5);
        }

        return sumEven / (sumEven + sumOwn);
    }

    private static (int[] Varying, double[] Low, double[] Width) Box(Points points)
    {
        var (varying, lows, widths) = (new List<int>(), new List<double>(), new List<double>());
        for (var q = 0; q < points.Dimensions; q++)
        {
            var (low, high) = (points[0, q], points[0, q]);
            for (var i = 1; i < points.Count; i++) (low, high) = (Math.Min(low, points[i, q]), Math.Max(high, points[i, q]));
            if (low == high) continue;
            varying.Add(q);
            lows.Add(low);
            widths.Add(high - low);
        }

        return ([.. varying], [.. lows], [.. widths]);
    }

    private static double Nearest(Points points, int[] varying, double[] at, int except)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < points.Count; i++)
        {
            if (i == except) continue;
            var square = 0.0;
            for (var q = 0; q < at.Length; q++)
            {
                var step = points[i, varying[q]] - at[q];
                square += step * step;
            }

            least = Math.Min(least, square);
        }

        return least;
    }
}
