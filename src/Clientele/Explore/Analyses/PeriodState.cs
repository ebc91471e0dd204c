namespace Clientele.Explore.Analyses;

/// <summary>What one stretch of days comes to.</summary>
internal sealed class PeriodState
{
    public PeriodState(ExploreData data, int from, int to)
    {
        (From, To) = (from, to);
        Spent = new Money[data.Customers];
        Bought = new bool[data.Customers];
        for (var o = 0; o < data.Sold.Count; o++)
        {
            if (data.Sold.Days[o] < from || data.Sold.Days[o] > to) continue;
            var customer = data.Sold.Customer(o);
            if (!Bought[customer]) Customers++;
            Bought[customer] = true;
            Orders++;
            Units += data.Sold.Units[o];
            Take(customer, in data.Sold.Money[o]);
        }

        for (var o = 0; o < data.Returned.Count; o++)
        {
            if (!data.Books(o) || data.BookedDay(o) < from || data.BookedDay(o) > to) continue;
            Units += data.Returned.Units[o];
            Take(data.Returned.Customer(o), in data.Returned.Money[o]);
        }
    }

    public int From { get; }

    public int To { get; }

    public int Days => To - From + 1;

    public long Customers { get; private set; }

    public long Orders { get; }

    public double Units { get; }

    public Money Money { get; private set; }

    /// <summary>Money per customer [customers].</summary>
    public Money[] Spent { get; }

    /// <summary>Who ordered [customers].</summary>
    public bool[] Bought { get; }

    private void Take(int customer, in Money money)
    {
        Money += money;
        Spent[customer] += money;
    }
}
