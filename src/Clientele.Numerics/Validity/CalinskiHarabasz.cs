namespace Clientele.Numerics.Validity;

/// <summary>
/// Variance ratio: squares between the clusters per k − 1 against squares within them per n − k. Larger is better; the unit of the data
/// does not matter, the number of rows does.
/// </summary>
/// <remarks>[CH74]. Rows labelled −1 (noise) are left out, and n is the weight of the others. Costs n · d.</remarks>
public static class CalinskiHarabasz
{
    /// <summary>NaN, not defined, for fewer than two clusters or no more weight than clusters; infinite when no row leaves its centre.</summary>
    /// <param name="x">Finite values [n × d].</param>
    /// <param name="labels">Cluster of each row [n], 0 and up; −1 is noise.</param>
    /// <param name="weights">[n]; null: 1 each.</param>
    public static double Of(Matrix x, int[] labels, double[]? weights = null) => Of(ClusterSums.Of(x, labels, weights));

    internal static double Of(ClusterSums sums)
    {
        var free = sums.Weights.Sum() - sums.K;
        if (sums.K < 2 || !(free > 0)) return double.NaN;
        var (between, within) = (sums.Between(), Inertia.Within(sums));
        if (within == 0) return between == 0 ? double.NaN : double.PositiveInfinity;
        return between / (sums.K - 1) / (within / free);
    }
}
