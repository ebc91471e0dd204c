using Clientele.Numerics.Clustering;
using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Validity;

/// <summary>
/// Weight, centre and spread of each cluster of any partition, in the scaled space of <see cref="Points"/>. Rows labelled
/// <see cref="ClusterModel.Noise"/> and rows of weight 0 are left out. Sums carry twice the digits: row order does not reach them.
/// </summary>
internal sealed class ClusterSums
{
    private ClusterSums(Points points, int k) =>
        (Points, K, Weights, Centres, Squares, Distances) = (points, k, new double[k], new double[k * points.Dimensions], new double[k], new double[k]);

    public Points Points { get; }

    /// <summary>Clusters that have rows.</summary>
    public int K { get; }

    /// <summary>Total weight [k].</summary>
    public double[] Weights { get; }

    /// <summary>Weighted means [k × d].</summary>
    public double[] Centres { get; }

    /// <summary>Weighted sum of squared distances to the centre [k].</summary>
    public double[] Squares { get; }

    /// <summary>Weighted sum of distances to the centre [k].</summary>
    public double[] Distances { get; }

    /// <summary>Sums up one partition; costs n · d.</summary>
    /// <param name="x">Finite values; checked here.</param>
    /// <param name="labels">Any numbers, −1 for noise [n]; checked here.</param>
    /// <param name="weights">[n] or null for 1 each; checked here.</param>
    public static ClusterSums Of(Matrix x, int[] labels, double[]? weights)
    {
        Require.Finite(x);
        Require.Weights(weights, x.Rows);
        return Of(new Points(x), x.Rows, labels, weights);
    }

    /// <summary>The same for rows that were laid out already.</summary>
    public static ClusterSums Of(Points points, int rows, int[] labels, double[]? weights)
    {
        var clusters = Numbering(labels, rows, weights, out var k);
        var sums = new ClusterSums(points, k);
        sums.Add(clusters, weights);
        return sums;
    }

    /// <summary>Labels as 0 … k − 1 in their own order; −1 for what is left out.</summary>
    public static int[] Numbering(int[] labels, int rows, double[]? weights, out int k)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Length != rows) throw new ArgumentException($"{labels.Length} labels for {rows} rows.", nameof(labels));
        var used = new SortedDictionary<int, int>();
        for (var i = 0; i < rows; i++)
        {
            if (labels[i] < ClusterModel.Noise) throw new ArgumentException($"Row {i} (counted from 0) has label {labels[i]}; clusters are numbered from 0, and -1 is noise.", nameof(labels));
            if (labels[i] >= 0 && weights?[i] != 0) used[labels[i]] = 0;
        }

        k = 0;
        foreach (var label in used.Keys.ToArray()) used[label] = k++;
        var clusters = new int[rows];
        for (var i = 0; i < rows; i++) clusters[i] = labels[i] >= 0 && weights?[i] != 0 ? used[labels[i]] : ClusterModel.Noise;
        return clusters;
    }

    /// <summary>Weighted sum of squared distances of the clusters' centres to the centre of all.</summary>
    public double Between()
    {
        var (d, total, between) = (Points.Dimensions, default(ExactSum), default(ExactSum));
        foreach (var weight in Weights) total.Add(weight);
        for (var q = 0; q < d; q++)
        {
            var middle = default(ExactSum);
            for (var c = 0; c < K; c++) middle.Add(Weights[c] / total.Value * Centres[(c * d) + q]);
            for (var c = 0; c < K; c++)
            {
                var step = Centres[(c * d) + q] - middle.Value;
                between.Add(Weights[c] * step * step);
            }
        }

        return between.Value;
    }

    private void Add(int[] clusters, double[]? weights)
    {
        var d = Points.Dimensions;
        var (totals, sums) = (new ExactSum[K], new ExactSum[K * d]);
        foreach (var i in Points.Order)
        {
            var c = clusters[i];
            if (c < 0) continue;
            var weight = weights?[i] ?? 1;
            totals[c].Add(weight);
            for (var q = 0; q < d; q++) sums[(c * d) + q].Add(weight * Points[Points.Group[i], q]);
        }

        for (var c = 0; c < K; c++)
        {
            Weights[c] = totals[c].Value;
            for (var q = 0; q < d; q++) Centres[(c * d) + q] = sums[(c * d) + q].Value / Weights[c];
        }

        var (squares, distances) = (new ExactSum[K], new ExactSum[K]);
        foreach (var i in Points.Order)
        {
            var c = clusters[i];
            if (c < 0) continue;
            var (weight, square) = (weights?[i] ?? 1, 0.0);
            for (var q = 0; q < d; q++)
            {
                var step = Points[Points.Group[i], q] - Centres[(c * d) + q];
                square += step * step;
            }

            squares[c].Add(weight * square);
            distances[c].Add(weight * Math.Sqrt(square));
        }

        for (var c = 0; c < K; c++) (Squares[c], Distances[c]) = (squares[c].Value, distances[c].Value);
    }
}
