using Clientele.Numerics;

namespace Clientele.Clusters;

/// <summary>What the rows of each cluster are like, in the units of the table.</summary>
internal static class ClusterMeans
{
    /// <summary>Mean of each column [k][d]; of categories the commonest, the first of equals.</summary>
    public static IReadOnlyList<double[]> Of(Matrix values, IReadOnlyList<int> labels, int k, IReadOnlyList<ClusterColumn> columns)
    {
        var (sums, sizes) = (new CarriedSum[k * columns.Count], new int[k]);
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i] < 0) continue;
            sizes[labels[i]]++;
            var row = values.Row(i);
            for (var q = 0; q < row.Length; q++) sums[(labels[i] * row.Length) + q].Add(row[q]);
        }

        var means = new double[k][];
        for (var c = 0; c < k; c++)
        {
            means[c] = new double[columns.Count];
            for (var q = 0; q < columns.Count && sizes[c] > 0; q++) means[c][q] = sums[(c * columns.Count) + q].Value / sizes[c];
        }

        for (var q = 0; q < columns.Count; q++)
        {
            if (columns[q].Categories is { } words) Commonest(values, labels, means, q, words.Count);
        }

        return means;
    }

    private static void Commonest(Matrix values, IReadOnlyList<int> labels, double[][] means, int q, int categories)
    {
        var counts = new int[means.Length * categories];
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i] >= 0) counts[(labels[i] * categories) + (int)values.Row(i)[q]]++;
        }

        for (var c = 0; c < means.Length; c++)
        {
            var own = counts.AsSpan(c * categories, categories);
            var most = 0;
            for (var v = 1; v < categories; v++)
            {
                if (own[v] > own[most]) most = v;
            }

            means[c][q] = most;
        }
    }
}
