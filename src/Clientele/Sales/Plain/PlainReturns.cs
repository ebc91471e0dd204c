namespace Clientele.Sales.Plain;

/// <summary>Pairs returns with sales, for <c>--returns match</c>.</summary>
internal static class PlainReturns
{
    /// <summary>
    /// Takes out of <paramref name="sales"/> what returns undo: in order of time, each return takes the latest sale of the same customer, product,
    /// quantity and money that is not later than it and not taken yet.
    /// </summary>
    /// <returns>The sales taken, and how many returns met none.</returns>
    public static (List<PlainLine> Taken, long Unpaired) Pair(List<PlainLine> sales, List<PlainLine> returns)
    {
        var taken = new List<PlainLine>();
        var unpaired = 0L;
        foreach (var back in returns.OrderBy(line => line.Ticks))
        {
            var match = sales.Where(sale => Undoes(back, sale)).MaxBy(sale => sale.Ticks);
            if (match is null)
            {
                unpaired++;
                continue;
            }

            sales.Remove(match);
            taken.Add(match);
        }

        return (taken, unpaired);
    }

    private static bool Undoes(PlainLine back, PlainLine sale) =>
        sale.Customer == back.Customer && sale.Product == back.Product && sale.Quantity == -back.Quantity && sale.Money == -back.Money && sale.Ticks <= back.Ticks;
}
