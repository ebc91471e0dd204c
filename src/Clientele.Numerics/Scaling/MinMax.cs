using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Scaling;

/// <summary>From 0, the smallest value, to 1, the largest.</summary>
public static class MinMax
{
    /// <summary>Finds centre and spread of each column.</summary>
    /// <param name="x">Finite; not changed.</param>
    /// <param name="log1p">Take log(1 + x) first; then all values must be above −1.</param>
    public static FittedScaling Fit(Matrix x, bool log1p = false) => ColumnFit.Of("minmax", x, log1p, static column => (Quantile.Type7(column, 0), Quantile.Type7(column, 1) - Quantile.Type7(column, 0)));
}
