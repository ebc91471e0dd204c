namespace Clientele.Numerics.Ordering;

/// <summary>
/// An order of columns by what they hold, gaps included: whoever goes through columns in it gets the same whatever the order of columns
/// and rows was. For choices among equals only; it means nothing. Columns that could be exchanged keep their order.
/// </summary>
/// <remarks>Each value is mixed with its whole row, this seen without regard to the order of the columns; sums over rows. Costs n · d, and
/// 8 · n bytes. <see cref="ColumnOrder"/> minds copies of rows and units besides, and knows no gaps.</remarks>
internal static class ContentOrder
{
    /// <summary>Column indices in that order [d].</summary>
    /// <param name="columns">Where each column's values lie: the first, and how far it is to the next [d].</param>
    /// <param name="rows">n.</param>
    /// <param name="labels">What belongs to the rows besides [n], or null.</param>
    public static int[] Of(IReadOnlyList<(double[] Values, int First, int Step)> columns, int rows, int[]? labels = null)
    {
        var whole = new ulong[rows];
        if (labels is not null)
        {
            for (var i = 0; i < rows; i++) whole[i] = Mix((ulong)labels[i] + 1);
        }

        foreach (var (values, first, step) in columns)
        {
            var at = first;
            for (var i = 0; i < rows; i++, at += step) whole[i] += Mix(Bits(values[at]));
        }

        var prints = new ulong[columns.Count];
        for (var q = 0; q < prints.Length; q++)
        {
            var (values, first, step) = columns[q];
            var (print, at) = (0UL, first);
            for (var i = 0; i < rows; i++, at += step) print += Mix(Mix(whole[i]) ^ Mix(Bits(values[at])));
            prints[q] = print;
        }

        var order = new int[prints.Length];
        for (var q = 0; q < order.Length; q++) order[q] = q;
        Array.Sort(order, (a, b) => prints[a] != prints[b] ? prints[a].CompareTo(prints[b]) : a.CompareTo(b));
        return order;
    }

    // −0 is 0, and every NaN the same.
    private static ulong Bits(double value) => double.IsNaN(value) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(value + 0.0);

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93;
        bits = (bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93;
        return bits ^ (bits >> 32);
    }
}
