using Clientele.Numerics.Patterns;
using Clientele.Sales.Kept;

namespace Clientele.Products;

/// <summary>What each order holds, every item once; orders without any item that counts are not in it.</summary>
/// <param name="Transactions">One per order, in the order of the sales.</param>
/// <param name="Orders">Number of the order of each.</param>
internal sealed record OrderItems(Transactions Transactions, int[] Orders)
{
    /// <summary>Looks through all orders.</summary>
    /// <param name="lines">The sales.</param>
    /// <param name="items">How many items there are.</param>
    /// <param name="itemOf">Item of a line, or -1.</param>
    public static OrderItems Of(KeptLines lines, int items, Func<int, int> itemOf)
    {
        var (cells, starts, orders) = (new int[lines.Count], new List<int>(lines.OrderCount + 1) { 0 }, new List<int>(lines.OrderCount));
        var end = 0;
        for (var order = 0; order < lines.OrderCount; order++)
        {
            var (from, ascending) = (end, true);
            for (var l = lines.OrderStarts[order]; l < lines.OrderStarts[order + 1]; l++)
            {
                if (itemOf(l) is not (>= 0 and var item)) continue;
                ascending &= end == from || cells[end - 1] < item;
                cells[end++] = item;
            }

            if (!ascending) end = Distinct(cells, from, end);
            if (end == from) continue;
            starts.Add(end);
            orders.Add(order);
        }

        Array.Resize(ref cells, end);
        return new OrderItems(new Transactions([.. starts], cells, items), [.. orders]);
    }

    /// <summary>Those of some orders alone.</summary>
    public OrderItems Where(Func<int, bool> isIn)
    {
        var (starts, orders, cells) = (new List<int> { 0 }, new List<int>(), new List<int>());
        for (var t = 0; t < Orders.Length; t++)
        {
            if (!isIn(Orders[t])) continue;
            cells.AddRange(Transactions[t]);
            starts.Add(cells.Count);
            orders.Add(Orders[t]);
        }

        return new OrderItems(new Transactions([.. starts], [.. cells], Transactions.ItemCount), [.. orders]);
    }

    private static int Distinct(int[] cells, int from, int end)
    {
        Array.Sort(cells, from, end - from);
        var to = from;
        for (var i = from; i < end; i++)
        {
            if (to == from || cells[to - 1] != cells[i]) cells[to++] = cells[i];
        }

        return to;
    }
}
