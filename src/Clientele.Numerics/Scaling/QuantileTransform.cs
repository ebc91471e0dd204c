using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Scaling;

/// <summary>What a column looks like after a quantile transform.</summary>
public enum TargetShape
{
    /// <summary>Even from 0 to 1: the share of fitted rows below.</summary>
    Uniform,

    /// <summary>Standard normal, cut at ±5.2.</summary>
    Normal,
}

/// <summary>Ranks instead of values: any shape becomes even or normal, and no outlier is left.</summary>
/// <remarks>As scikit-learn's QuantileTransformer, without its drawn sample: type-7 quantiles of all rows at even shares, straight lines
/// between them, equal values at the middle of their ranks; what lies outside counts as the edge.</remarks>
public static class QuantileTransform
{
    /// <summary>Finds the quantiles of each column.</summary>
    /// <param name="x">Finite; not changed.</param>
    /// <param name="shape">What comes out.</param>
    /// <param name="quantiles">How many are kept, at least 2; never more than rows.</param>
    public static FittedQuantiles Fit(Matrix x, TargetShape shape = TargetShape.Uniform, int quantiles = 1000)
    {
        Require.Finite(x);
        Require.AtLeast(2, quantiles);
        var count = Math.Max(1, Math.Min(quantiles, x.Rows));
        var shares = new double[count];
        for (var i = 1; i < count; i++) shares[i] = (double)i / (count - 1);
        var (all, column) = (new double[x.Columns * count], new double[x.Rows]);
        for (var q = 0; q < x.Columns; q++)
        {
            for (var i = 0; i < column.Length; i++) column[i] = x.Row(i)[q];
            var values = Quantile.Type7(column, shares);

            // Roundings between equal values must not make the curve fall.
            for (var i = 1; i < count; i++) values[i] = Math.Max(values[i], values[i - 1]);
            values.CopyTo(all, q * count);
        }

        return new(shape, x.Columns, count, all);
    }
}
