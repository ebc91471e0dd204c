using Clientele.Sales.Kept;

namespace Clientele.Explore;

/// <summary>What all analyses share: orders added up, the calendar, and what each customer comes to.</summary>
internal sealed class ExploreData
{
    private ExploreData(KeptSales sales, string? compare)
    {
        Sales = sales;
        Compare = compare;
        Sold = new OrderList(sales.Sold);
        Returned = new OrderList(sales.Returned);
        Nets = sales.Plan.Cleaning.Returns == Returns.Net;
        Calendar = new SalesCalendar(Sold.Days);
        CustomerMoney = new Money[sales.Customers.Count];
        FirstDays = new int[sales.Customers.Count];
        for (var c = 0; c < FirstDays.Length; c++)
        {
            FirstDays[c] = Sold.Days[sales.Sold.CustomerOrders[c]];
            for (var o = sales.Sold.CustomerOrders[c]; o < sales.Sold.CustomerOrders[c + 1]; o++) CustomerMoney[c] += Sold.Money[o];
        }

        for (var o = 0; o < Returned.Count && Nets; o++)
        {
            if (Books(o)) CustomerMoney[Returned.Customer(o)] += Returned.Money[o];
        }

        foreach (var money in CustomerMoney) Total += money;
    }

    public KeptSales Sales { get; }

    public KnownColumns Known => Sales.Known;

    /// <summary>The periods as the user typed them, or null.</summary>
    public string? Compare { get; }

    public OrderList Sold { get; }

    public OrderList Returned { get; }

    /// <summary>Returns reduce money, at the time of the return (<c>--returns net</c>).</summary>
    public bool Nets { get; }

    public SalesCalendar Calendar { get; }

    /// <summary>[customers]; less returns when they are netted.</summary>
    public Money[] CustomerMoney { get; }

    /// <summary>Day of the first order [customers].</summary>
    public int[] FirstDays { get; }

    /// <summary>Money of all customers: the audit's kept money.</summary>
    public Money Total { get; }

    public int Customers => FirstDays.Length;

    public static ExploreData Of(KeptSales sales, string? compare) => new(sales, compare);

    /// <summary>A returned order that takes money away: netted, of a known customer.</summary>
    public bool Books(int returnedOrder) => Nets && Returned.Customer(returnedOrder) >= 0;

    /// <summary>Day of a returned order within the calendar: one after the last sale counts on its day, one before the first on the first.</summary>
    public int BookedDay(int returnedOrder) => Math.Clamp(Returned.Days[returnedOrder], Calendar.FirstDay, Calendar.LastDay);

    public int Orders(int customer) => Sales.Sold.CustomerOrders[customer + 1] - Sales.Sold.CustomerOrders[customer];
}
