namespace Clientele.Numerics.Clustering;

/// <summary>
/// A method of clustering with its options set. The same rows, weights and options give the same bits, whatever the order of the
/// rows, the threads and the vectors of the machine.
/// </summary>
public interface IClusterer
{
    /// <summary>The name of the method, lower case: <c>ward</c>.</summary>
    string Method { get; }

    /// <summary>Bytes that a fit takes at most besides its rows and its result; what <see cref="FitContext.MemoryLimit"/> is held against.</summary>
    /// <param name="rows">n.</param>
    /// <param name="columns">d.</param>
    double Bytes(int rows, int columns);

    /// <summary>A finished clustering.</summary>
    /// <param name="x">Finite values [n × d], at least one row and one column; not changed.</param>
    /// <param name="weights">[n], finite, at least 0, not all 0; a row of weight w counts as w copies of it, one of weight 0 as absent
    /// (but it is labelled). Null: 1 each.</param>
    /// <param name="context">Threads, progress, cancellation, limit; null: the defaults.</param>
    /// <exception cref="MemoryLimitException">The estimate is above the limit.</exception>
    ClusterModel Fit(Matrix x, double[]? weights = null, FitContext? context = null);
}
