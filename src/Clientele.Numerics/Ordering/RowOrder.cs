namespace Clientele.Numerics.Ordering;

/// <summary>The canonical order of the rows of a matrix: by value of the first column, then the second, and so on.</summary>
internal static class RowOrder
{
    /// <summary>Row indices in canonical order. Equal rows stand together, in the order in which they were given.</summary>
    public static int[] Of(Matrix x)
    {
        var order = new int[x.Rows];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var space = new Space(x.Values, x.Columns, order, new ulong[x.Rows], new ulong[x.Rows], new int[x.Rows]);
        space.Sort(0, x.Rows, 0);
        return order;
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

    private sealed class Space(double[] values, int columns, int[] order, ulong[] keys, ulong[] spareKeys, int[] spareOrder)
    {
        public void Sort(int from, int count, int column)
        {
            for (var i = from; i < from + count; i++) keys[i] = RadixSort.Key(values[(order[i] * columns) + column]);
            RadixSort.Sort(
                new(keys, from, count), new(order, from, count), new(spareKeys, from, count), new(spareOrder, from, count));
            if (column + 1 == columns) return;

            var end = from + count;
            for (var start = from; start < end;)
            {
                var stop = start + 1;
                while (stop < end && keys[stop] == keys[start]) stop++;
                if (stop - start > 1) Sort(start, stop - start, column + 1);
                start = stop;
            }
        }
    }
}
