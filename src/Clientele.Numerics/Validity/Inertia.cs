using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Validity;

/// <summary>Sum of squared distances of the rows to the means of their clusters, for a partition by any method.</summary>
/// <remarks>Rows labelled −1 (noise) are left out, as are rows of weight 0. Costs n · d.</remarks>
public static class Inertia
{
    /// <summary>In squared units of the data; the largest finite number where it is beyond that.</summary>
    /// <param name="x">Finite values [n × d].</param>
    /// <param name="labels">Cluster of each row [n], 0 and up; −1 is noise.</param>
    /// <param name="weights">[n]; null: 1 each.</param>
    public static double Of(Matrix x, int[] labels, double[]? weights = null)
    {
        var sums = ClusterSums.Of(x, labels, weights);
        return sums.Points.OriginalSquare(Within(sums));
    }

    /// <summary>What part of all squares is left within the clusters, from 0 to 1; whatever the unit. 0 when nothing varies.</summary>
    internal static double Share(Matrix x, int[] labels)
    {
        var sums = ClusterSums.Of(x, labels, null);
        var (within, between) = (Within(sums), sums.Between());
        return within > 0 ? within / (within + between) : 0;
    }

    internal static double Within(ClusterSums sums)
    {
        var within = default(ExactSum);
        foreach (var squares in sums.Squares) within.Add(squares);
        return within.Value;
    }
}
