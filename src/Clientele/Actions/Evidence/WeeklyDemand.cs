namespace Clientele.Actions.Evidence;

/// <summary>Orders and money of products in the last whole weeks of seven days, counted back from the end of the data.</summary>
internal sealed class WeeklyDemand
{
    private readonly Dictionary<int, (int[] Orders, double[] Money)> _weeks;

    private WeeklyDemand(Dictionary<int, (int[] Orders, double[] Money)> weeks, bool[] open)
    {
        (_weeks, Open) = (weeks, open);
        Products = [.. weeks.Keys.Order()];
        OpenWeeks = open.Count(o => o);
    }

    /// <summary>Products sold in that time, ascending.</summary>
    public IReadOnlyList<int> Products { get; }

    /// <summary>Whether the shop sold anything in a week [weeks], oldest first.</summary>
    public bool[] Open { get; }

    public int OpenWeeks { get; }

    public int[] OrdersOf(int product) => _weeks[product].Orders;

    public double[] MoneyOf(int product) => _weeks[product].Money;

    public static WeeklyDemand Of(ShopView shop, int weeks, Func<int, bool> counts)
    {
        var lines = shop.Sales.Sold;
        var week = 7 * TimeSpan.TicksPerDay;
        weeks = (int)Math.Min(weeks, (shop.End - shop.Sales.Totals.First.Ticks) / week);
        var (from, open, sold) = (shop.End - (weeks * week), new bool[weeks], new Dictionary<int, (int[] Orders, double[] Money)>());
        for (var order = 0; order < lines.OrderCount; order++)
        {
            if (lines.OrderCustomers[order] < 0) continue;
            for (var line = lines.OrderStarts[order]; line < lines.OrderStarts[order + 1]; line++)
            {
                var (at, product) = ((lines.Ticks[line] - from) / week, lines.Products[line]);
                if (lines.Ticks[line] < from || at >= weeks) continue;
                open[at] = true;
                if (product < 0 || !counts(product)) continue;
                if (!sold.TryGetValue(product, out var own)) sold.Add(product, own = (new int[weeks], new double[weeks]));
                // Lines of one order stand together, those of one product and time side by side.
                if (line == lines.OrderStarts[order] || lines.Products[line - 1] != product) own.Orders[at]++;
                own.Money[at] += lines.Amounts[line].ToDouble();
            }
        }

        return new(sold, open);
    }
}
