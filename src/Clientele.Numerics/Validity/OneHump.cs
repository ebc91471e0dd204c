using Clientele.Numerics.Clustering;
using Clientele.Numerics.Ordering;
using MathNet.Numerics.Distributions;

namespace Clientele.Numerics.Validity;

/// <summary>
/// Data without clusters that share everything else with given rows: each column keeps its width, skew, tails and ties but has one hump
/// (<see cref="Unimodal"/>), and columns keep their rank correlations (normal scores). Even, Gaussian, skewed and oblique clouds are all
/// imitated by one of the same kind, so that none of them looks clustered beside it.
/// </summary>
internal sealed class OneHump
{
    private readonly Matrix _rows;
    private readonly Unimodal[] _columns;
    private readonly double[] _factor;

    /// <summary>Learns from rows without ties, as <see cref="Spread"/> gives them.</summary>
    public OneHump(Matrix rows)
    {
        _rows = rows;
        var d = rows.Columns;
        var scores = new double[d][];
        _columns = new Unimodal[d];
        for (var q = 0; q < d; q++)
        {
            var column = Column(rows, q);
            _columns[q] = new(column);
            scores[q] = Scores(column);
        }

        _factor = Cholesky(scores, d);
    }

    /// <summary>
    /// Rows with ties taken apart: each value is moved by chance within half the distance to the nearer neighbouring value. Whole numbers
    /// become an even stretch each, so that being counted in steps does not pass for being clustered; values without ties hardly move.
    /// </summary>
    public static Matrix Spread(Matrix x, Draws draws)
    {
        var values = new double[x.Values.Length];
        for (var q = 0; q < x.Columns; q++)
        {
            double[] distinct = [.. Column(x, q).Distinct().Order()];
            for (var i = 0; i < x.Rows; i++)
            {
                var value = x.Row(i)[q];
                var at = Array.BinarySearch(distinct, value);
                values[(i * x.Columns) + q] = value + (((2 * draws.Uniform(i, q)) - 1) * 0.5 * Nearer(distinct, at));
            }
        }

        return new(values, x.Rows, x.Columns);
    }

    /// <summary>As many rows as were learned from.</summary>
    public Matrix Draw(Draws draws)
    {
        var (n, d) = (_rows.Rows, _rows.Columns);
        var (values, normal) = (new double[n * d], new double[d]);
        for (var i = 0; i < n; i++)
        {
            for (var q = 0; q < d; q++) normal[q] = Normal.InvCDF(0, 1, Math.Max(draws.Uniform(i, q), 1e-300));
            for (var q = 0; q < d; q++)
            {
                var sum = 0.0;
                for (var p = 0; p <= q; p++) sum += _factor[(q * d) + p] * normal[p];
                values[(i * d) + q] = _columns[q].At(Normal.CDF(0, 1, sum));
            }
        }

        return new(values, n, d);
    }

    // A value at the edge has one neighbour, and takes the next distance as well: a far value must not be smeared over the way to it.
    private static double Nearer(double[] distinct, int at)
    {
        if (distinct.Length < 2) return 0;
        if (at == 0) return Math.Min(distinct[1] - distinct[0], distinct.Length > 2 ? distinct[2] - distinct[1] : double.PositiveInfinity);
        if (at == distinct.Length - 1) return Math.Min(distinct[^1] - distinct[^2], distinct.Length > 2 ? distinct[^2] - distinct[^3] : double.PositiveInfinity);
        return Math.Min(distinct[at] - distinct[at - 1], distinct[at + 1] - distinct[at]);
    }

    private static double[] Column(Matrix x, int q)
    {
        var column = new double[x.Rows];
        for (var i = 0; i < column.Length; i++) column[i] = x.Row(i)[q];
        return column;
    }

    // Normal quantiles of the ranks, scaled to length 1.
    private static double[] Scores(double[] column)
    {
        var n = column.Length;
        var (order, scores, squares) = (RowOrder.Of(new(column, n, 1)), new double[n], 0.0);
        for (var at = 0; at < n; at++)
        {
            scores[order[at]] = Normal.InvCDF(0, 1, (at + 0.5) / n);
            squares += scores[order[at]] * scores[order[at]];
        }

        for (var i = 0; i < n && squares > 0; i++) scores[i] /= Math.Sqrt(squares);
        return scores;
    }

    // Lower triangle [d × d]; a direction that the others leave no room for is left at 0.
    private static double[] Cholesky(double[][] scores, int d)
    {
        var factor = new double[d * d];
        for (var q = 0; q < d; q++)
        {
            for (var p = 0; p <= q; p++)
            {
                var rest = q == p ? 1.0 : 0;
                for (var i = 0; i < scores[q].Length && q != p; i++) rest += scores[q][i] * scores[p][i];
                for (var r = 0; r < p; r++) rest -= factor[(q * d) + r] * factor[(p * d) + r];
                if (q == p) factor[(q * d) + q] = rest > 1e-12 ? Math.Sqrt(rest) : 0;
                else factor[(q * d) + p] = factor[(p * d) + p] > 0 ? rest / factor[(p * d) + p] : 0;
            }
        }

        return factor;
    }
}
