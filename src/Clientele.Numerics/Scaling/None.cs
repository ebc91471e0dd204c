namespace Clientele.Numerics.Scaling;

/// <summary>Values as they are, or their logarithms.</summary>
public static class None
{
    /// <summary>Finds centre and spread of each column.</summary>
    /// <param name="x">Finite; not changed.</param>
    /// <param name="log1p">Take log(1 + x) first; then all values must be above −1.</param>
    public static FittedScaling Fit(Matrix x, bool log1p = false) => ColumnFit.Of("none", x, log1p, static _ => (0, 1));
}
