namespace Clientele.Numerics.Statistics;

/// <summary>
/// A column by rank: the row numbers in ascending order of value and where runs of equal values end. Ranks of any part of the rows follow
/// without sorting again. Doubled and taken from the middle, average ranks are whole numbers below the number of rows that add up to 0.
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
    /// <param name="space">Where to work; null: in new space.</param>
    public static RankedColumn Of(ReadOnlySpan<double> values, string name, RankSpace? space = null)
    {
        var (order, ends) = (space ?? new()).Sort(values, name);
        return new(values.Length, order, ends);
    }

    /// <summary>2 · rank − (count + 1) of each row [n]; 0 where missing.</summary>
    public int[] Ranks()
    {
        var (ranks, start) = (new int[_rows], 0);
        foreach (var end in Ends)
        {
            for (var i = start; i < end; i++) ranks[Order[i]] = (int)((long)start + end - Order.Length);
            start = end;
        }

        return ranks;
    }

    /// <summary>The same among the rows whose bit is set as well.</summary>
    /// <param name="among">A bit per row.</param>
    /// <param name="ranks">Receives them [n]; 0 for all other rows.</param>
    /// <param name="rows">Space [n].</param>
    public void Ranks(ulong[] among, int[] ranks, int[] rows)
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

            for (var i = first; i < start; i++) ranks[rows[i]] = (int)((long)first + start - count);
            first = start;
        }
    }
}
