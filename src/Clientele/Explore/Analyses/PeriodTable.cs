namespace Clientele.Explore.Analyses;

/// <summary>Sums over periods [count].</summary>
internal sealed class PeriodSums(int first, int count)
{
    public int First => first;

    public int Count => count;

    public long[] Orders { get; } = new long[count];

    public long[] Customers { get; } = new long[count];

    public long[] Lines { get; } = new long[count];

    public double[] Units { get; } = new double[count];

    public Money[] Money { get; } = new Money[count];
}

/// <summary>The columns of sales.csv.</summary>
internal sealed class PeriodTable(ExploreResult result, bool money)
{
    private readonly ExploreColumn _grain = result.New("grain", "day, week (ISO 8601, from Monday) or month.", ExploreKind.Text);
    private readonly ExploreColumn _period = result.New("period", "The day, week or month.", ExploreKind.Text);
    private readonly ExploreColumn _state = result.New("state", "whole; partial where the sales begin or end inside the period; empty without an order.", ExploreKind.Text);
    private readonly ExploreColumn _orders = result.New("orders", "Orders, each at the time of its first line.", ExploreKind.Count);
    private readonly ExploreColumn _customers = result.New("customers", "Customers who ordered.", ExploreKind.Count);
    private readonly ExploreColumn _lines = result.New("lines", "Lines.", ExploreKind.Count);
    private readonly ExploreColumn _units = result.New("units", "Pieces.", ExploreKind.Number);
    private readonly ExploreColumn? _money = money ? result.New("money", "Money.", ExploreKind.Money) : null;
    private readonly ExploreColumn? _average = money ? result.New("average_order", "Money per order; empty without an order.", ExploreKind.Number) : null;

    public void Row(string grain, string period, bool whole, PeriodSums sums, int at)
    {
        _grain.Add(grain);
        _period.Add(period);
        _state.Add(sums.Orders[at] == 0 ? "empty" : whole ? "whole" : "partial");
        _orders.Add(sums.Orders[at]);
        _customers.Add(sums.Customers[at]);
        _lines.Add(sums.Lines[at]);
        _units.Add(sums.Units[at]);
        _money?.Add(in sums.Money[at]);
        _average?.Add(Rates.Share(sums.Money[at].ToDouble(), sums.Orders[at]));
    }
}
