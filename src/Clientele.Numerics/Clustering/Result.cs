namespace Clientele.Numerics.Clustering;

/// <summary>From the scaled space back to the rows, units and cluster order of the caller.</summary>
internal static unsafe class Result
{
    // Canonical order can shift a tie between centres, and that the order; it settles at once except in contrived data.
    private const int MostRounds = 8;

    // Squares beyond these have lost digits or all; there each point asks KMeans.Nearest, which copes.
    private const double Tiny = 1e-280;
    private const double Huge = 1e300;

    public static KMeansFit Of(Matrix x, Points points, Outcome outcome)
    {
        var (d, k) = (points.Dimensions, outcome.K);
        var centres = new double[k * d];
        for (var i = 0; i < centres.Length; i++) centres[i] = points.Original(outcome.Centres[i], i % d);

        var labels = new int[points.Padded];
        Assign(x, points, centres, k, labels);
        for (var round = 0; round < MostRounds; round++)
        {
            var order = Order(points, labels, centres, k, d);
            if (order is null) break;
            (centres, k) = (Pick(centres, order, d), order.Length);
            Assign(x, points, centres, k, labels);
        }

        var rows = new int[x.Rows];
        for (var i = 0; i < rows.Length; i++) rows[i] = labels[points.Group[i]];
        return new(rows, centres, k, points.OriginalSquare(outcome.Inertia), outcome.Iterations, outcome.Converged);
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

        var rows = new int[x.Rows];
        for (var i = 0; i < rows.Length; i++) rows[i] = labels[points.Group[i]];
        return new(rows, centres, k, 0, 0, Converged: true);
    }

    // Old indices of the clusters that have rows, in canonical order; null when they stand so already.
    private static int[]? Order(Points points, int[] labels, double[] centres, int k, int d)
    {
        var sizes = new long[k];
        for (var i = 0; i < points.Count; i++) sizes[labels[i]] += points.Copies[i];
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

    // The nearest centre of each distinct row in the units of the data, as KMeans.Nearest finds it.
    private static void Assign(Matrix x, Points points, double[] centres, int k, int[] labels)
    {
        var d = points.Dimensions;
        const int pitch = Points.BlockRows;
        var block = new double[d * pitch];
        var nearest = new double[pitch];
        fixed (double* columns = block, at = centres, squares = nearest)
        fixed (int* all = labels)
        {
            for (var from = 0; from < points.Count; from += pitch)
            {
                var count = Math.Min(pitch, points.Count - from);
                for (var i = 0; i < count; i++)
                {
                    var row = x.Row(points.Representative[from + i]);
                    for (var q = 0; q < row.Length; q++) columns[(q * pitch) + i] = row[q];
                }

                AssignKernel.Assign(columns, pitch, d, at, k, all + from, squares, 0, count);
                for (var i = 0; i < count; i++)
                {
                    if (!(squares[i] is >= Tiny and <= Huge)) all[from + i] = KMeans.Nearest(x.Row(points.Representative[from + i]), centres, k);
                }
            }
        }
    }
}
