using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Scaling;

/// <summary>z-scores: mean 0, population standard deviation 1.</summary>
public static class Standard
{
    /// <summary>Finds centre and spread of each column.</summary>
    /// <param name="x">Finite; not changed.</param>
    /// <param name="log1p">Take log(1 + x) first; then all values must be above −1.</param>
    public static FittedScaling Fit(Matrix x, bool log1p = false) => ColumnFit.Of("standard", x, log1p, static column => (Moments.Mean(column), Moments.PopulationSd(column)));
}
