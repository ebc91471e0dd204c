namespace Clientele.Numerics.Ordering;

/// <summary>
/// The canonical order of the rows of a matrix: by value of the first column, then the second, and so on. Whoever draws by place in that
/// order and must not depend on the order of the columns takes them in <see cref="ColumnOrder"/>.
/// </summary>
internal static class RowOrder
{
    /// <summary>Row indices in canonical order. Equal rows stand together, in the order in which they were given.</summary>
    public static int[] Of(Matrix x)
    {
        var (order, columns) = (new int[x.Rows], new int[x.Columns]);
        for (var i = 0; i < order.Length; i++) order[i] = i;
        for (var q = 0; q < columns.Length; q++) columns[q] = q;
        Sort(x, columns, order);
        return order;
    }

    /// <summary>Puts some rows into canonical order.</summary>
    /// <param name="x">The matrix.</param>
    /// <param name="columns">Its columns in canonical order.</param>
    /// <param name="rows">Row indices; sorted in place, equal rows staying as they stand.</param>
    public static void Sort(Matrix x, int[] columns, Span<int> rows)
    {
        var (keys, spareKeys, spareRows) = (new ulong[rows.Length], new ulong[rows.Length], new int[rows.Length]);
        new Space(x.Values, columns, rows, keys, spareKeys, spareRows).Sort(0, rows.Length, 0);
    }

    /// <summary>Equal values in every column; −0 equals 0.</summary>
    public static bool Same(double[] values, int columns, int a, int b)
    {
        for (var q = 0; q < columns; q++)
        {
            if (values[(a * columns) + q] != values[(b * columns) + q]) return false;
        }

        return true;
    }

    private readonly ref struct Space(double[] values, int[] columns, Span<int> order, ulong[] keys, ulong[] spareKeys, int[] spareOrder)
    {
        private readonly Span<int> _order = order;

        public void Sort(int from, int count, int place)
        {
            for (var i = from; i < from + count; i++) keys[i] = RadixSort.Key(values[(_order[i] * columns.Length) + columns[place]]);
            RadixSort.Sort(
                new(keys, from, count), _order.Slice(from, count), new(spareKeys, from, count), new(spareOrder, from, count));
            if (place + 1 == columns.Length) return;

            var end = from + count;
            for (var start = from; start < end;)
            {
                var stop = start + 1;
                while (stop < end && keys[stop] == keys[start]) stop++;
                if (stop - start > 1) Sort(start, stop - start, place + 1);
                start = stop;
            }
        }
    }
}
