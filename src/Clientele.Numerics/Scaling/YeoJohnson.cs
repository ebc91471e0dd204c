using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Scaling;

/// <summary>
/// Power transform for values of any sign that makes a column as nearly normal as a power can: λ = 1 leaves it, 0 takes logarithms of
/// x ≥ 0, above 1 stretches the upper tail.
/// </summary>
/// <remarks>[YJ00]: ((1 + x)^λ − 1) / λ for x ≥ 0 and −((1 − x)^(2 − λ) − 1) / (2 − λ) below; λ by greatest likelihood, found by [Bre73]
/// within ±32 and within what can be undone, bounds that scikit-learn's PowerTransformer does not have. Written with expm1 and log1p, so that tiny values keep their digits.</remarks>
public static class YeoJohnson
{
    private const double Widest = 32;
    private const double Most = 18;

    /// <summary>Finds λ of each column.</summary>
    /// <param name="x">Finite; not changed.</param>
    /// <param name="standardise">Move and divide each transformed column to mean 0, population standard deviation 1.</param>
    public static FittedYeoJohnson Fit(Matrix x, bool standardise = true)
    {
        Require.Finite(x);
        var (lambdas, centres, spreads) = (new double[x.Columns], new double[x.Columns], new double[x.Columns]);
        for (var q = 0; q < x.Columns; q++)
        {
            var column = new double[x.Rows];
            for (var i = 0; i < column.Length; i++) column[i] = x.Row(i)[q];
            lambdas[q] = Lambda(column);
            (centres[q], spreads[q]) = (0, 1);
            if (!standardise) continue;
            for (var i = 0; i < column.Length; i++) column[i] = Apply(column[i], lambdas[q]);
            (centres[q], spreads[q]) = (Moments.Mean(column), Moments.PopulationSd(column));
            if (!double.IsNormal(spreads[q])) spreads[q] = 1;
        }

        return new(lambdas, centres, spreads);
    }

    /// <summary>One value.</summary>
    public static double Apply(double x, double lambda)
    {
        var power = x >= 0 ? lambda : 2 - lambda;
        var log = Log1p.Apply(Math.Abs(x));
        var value = power == 0 ? log : Log1p.Invert(power * log) / power;
        return x >= 0 ? value : -value;
    }

    /// <summary>The value before; the largest finite number for what no value is transformed to.</summary>
    public static double Invert(double y, double lambda)
    {
        var power = y >= 0 ? lambda : 2 - lambda;
        var log = Math.Abs(y);
        if (power != 0) log = power * log > -1 ? Log1p.Apply(power * log) / power : double.PositiveInfinity;
        var value = Math.Min(Log1p.Invert(log), double.MaxValue);
        return y >= 0 ? value : -value;
    }

    private static double Lambda(double[] column)
    {
        if (Moments.PopulationSd(column) == 0) return 1;
        var logs = default(ExactSum);
        foreach (var value in column) logs.Add(Math.CopySign(Log1p.Apply(Math.Abs(value)), value));
        var (slope, room) = (logs.Value / column.Length, new double[column.Length]);
        var (low, high) = Bounds(column);
        for (var width = 2.0; ; width *= 2)
        {
            var (from, to) = (Math.Max(-width, low), Math.Min(width, high));
            var lambda = Brent.Least(at => Cost(column, room, slope, at), from, to);
            if (width >= Widest || (lambda > -width * 0.999 && lambda < width * 0.999)) return lambda;
        }
    }

    // Powers that no value outgrows or saturates by more than e^18: beyond, transforming loses the digits that undoing needs. 1 is among them.
    private static (double Low, double High) Bounds(double[] column)
    {
        var (above, below) = (Most / Log1p.Apply(Math.Max(column.Max(), 0)), Most / Log1p.Apply(Math.Max(-column.Min(), 0)));
        return (Math.Max(-above, 1 - below), Math.Min(1 + above, 2 + below));
    }

    // Half the logarithm of the variance less the part of the Jacobian: the negative log-likelihood per row.
    private static double Cost(double[] column, double[] room, double slope, double lambda)
    {
        for (var i = 0; i < room.Length; i++)
        {
            room[i] = Apply(column[i], lambda);
            if (!double.IsFinite(room[i])) return double.PositiveInfinity;
        }

        var sd = Moments.PopulationSd(room);
        return double.IsNormal(sd) ? Math.Log(sd) - ((lambda - 1) * slope) : double.PositiveInfinity;
    }
}
