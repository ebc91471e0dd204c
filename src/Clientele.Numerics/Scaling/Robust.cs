using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Scaling;

/// <summary>Median 0, distance of the quartiles 1: single wild values change nothing.</summary>
public static class Robust
{
    private static readonly double[] s_quartiles = [0.25, 0.5, 0.75];

    /// <summary>Finds centre and spread of each column.</summary>
    /// <param name="x">Finite; not changed.</param>
    /// <param name="log1p">Take log(1 + x) first; then all values must be above −1.</param>
    public static FittedScaling Fit(Matrix x, bool log1p = false) => ColumnFit.Of("robust", x, log1p, static column =>
    {
        var at = Quantile.Type7(column, s_quartiles);
        return (at[1], at[2] - at[0]);
    });
}
