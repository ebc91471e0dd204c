using Clientele.Sales.Kept;

namespace Clientele.Actions.Evidence;

/// <summary>Who bought which product when: kept lines turned by product, one entry per customer, product and day.</summary>
internal sealed class ProductBuyers
{
    private readonly int[] _starts;

    private ProductBuyers(int[] starts, int[] customers, int[] days, double[] money) =>
        (_starts, Customers, Days, Money) = (starts, customers, days, money);

    /// <summary>Customer of each entry [entries], rising within a product.</summary>
    public int[] Customers { get; }

    /// <summary>Day of sale, counted from year 1, of each entry, rising within a customer.</summary>
    public int[] Days { get; }

    /// <summary>Money of that customer for that product on that day [entries].</summary>
    public double[] Money { get; }

    public int Products => _starts.Length - 1;

    public int First(int product) => _starts[product];

    public int End(int product) => _starts[product + 1];

    /// <summary>Counts first, so that every product's entries lie together; lines come by customer and time, and so do the entries.</summary>
    public static ProductBuyers Of(KeptSales sales)
    {
        var lines = sales.Sold;
        var starts = new int[sales.Products.Count + 1];
        for (var line = 0; line < lines.Count; line++)
        {
            if (lines.Products[line] >= 0) starts[lines.Products[line] + 1]++;
        }

        for (var p = 1; p < starts.Length; p++) starts[p] += starts[p - 1];
        var (customers, days, money) = (new int[starts[^1]], new int[starts[^1]], new double[starts[^1]]);
        var ends = starts[..^1];
        for (var order = 0; order < lines.OrderCount; order++)
        {
            var customer = lines.OrderCustomers[order];
            for (var line = lines.OrderStarts[order]; line < lines.OrderStarts[order + 1]; line++)
            {
                var product = lines.Products[line];
                if (product < 0) continue;
                var day = (int)(lines.Ticks[line] / TimeSpan.TicksPerDay);
                var at = ends[product];
                if (at > starts[product] && customers[at - 1] == customer && days[at - 1] == day)
                {
                    money[at - 1] += lines.Amounts[line].ToDouble();
                    continue;
                }

                (customers[at], days[at], money[at]) = (customer, day, lines.Amounts[line].ToDouble());
                ends[product] = at + 1;
            }
        }

        return Packed(starts, ends, customers, days, money);
    }

    /// <summary>Closes the gaps that merged lines left.</summary>
    private static ProductBuyers Packed(int[] starts, int[] ends, int[] customers, int[] days, double[] money)
    {
        var packed = new int[starts.Length];
        var to = 0;
        for (var p = 0; p < ends.Length; p++)
        {
            packed[p] = to;
            for (var from = starts[p]; from < ends[p]; from++, to++) (customers[to], days[to], money[to]) = (customers[from], days[from], money[from]);
        }

        packed[^1] = to;
        return new(packed, customers, days, money);
    }
}
