namespace Clientele.Handover.Star;

/// <summary>The figures that the project offers, as far as the tables can tell them.</summary>
internal static class StarMeasures
{
    private const string Amount = "#,0.00";
    private const string Count = "#,0";
    private const string Share = "0.0%";

    /// <summary>Names of the figures listed with the customers; no column of theirs may have one.</summary>
    public static string[] OfCustomers { get; } =
        ["Customers", "Share of customers", "Recency median", "Frequency median", "Money median", "Money of customers", "Money per listed customer"];

    /// <summary>The figures for these tables.</summary>
    /// <param name="tables">With customers and segments, perhaps sales and dates.</param>
    /// <param name="headingOf">The heading of a column of the customer table, or null when it is not there.</param>
    public static List<StarMeasure> Of(IReadOnlyList<StarTable> tables, Func<string, string?> headingOf)
    {
        var measures = new List<StarMeasure>();
        StarTable? sales = null;
        foreach (var table in tables) sales = table.Name == "sales" ? table : sales;
        var money = sales?.Has("amount") == true;
        if (sales is not null) Sales(measures, money);
        if (money) Time(measures);
        Customers(measures, headingOf, withMoney: !money);
        measures.Add(new("segments", "Segment colour", "SELECTEDVALUE ( 'segments'[colour], \"#6b6b6b\" )", "", "Looks", "The colour of the one segment that is chosen, as in the report.") { Hidden = true });
        return measures;
    }

    private static void Sales(List<StarMeasure> measures, bool money)
    {
        if (money)
        {
            measures.Add(new("sales", "Money", "SUM ( 'sales'[amount] )", Amount, "Money", "Sum of the lines; returns that reduce money are taken off."));
            measures.Add(new("sales", "Money returned", "CALCULATE ( [Money], 'sales'[return] = 1 )", Amount, "Money", "Sum of returns that reduce money; 0 or less."));
            measures.Add(new("sales", "Share of money", "DIVIDE ( [Money], CALCULATE ( [Money], ALLSELECTED () ) )", Share, "Money", "Money as a share of all that the page's filters leave."));
            measures.Add(new("sales", "Average order value", "DIVIDE ( [Money], [Orders] )", Amount, "Money", "Money by orders."));
            measures.Add(new("sales", "Money per customer", "DIVIDE ( [Money], [Buyers] )", Amount, "Money", "Money by customers who bought."));
        }

        measures.Add(new("sales", "Orders", "CALCULATE ( DISTINCTCOUNT ( 'sales'[order] ), 'sales'[return] = 0 )", Count, "Orders", "Orders with a line that is no return."));
        measures.Add(new("sales", "Orders per customer", "DIVIDE ( [Orders], [Buyers] )", "0.0", "Orders", "Orders by customers who bought."));
        measures.Add(new("sales", "Lines", "COUNTROWS ( 'sales' )", Count, "Orders", "Lines, returns that reduce money included."));
        measures.Add(new("sales", "Pieces", "SUM ( 'sales'[quantity] )", Count, "Orders", "Sum of quantities, returns taken off."));
        measures.Add(new("sales", "Buyers", "CALCULATE ( DISTINCTCOUNT ( 'sales'[customer] ), 'sales'[return] = 0 )", Count, "Customers", "Customers with an order in what is chosen."));
    }

    private static void Time(List<StarMeasure> measures)
    {
        measures.Add(new("sales", "Money a year before", "CALCULATE ( [Money], SAMEPERIODLASTYEAR ( 'dates'[date] ) )", Amount, "Over time", "Money of the same days a year before."));
        measures.Add(new("sales", "Change on a year before", "DIVIDE ( [Money] - [Money a year before], [Money a year before] )", "+0.0%;-0.0%;0.0%", "Over time", "Change of money against the same days a year before; only where there are such days."));
        measures.Add(new("sales", "Money of the year so far", "TOTALYTD ( [Money], 'dates'[date] )", Amount, "Over time", "Money from the first of January on."));
    }

    private static void Customers(List<StarMeasure> measures, Func<string, string?> headingOf, bool withMoney)
    {
        measures.Add(new("customers", "Customers", "COUNTROWS ( 'customers' )", Count, "Customers", "Customers, whether or not they bought in the time chosen."));
        measures.Add(new("customers", "Share of customers", "DIVIDE ( [Customers], CALCULATE ( [Customers], ALLSELECTED () ) )", Share, "Customers", "Customers as a share of all that the page's filters leave."));
        Median("recency", "Recency median", "0.#", "Days since the last order of the middle customer.");
        Median("frequency", "Frequency median", "0.#", "Orders of the middle customer.");
        Median("monetary", "Money median", Amount, "Money of the middle customer.");
        if (!withMoney || headingOf("monetary") is not { } heading) return;
        measures.Add(new("customers", "Money of customers", $"SUM ( 'customers'{Dax.Column(heading)} )", Amount, "Money", "Sum of the money of each customer."));
        measures.Add(new("customers", "Money per listed customer", "DIVIDE ( [Money of customers], [Customers] )", Amount, "Money", "Money by customers."));

        void Median(string column, string name, string format, string words)
        {
            if (headingOf(column) is { } own) measures.Add(new("customers", name, $"MEDIAN ( 'customers'{Dax.Column(own)} )", format, "Middle customer", words));
        }
    }
}
