namespace Clientele.Numerics.Mixtures;

/// <summary>Lower triangles of symmetric matrices, row by row: entry (i, j), j ≤ i, stands at i (i + 1) / 2 + j.</summary>
internal static class Triangle
{
    // A pivot below this share of its diagonal is rounding; it is lifted to it.
    private const double LeastPivot = 1e-13;

    public static int Length(int d) => d * (d + 1) / 2;

    public static int At(int i, int j) => (i * (i + 1) / 2) + j;

    /// <summary>
    /// The inverse W of the Cholesky factor of a covariance, so that |W (x − m)|² is the squared Mahalanobis distance, and ln det W. O(d³).
    /// </summary>
    /// <param name="covariance">Triangle with a positive diagonal.</param>
    /// <param name="d">Rows.</param>
    /// <param name="inverse">Receives the triangle W.</param>
    public static double Whiten(ReadOnlySpan<double> covariance, int d, Span<double> inverse)
    {
        var factor = covariance.ToArray();
        for (var j = 0; j < d; j++)
        {
            var pivot = factor[At(j, j)];
            for (var q = 0; q < j; q++) pivot -= factor[At(j, q)] * factor[At(j, q)];
            var root = Math.Sqrt(Math.Max(pivot, LeastPivot * covariance[At(j, j)]));
            factor[At(j, j)] = root;
            for (var i = j + 1; i < d; i++)
            {
                var sum = factor[At(i, j)];
                for (var q = 0; q < j; q++) sum -= factor[At(i, q)] * factor[At(j, q)];
                factor[At(i, j)] = sum / root;
            }
        }

        var log = 0.0;
        for (var j = 0; j < d; j++)
        {
            log -= Exponential.Log(factor[At(j, j)]);
            inverse[At(j, j)] = 1 / factor[At(j, j)];
            for (var i = j + 1; i < d; i++)
            {
                var sum = 0.0;
                for (var q = j; q < i; q++) sum -= factor[At(i, q)] * inverse[At(q, j)];
                inverse[At(i, j)] = sum / factor[At(i, i)];
            }
        }

        return log;
    }
}
