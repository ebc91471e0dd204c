namespace Clientele.Numerics.Ordering;

/// <summary>
/// The distinct rows of a matrix in canonical order (column by column, rising), each with the total weight of its copies; rows of
/// weight 0 are left out. A fit that works on these alone cannot depend on the order of the rows, and counts a weight w as w copies.
/// </summary>
internal sealed class DistinctRows
{
    private DistinctRows(Matrix rows, double[] weights, int[] group) => (Rows, Weights, Group) = (rows, weights, group);

    /// <summary>[m × d], values as they were.</summary>
    public Matrix Rows { get; }

    /// <summary>[m], above 0.</summary>
    public double[] Weights { get; }

    /// <summary>Distinct row of each row of the matrix [n]; −1 for a row of weight 0 that no other row equals.</summary>
    public int[] Group { get; }

    /// <summary>Groups equal rows; −0 equals 0.</summary>
    /// <param name="x">Finite; checked here.</param>
    /// <param name="weights">[n] or null for 1 each; checked here.</param>
    public static DistinctRows Of(Matrix x, double[]? weights)
    {
        Require.Finite(x);
        Require.Weights(weights, x.Rows);
        var (order, d) = (RowOrder.Of(x), x.Columns);
        var (group, representatives, totals) = (new int[x.Rows], new List<int>(), new List<double>());
        var copies = new List<double>();
        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && RowOrder.Same(x.Values, d, order[first], order[end])) end++;
            var total = Total(order, first, end, weights, copies);
            var at = total > 0 ? totals.Count : -1;
            for (var i = first; i < end; i++) group[order[i]] = at;
            if (total > 0)
            {
                representatives.Add(order[first]);
                totals.Add(total);
            }

            first = end;
        }

        var values = new double[(long)representatives.Count * d];
        for (var i = 0; i < representatives.Count; i++) x.Row(representatives[i]).CopyTo(new Span<double>(values, i * d, d));
        return new(new(values, representatives.Count, d), [.. totals], group);
    }

    /// <summary>Labels of the rows of the matrix from those of the distinct rows; <paramref name="absent"/> labels a row of weight 0.</summary>
    public int[] Spread(int[] labels, Func<int, int> absent)
    {
        var all = new int[Group.Length];
        for (var i = 0; i < all.Length; i++) all[i] = Group[i] >= 0 ? labels[Group[i]] : absent(i);
        return all;
    }

    /// <summary>Weight of the copies of a row, from the least weight on, so that their order does not matter.</summary>
    /// <param name="order">Rows; the copies stand from <paramref name="first"/> to <paramref name="end"/> − 1.</param>
    /// <param name="weights">[n] or null for 1 each.</param>
    /// <param name="copies">Space to work in.</param>
    internal static double Total(int[] order, int first, int end, double[]? weights, List<double> copies)
    {
        if (weights is null) return end - first;
        if (end - first == 1) return weights[order[first]];
        copies.Clear();
        for (var i = first; i < end; i++) copies.Add(weights[order[i]]);
        copies.Sort();
        var sum = 0.0;
        foreach (var weight in copies) sum += weight;
        return sum;
    }
}
