using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

/// <summary>From the scaled space back to the rows, units and cluster order of the caller.</summary>
internal static class Result
{
    private const int ChunkRows = 65_536;

    // Canonical order can shift a tie between centres, and that the order; it settles at once except in contrived data.
    private const int MostRounds = 8;

    /// <summary>Labels each row by its nearest centre in the units of the data, exactly as <see cref="KMeans.Nearest"/> does.</summary>
    public static KMeansFit Of(Matrix x, Points points, Outcome outcome, Crew? crew, CancellationToken ct)
    {
        var (d, k) = (points.Dimensions, outcome.K);
        var (inner, centres) = (outcome.Centres, new double[k * d]);
        for (var c = 0; c < k; c++)
        {
            for (var q = 0; q < d; q++) centres[(c * d) + points.ColumnsInOrder[q]] = points.Original(inner[(c * d) + q], q);
        }

        // What the search in the scaled space leaves no doubt about is settled; the rest is asked row by row.
        var (labels, doubtful) = NearestOf.Scaled(points, inner, k, crew, ct);
        Ask(x, points, doubtful, centres, k, labels, crew, ct);
        for (var round = 0; round < MostRounds; round++)
        {
            var order = Order(points, labels, centres, k, d);
            if (order is null) break;
            var renumbered = new int[k];
            for (var c = 0; c < order.Length; c++) renumbered[order[c]] = c;
            for (var i = 0; i < points.Count; i++) labels[i] = renumbered[labels[i]];
            (centres, k) = (Pick(centres, order, d), order.Length);
            Ask(x, points, doubtful, centres, k, labels, crew, ct);
        }

        return new(Spread(x, points, labels, centres, k, crew, ct), centres, k, points.OriginalSquare(outcome.Inertia), outcome.Iterations, outcome.Converged);
    }

    /// <summary>Every distinct row a cluster of its own.</summary>
    public static KMeansFit Apart(Matrix x, Points points)
    {
        var (d, k) = (points.Dimensions, points.Count);
        var centres = new double[k * d];
        var labels = new int[points.Padded];
        for (var i = 0; i < k; i++)
        {
            x.Row(points.Representative[i]).CopyTo(new Span<double>(centres, i * d, d));
            labels[i] = i;
        }

        if (Order(points, labels, centres, k, d) is { } order)
        {
            centres = Pick(centres, order, d);
            for (var c = 0; c < k; c++) labels[order[c]] = c;
        }

        return new(Spread(x, points, labels, centres, k, null, default), centres, k, 0, 0, Converged: true);
    }

    private static int[] Spread(Matrix x, Points points, int[] labels, double[] centres, int k, Crew? crew, CancellationToken ct)
    {
        var (rows, group) = (GC.AllocateUninitializedArray<int>(x.Rows), points.Group);
        Crew.Share(crew, (rows.Length + ChunkRows - 1) / ChunkRows, (chunk, _) =>
        {
            var to = Math.Min(rows.Length, (chunk + 1) * ChunkRows);
            for (var i = chunk * ChunkRows; i < to; i++) rows[i] = group[i] >= 0 ? labels[group[i]] : KMeans.Nearest(x.Row(i), centres, k);
        }, ct);
        return rows;
    }

    private static void Ask(Matrix x, Points points, List<int>[] doubtful, double[] centres, int k, int[] labels, Crew? crew, CancellationToken ct) =>
        Crew.Share(crew, doubtful.Length, (chunk, _) =>
        {
            foreach (var i in doubtful[chunk]) labels[i] = KMeans.Nearest(x.Row(points.Representative[i]), centres, k);
        }, ct);

    // Old indices of the clusters that have rows, in canonical order; null when they stand so already.
    private static int[]? Order(Points points, int[] labels, double[] centres, int k, int d)
    {
        var sizes = new double[k];
        for (var i = 0; i < points.Count; i++) sizes[labels[i]] += points.Weights[i];
        var used = 0;
        foreach (var size in sizes) used += size > 0 ? 1 : 0;

        var order = new int[used];
        var at = 0;
        for (var c = 0; c < k; c++)
        {
            if (sizes[c] > 0) order[at++] = c;
        }

        Array.Sort(order, (a, b) =>
        {
            if (sizes[a] != sizes[b]) return sizes[b].CompareTo(sizes[a]);
            for (var q = 0; q < d; q++)
            {
                var byColumn = centres[(a * d) + q].CompareTo(centres[(b * d) + q]);
                if (byColumn != 0) return byColumn;
            }

            return a.CompareTo(b);
        });

        if (used < k) return order;
        for (var c = 0; c < k; c++)
        {
            if (order[c] != c) return order;
        }

        return null;
    }

    private static double[] Pick(double[] centres, int[] order, int d)
    {
        var picked = new double[order.Length * d];
        for (var c = 0; c < order.Length; c++) new Span<double>(centres, order[c] * d, d).CopyTo(new Span<double>(picked, c * d, d));
        return picked;
    }
}
