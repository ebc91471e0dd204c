using Clientele.Sales.Kept;

namespace Clientele.Actions.Evidence;

/// <summary>Orders by customer and time, with their money: what most plays ask for.</summary>
internal sealed class OrderBook
{
    private readonly int[] _starts;

    private OrderBook(int[] starts, long[] ticks, double[] money) => (_starts, Ticks, Money) = (starts, ticks, money);

    /// <summary>First line of each order in .NET ticks [orders], rising within a customer.</summary>
    public long[] Ticks { get; }

    /// <summary>Money of each order [orders].</summary>
    public double[] Money { get; }

    public int Customers => _starts.Length - 1;

    public static OrderBook Of(KeptSales sales)
    {
        var lines = sales.Sold;
        var ticks = new long[lines.OrderCount];
        var money = new double[lines.OrderCount];
        for (var order = 0; order < ticks.Length; order++)
        {
            var sum = Clientele.Money.Zero;
            for (var line = lines.OrderStarts[order]; line < lines.OrderStarts[order + 1]; line++) sum += lines.Amounts[line];
            (ticks[order], money[order]) = (lines.Ticks[lines.OrderStarts[order]], sum.ToDouble());
        }

        return new(lines.CustomerOrders, ticks, money);
    }

    public int First(int customer) => _starts[customer];

    public int End(int customer) => _starts[customer + 1];

    public int Count(int customer) => _starts[customer + 1] - _starts[customer];

    /// <summary>The customer's first order at or after an instant; <see cref="End"/> when there is none.</summary>
    public int From(int customer, long ticks)
    {
        var (low, high) = (_starts[customer], _starts[customer + 1]);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Ticks[middle] < ticks) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Money of the customer's orders from one instant until before another.</summary>
    public double Between(int customer, long from, long until)
    {
        var sum = 0.0;
        for (var order = From(customer, from); order < End(customer) && Ticks[order] < until; order++) sum += Money[order];
        return sum;
    }
}
