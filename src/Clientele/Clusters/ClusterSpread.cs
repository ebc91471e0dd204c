using Clientele.Numerics;

namespace Clientele.Clusters;

/// <summary>Squared distances within clusters and between them.</summary>
/// <param name="Within">Sum of squared distances of the rows to their cluster's mean.</param>
/// <param name="CalinskiHarabasz">NaN when not defined.</param>
/// <param name="DaviesBouldin">NaN when not defined.</param>
/// <remarks>Sums carry their rounding along, so that the order of the rows does not reach the digits that are shown.</remarks>
internal sealed record ClusterSpread(double Within, double CalinskiHarabasz, double DaviesBouldin)
{
    /// <summary>O(n d + k² d).</summary>
    /// <param name="x">Finite values.</param>
    /// <param name="labels">0 … k − 1, each used.</param>
    /// <param name="k">Clusters.</param>
    public static ClusterSpread Of(Matrix x, int[] labels, int k)
    {
        var d = x.Columns;
        if (k == 0 || x.Rows == 0) return new(0, double.NaN, double.NaN);
        var (sums, sizes, all) = (new CarriedSum[k * d], new int[k], new CarriedSum[d]);
        for (var i = 0; i < labels.Length; i++)
        {
            sizes[labels[i]]++;
            var row = x.Row(i);
            for (var q = 0; q < d; q++)
            {
                sums[(labels[i] * d) + q].Add(row[q]);
                all[q].Add(row[q]);
            }
        }

        var means = new double[k * d];
        for (var i = 0; i < means.Length; i++) means[i] = sums[i].Value / sizes[i / d];
        var (within, between, scatter) = (new CarriedSum(), new CarriedSum(), new CarriedSum[k]);
        for (var i = 0; i < labels.Length; i++)
        {
            var square = Square(x.Row(i), means.AsSpan(labels[i] * d, d));
            within.Add(square);
            scatter[labels[i]].Add(Math.Sqrt(square));
        }

        double[] centre = [.. all.Select(s => s.Value / x.Rows)];
        for (var c = 0; c < k; c++) between.Add(sizes[c] * Square(centre, means.AsSpan(c * d, d)));
        var ch = k < 2 || x.Rows <= k ? double.NaN : within.Value == 0 ? double.PositiveInfinity : between.Value / (k - 1) / (within.Value / (x.Rows - k));
        return new(within.Value, ch, k < 2 ? double.NaN : DaviesBouldinOf(means, scatter, sizes, k, d));
    }

    private static double DaviesBouldinOf(double[] means, CarriedSum[] scatter, int[] sizes, int k, int d)
    {
        var total = new CarriedSum();
        for (var a = 0; a < k; a++)
        {
            var worst = 0.0;
            for (var b = 0; b < k; b++)
            {
                if (a == b) continue;
                var apart = Math.Sqrt(Square(means.AsSpan(a * d, d), means.AsSpan(b * d, d)));
                worst = Math.Max(worst, ((scatter[a].Value / sizes[a]) + (scatter[b].Value / sizes[b])) / apart);
            }

            total.Add(worst);
        }

        return total.Value / k;
    }

    private static double Square(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var square = 0.0;
        for (var q = 0; q < a.Length; q++) square += (a[q] - b[q]) * (a[q] - b[q]);
        return square;
    }
}
