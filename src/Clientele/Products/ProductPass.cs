using Clientele.Sales.Kept;

namespace Clientele.Products;

/// <summary>Counts one product after the other, from its own lines. One per thread.</summary>
internal sealed class ProductPass(Assortment assortment, ShopTimes times, ReturnedUnits returned, bool hasPrices)
{
    private const int LeastPeriods = 4;

    private readonly KeptLines _lines = assortment.Sales.Sold;
    private readonly Prices _prices = new();
    private readonly double[] _periods = new double[times.Periods];

    /// <summary>Everything that a product's own lines tell; ranks, classes and stages come later.</summary>
    public ProductFacts Of(int product, ReadOnlySpan<int> own)
    {
        var names = assortment.Sales.Products;
        var (money, units, orders, customers, first, last) = (Money.Zero, 0L, 0, 0, long.MaxValue, 0L);
        var (recent, earlier, order, customer) = (0, 0, -1, -2);
        Array.Clear(_periods);
        foreach (var line in own)
        {
            money += _lines.Amounts[line];
            units = checked(units + _lines.Units[line]);
            var ticks = _lines.Ticks[line];
            (first, last) = (Math.Min(first, ticks), Math.Max(last, ticks));
            _periods[times.PeriodOf(ticks)] += _lines.Units[line] / 1e6;
            if (_lines.Orders[line] == order) continue;
            order = _lines.Orders[line];
            orders++;
            if (ticks >= times.RecentFrom) recent++;
            else if (ticks >= times.EarlierFrom) earlier++;
            if (_lines.OrderCustomers[order] == customer) continue;
            customer = _lines.OrderCustomers[order];
            customers++;
        }

        return new ProductFacts(product, names.Codes[product], names.Descriptions[product], assortment.CategoryName(product))
        {
            Money = money,
            Units = units / 1e6,
            Lines = own.Length,
            Orders = orders,
            Customers = customers,
            First = first,
            Last = last,
            RecentOrders = recent,
            EarlierOrders = earlier,
            Variation = Variation(times.PeriodOf(first)),
            ReturnedUnits = returned.Back[product] / 1e6,
            ReturnRate = units + returned.Undone[product] > 0 ? (double)returned.Back[product] / (units + returned.Undone[product]) : double.NaN,
            Prices = hasPrices ? _prices.Of(_lines, own) : PriceSpread.None,
        };
    }

    private double Variation(int from)
    {
        var n = _periods.Length - from;
        if (n < LeastPeriods) return double.NaN;
        var (mean, squares) = (0.0, 0.0);
        for (var i = from; i < _periods.Length; i++) mean += _periods[i] / n;
        for (var i = from; i < _periods.Length; i++) squares += (_periods[i] - mean) * (_periods[i] - mean);
        return mean > 0 ? Math.Sqrt(squares / (n - 1)) / mean : double.NaN;
    }
}
