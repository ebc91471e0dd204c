namespace Clientele.Numerics.Ordering;

/// <summary>
/// The canonical order of the columns of a matrix: the widest range first, of equals by what the columns hold. Neither the order of rows
/// or columns nor copies of rows nor moving or scaling all by a power of two change it. Columns that could be exchanged keep their order.
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

    // For each column its values mixed with their whole rows, seen without regard to the order of the columns, summed over a sample of
    // rows that neither their order nor their copies change. Equal widths share their exponent.
    private static ulong[] Contents(Matrix x, ColumnRanges ranges)
    {
        var d = x.Columns;
        var (contents, powers, row, wholes) = (new ulong[d], new Power[d], new ulong[d], new ulong[x.Rows]);
        for (var q = 0; q < d; q++) powers[q] = new(Width(ranges, q) == 0 ? 0 : -Math.ILogB(Width(ranges, q)));
        for (var i = 0; i < x.Rows; i++) wholes[i] = Whole(i);
        foreach (var i in LeastHashes.Of(wholes).Rows)
        {
            var whole = Whole(i);
            for (var q = 0; q < d; q++) contents[q] += Mix(whole ^ row[q]);
        }

        return contents;

        ulong Whole(int i)
        {
            var values = x.Row(i);
            var whole = 0UL;
            for (var q = 0; q < d; q++)
            {
                var above = powers[q].Times((values[q] * 0.5) - (ranges.Least[q] * 0.5)) + 0.0;
                row[q] = Mix(BitConverter.DoubleToUInt64Bits(above));
                whole += row[q];
            }

            return Mix(whole);
        }
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93;
        bits = (bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93;
        return bits ^ (bits >> 32);
    }
}
