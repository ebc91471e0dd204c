using Clientele.Sales.Kept;

namespace Clientele.Products;

/// <summary>What the best segments lean on: what would be at risk if a product left the shelf.</summary>
/// <param name="Product">Index in the sales' products.</param>
public sealed record ProductDependence(int Product)
{
    /// <summary>Customers of the best segments who bought it, and their share of the best segments.</summary>
    public int Customers { get; init; }

    public double CustomerShare { get; init; }

    /// <summary>Orders of the best segments that hold it, and their share of the best segments' orders.</summary>
    public int Orders { get; init; }

    public double OrderShare { get; init; }

    /// <summary>What the best segments paid for it.</summary>
    public Money Own { get; init; }

    /// <summary>What the best segments paid for the orders that hold it: the most that can be at risk.</summary>
    public Money Baskets { get; init; }

    /// <summary>Customers of the best segments who have it in at least half of two orders or more.</summary>
    public int Regulars { get; init; }

    /// <summary>All that these have paid.</summary>
    public Money RegularsMoney { get; init; }

    /// <summary>What the whole shop took for the orders that hold it.</summary>
    public Money ShopBaskets { get; init; }
}

/// <summary>Works the dependence out product by product.</summary>
internal sealed class DependencePass
{
    private readonly KeptLines _lines;
    private readonly ShopSegments _segments;
    private readonly Money[] _orderMoney;
    private readonly Money[] _customerMoney;
    private readonly int _bestCustomers;
    private readonly int _bestOrders;

    public DependencePass(Assortment assortment, ShopSegments segments)
    {
        (_lines, _segments) = (assortment.Sales.Sold, segments);
        (_orderMoney, _customerMoney) = (new Money[_lines.OrderCount], new Money[assortment.Sales.Customers.Count]);
        for (var order = 0; order < _orderMoney.Length; order++)
        {
            var sum = Money.Zero;
            for (var l = _lines.OrderStarts[order]; l < _lines.OrderStarts[order + 1]; l++) sum += _lines.Amounts[l];
            _orderMoney[order] = sum;
            var customer = _lines.OrderCustomers[order];
            if (customer < 0) continue;
            _customerMoney[customer] += sum;
            if (IsBest(customer)) _bestOrders++;
        }

        for (var c = 0; c < _customerMoney.Length; c++) _bestCustomers += IsBest(c) ? 1 : 0;
    }

    public ProductDependence Of(int product, ReadOnlySpan<int> own)
    {
        var (customers, orders, regulars, before, customer, held) = (0, 0, 0, -1, -1, 0);
        var (paid, baskets, regularsMoney, all) = (Money.Zero, Money.Zero, Money.Zero, Money.Zero);
        foreach (var line in own)
        {
            var order = _lines.Orders[line];
            var who = _lines.OrderCustomers[order];
            var best = who >= 0 && IsBest(who);
            if (best) paid += _lines.Amounts[line];
            if (order == before) continue;
            before = order;
            all += _orderMoney[order];
            if (!best) continue;
            orders++;
            baskets += _orderMoney[order];
            if (who != customer)
            {
                Leave();
                (customer, held) = (who, 0);
                customers++;
            }

            held++;
        }

        Leave();
        return new ProductDependence(product)
        {
            Customers = customers,
            CustomerShare = _bestCustomers > 0 ? (double)customers / _bestCustomers : 0,
            Orders = orders,
            OrderShare = _bestOrders > 0 ? (double)orders / _bestOrders : 0,
            Own = paid,
            Baskets = baskets,
            Regulars = regulars,
            RegularsMoney = regularsMoney,
            ShopBaskets = all,
        };

        void Leave()
        {
            if (customer < 0) return;
            var theirs = _lines.CustomerOrders[customer + 1] - _lines.CustomerOrders[customer];
            if (theirs < 2 || held * 2 < theirs) return;
            regulars++;
            regularsMoney += _customerMoney[customer];
        }
    }

    private bool IsBest(int customer) => _segments.IsBest[_segments.Of(customer)];
}
