namespace Clientele.Numerics.Ordering;

/// <summary>
/// The canonical order of the columns of a matrix: the widest range first, of equals by what the columns hold. Neither the order of rows
/// or columns nor copies of rows nor moving or scaling all by a power of two change it. Columns that could be exchanged keep their order.
/// </summary>
internal static class ColumnOrder
{
    /// <summary>Column indices in canonical order [d]. Time O(n · d) where two columns are equally wide, else O(d²).</summary>
    public static int[] Of(Matrix x, ColumnRanges ranges)
    {
        var d = x.Columns;
        var (order, widths) = (new int[d], new double[d]);
        for (var q = 0; q < d; q++) (order[q], widths[q]) = (q, Width(ranges, q));
        var (contents, counts) = (new ulong[d], new ulong[d]);
        if (Tie())
        {
            var prints = new ColumnPrints(x, ranges, widths);
            contents = prints.Largest();
            if (Tie()) counts = prints.Sums();
        }

        // Insertion: few columns, and stable.
        for (var q = 1; q < d; q++)
        {
            for (var at = q; at > 0 && Before(order[at], order[at - 1]); at--) (order[at], order[at - 1]) = (order[at - 1], order[at]);
        }

        return order;

        bool Before(int a, int b) =>
            widths[a] != widths[b] ? widths[a] > widths[b] : contents[a] != contents[b] ? contents[a] < contents[b] : counts[a] < counts[b];

        bool Tie()
        {
            for (var q = 1; q < d; q++)
            {
                for (var p = 0; p < q; p++)
                {
                    if (widths[p] == widths[q] && widths[p] > 0 && contents[p] == contents[q]) return true;
                }
            }

            return false;
        }
    }

    // Halves, so that the difference of two huge values is finite.
    private static double Width(ColumnRanges ranges, int q) => (ranges.Most[q] * 0.5) - (ranges.Least[q] * 0.5);
}
