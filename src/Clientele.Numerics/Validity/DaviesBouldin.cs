namespace Clientele.Numerics.Validity;

/// <summary>
/// How much each cluster blurs into the neighbour it blurs into most: (mean distance to the centre of one + of the other) / distance of the
/// centres, averaged over clusters. Smaller is better, 0 best; the unit of the data does not matter.
/// </summary>
/// <remarks>[DB79] with both exponents for Euclidean distances: q = 1, p = 2, as in scikit-learn. Rows labelled −1 (noise) are left
/// out. Costs n · d + k² · d.</remarks>
public static class DaviesBouldin
{
    /// <summary>NaN, not defined, for fewer than two clusters; infinite when two clusters with some spread share their centre.</summary>
    /// <param name="x">Finite values [n × d].</param>
    /// <param name="labels">Cluster of each row [n], 0 and up; −1 is noise.</param>
    /// <param name="weights">[n]; null: 1 each.</param>
    public static double Of(Matrix x, int[] labels, double[]? weights = null) => Of(ClusterSums.Of(x, labels, weights));

    internal static double Of(ClusterSums sums)
    {
        var (k, d, total) = (sums.K, sums.Points.Dimensions, 0.0);
        if (k < 2) return double.NaN;
        for (var a = 0; a < k; a++)
        {
            var worst = 0.0;
            for (var b = 0; b < k; b++)
            {
                if (b == a) continue;
                var (square, spread) = (0.0, (sums.Distances[a] / sums.Weights[a]) + (sums.Distances[b] / sums.Weights[b]));
                for (var q = 0; q < d; q++)
                {
                    var step = sums.Centres[(a * d) + q] - sums.Centres[(b * d) + q];
                    square += step * step;
                }

                if (spread > 0) worst = Math.Max(worst, spread / Math.Sqrt(square));
            }

            total += worst;
        }

        return total / k;
    }
}
