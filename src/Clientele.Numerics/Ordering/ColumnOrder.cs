namespace Clientele.Numerics.Ordering;

/// <summary>
/// The canonical order of the columns of a matrix: the widest range first, of equals by what the columns hold. Neither the order of rows
/// or columns nor moving or scaling all by a power of two changes it. Columns that hold the same values in other rows keep their order.
/// </summary>
internal static class ColumnOrder
{
    /// <summary>Column indices in canonical order [d].</summary>
    public static int[] Of(Matrix x, ColumnRanges ranges)
    {
        var d = x.Columns;
        var (order, widths) = (new int[d], new double[d]);
        for (var q = 0; q < d; q++) (order[q], widths[q]) = (q, Width(ranges, q));
        ulong[]? contents = null;
        for (var q = 1; q < d && contents is null; q++)
        {
            for (var p = 0; p < q; p++)
            {
                if (widths[p] == widths[q] && widths[p] > 0) contents = Contents(x, ranges);
            }
        }

        // Insertion: few columns, and stable.
        for (var q = 1; q < d; q++)
        {
            for (var at = q; at > 0 && Before(order[at], order[at - 1]); at--) (order[at], order[at - 1]) = (order[at - 1], order[at]);
        }

        return order;

        bool Before(int a, int b) => widths[a] != widths[b] ? widths[a] > widths[b] : contents is not null && contents[a] < contents[b];
    }

    // Halves, so that the difference of two huge values is finite.
    private static double Width(ColumnRanges ranges, int q) => (ranges.Most[q] * 0.5) - (ranges.Least[q] * 0.5);

    // The sum of the mixed bits of all values above the least: the same for any order of the rows. Equal widths share their exponent.
    private static ulong[] Contents(Matrix x, ColumnRanges ranges)
    {
        var contents = new ulong[x.Columns];
        for (var q = 0; q < contents.Length; q++)
        {
            var width = Width(ranges, q);
            if (width == 0) continue;
            var power = new Power(-Math.ILogB(width));
            var least = ranges.Least[q] * 0.5;
            for (var i = 0; i < x.Rows; i++)
            {
                var bits = BitConverter.DoubleToUInt64Bits(power.Times((x.Values[((long)i * x.Columns) + q] * 0.5) - least) + 0.0);
                bits = (bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93;
                contents[q] += (bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93;
            }
        }

        return contents;
    }
}
