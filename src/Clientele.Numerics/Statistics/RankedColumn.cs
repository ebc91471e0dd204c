using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Statistics;

/// <summary>
/// A column by rank: the row numbers in ascending order of value and where runs of equal values end. Ranks of any part of the rows follow
/// without sorting again. Doubled and taken from the middle, average ranks are whole numbers that add up to 0.
/// </summary>
internal sealed class RankedColumn
{
    private readonly int _rows;

    private RankedColumn(int rows, int[] order, int[] ends) => (_rows, Order, Ends) = (rows, order, ends);

    /// <summary>Rows that are there, smallest value first [count]; rows of equal values in the order of the table.</summary>
    public int[] Order { get; }

    /// <summary>Where each run of equal values ends in <see cref="Order"/>, rising [distinct].</summary>
    public int[] Ends { get; }

    /// <summary>Sorts a column; costs n.</summary>
    /// <param name="values">Finite, or NaN for missing; checked here.</param>
    /// <param name="name">What the caller calls them.</param>
    public static RankedColumn Of(ReadOnlySpan<double> values, string name)
    {
        var (keys, items, count) = (new ulong[values.Length], new int[values.Length], 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            if (double.IsInfinity(values[i])) throw ColumnCheck.Infinite(i, values[i], name);
            (keys[count], items[count++]) = (RadixSort.Key(values[i]), i);
        }

        RadixSort.Sort(keys.AsSpan(0, count), items.AsSpan(0, count), new ulong[count], new int[count]);
        var distinct = count > 0 ? 1 : 0;
        for (var i = 1; i < count; i++) distinct += keys[i] != keys[i - 1] ? 1 : 0;
        var (ends, run) = (new int[distinct], 0);
        for (var i = 1; i <= count; i++)
        {
            if (i == count || keys[i] != keys[i - 1]) ends[run++] = i;
        }

        return new(values.Length, count == items.Length ? items : items[..count], ends);
    }

    /// <summary>2 · rank − (count + 1) of each row [n]; 0 where missing.</summary>
    public long[] Ranks()
    {
        var (ranks, start) = (new long[_rows], 0);
        foreach (var end in Ends)
        {
            for (var i = start; i < end; i++) ranks[Order[i]] = (long)start + end - Order.Length;
            start = end;
        }

        return ranks;
    }

    /// <summary>The same among the rows whose bit is set as well.</summary>
    /// <param name="among">A bit per row.</param>
    /// <param name="ranks">Receives them [n]; 0 for all other rows.</param>
    /// <param name="rows">Space [n].</param>
    public void Ranks(ulong[] among, long[] ranks, int[] rows)
    {
        Array.Clear(ranks);
        var (start, count) = (0, 0);
        foreach (var row in Order) count += (int)((among[row >> 6] >> (row & 63)) & 1);
        var (first, at) = (0, 0);
        foreach (var end in Ends)
        {
            for (; at < end; at++)
            {
                // Written always and kept by chance of the bit: no branch to guess.
                rows[start] = Order[at];
                start += (int)((among[Order[at] >> 6] >> (Order[at] & 63)) & 1);
            }

            for (var i = first; i < start; i++) ranks[rows[i]] = (long)first + start - count;
            first = start;
        }
    }
}
