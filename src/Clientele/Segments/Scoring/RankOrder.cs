namespace Clientele.Segments.Scoring;

/// <summary>Customers in ascending order of one measure, equal values known to be equal.</summary>
/// <remarks>
/// A radix sort over order-preserving keys: no comparisons, linear in customers, stable (equal values stay in table
/// order), digits that all keys share are skipped. Money is ordered by its exact units, never by doubles.
/// </remarks>
internal sealed class RankOrder
{
    private RankOrder(int[] order, int[] levels, int distinct)
    {
        Order = order;
        Levels = levels;
        Distinct = distinct;
    }

    /// <summary>Customer indexes, smallest value first [customers].</summary>
    public int[] Order { get; }

    /// <summary>Which distinct value a customer has, 0 = smallest [customers].</summary>
    public int[] Levels { get; }

    /// <summary>Number of distinct values.</summary>
    public int Distinct { get; }

    /// <summary>Minus zero equals zero; NaN is not allowed.</summary>
    public static RankOrder Of(double[] values)
    {
        var keys = new ulong[values.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = Key(values[i]);
        var order = RadixOrder.Identity(keys.Length);
        RadixOrder.SortBy(keys, order);
        return Rank(order, keys, null);
    }

    public static RankOrder Of(Money[] values)
    {
        var low = new ulong[values.Length];
        var high = new ulong[values.Length];
        for (var i = 0; i < low.Length; i++)
        {
            low[i] = values[i].Low;
            high[i] = unchecked((ulong)values[i].High) ^ (1UL << 63);
        }

        var order = RadixOrder.Identity(low.Length);
        RadixOrder.SortBy(low, order);
        RadixOrder.SortBy(high, order);
        return Rank(order, low, high);
    }

    /// <summary>The values themselves, smallest first, NaN left out.</summary>
    public static double[] Ascending(double[] values)
    {
        var count = 0;
        var defined = new double[values.Length];
        foreach (var value in values)
        {
            if (!double.IsNaN(value)) defined[count++] = value;
        }

        var keys = new ulong[count];
        for (var i = 0; i < count; i++) keys[i] = Key(defined[i]);
        var order = RadixOrder.Identity(count);
        RadixOrder.SortBy(keys, order);
        var ascending = new double[count];
        for (var i = 0; i < count; i++) ascending[i] = defined[order[i]];
        return ascending;
    }

    /// <summary>Unsigned integers in the order of the doubles.</summary>
    internal static ulong Key(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (bits >> 63) == 0 ? bits | (1UL << 63) : ~bits;
    }

    private static RankOrder Rank(int[] order, ulong[] low, ulong[]? high)
    {
        var levels = new int[order.Length];
        var level = 0;
        for (var p = 0; p < order.Length; p++)
        {
            var (i, before) = (order[p], order[Math.Max(p - 1, 0)]);
            if (low[i] != low[before] || (high is not null && high[i] != high[before])) level++;
            levels[i] = level;
        }

        return new RankOrder(order, levels, order.Length == 0 ? 0 : level + 1);
    }
}
