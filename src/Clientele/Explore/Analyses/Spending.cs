namespace Clientele.Explore.Analyses;

/// <summary>How often and how much customers buy.</summary>
internal static class Spending
{
    public static Choice<Analysis> Choice { get; } = new("customers", "Orders and spending per customer, as distributions.", [], _ => new Analysis(Run));

    private static ExploreResult Run(ExploreData data)
    {
        var result = new ExploreResult(Choice.Name);
        var table = new Histogram(result, "customers", data.Known.Money);
        var (orders, spent) = (new double[data.Customers], new double[data.Customers]);
        var once = 0L;
        for (var c = 0; c < orders.Length; c++)
        {
            orders[c] = data.Orders(c);
            spent[c] = data.CustomerMoney[c].ToDouble();
            once += orders[c] == 1 ? 1 : 0;
        }

        table.Add("orders", orders, Bins.OfCounts(), data.Known.Money ? data.CustomerMoney : []);
        if (data.Known.Money) table.Add("spent", spent, Bins.OfAmounts(spent), data.CustomerMoney);
        result.Count("customers", "Customers.", data.Customers);
        result.Count("customers_once", "Customers with one order.", once);
        return result;
    }
}
