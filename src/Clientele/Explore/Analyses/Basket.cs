namespace Clientele.Explore.Analyses;

/// <summary>How large one order is: lines, products, pieces and money.</summary>
internal static class Basket
{
    public static Choice<Analysis> Choice { get; } = new("basket", "Size and value of one order, as distributions.", [], _ => new Analysis(Run));

    private static ExploreResult Run(ExploreData data)
    {
        var result = new ExploreResult(Choice.Name);
        var table = new Histogram(result, "orders", data.Known.Money);
        var sold = data.Sold;
        Money[] money = data.Known.Money ? sold.Money : [];
        var (lines, products, units, values) = (new double[sold.Count], new double[sold.Count], new double[sold.Count], new double[sold.Count]);
        var seen = new int[data.Sales.Products.Count];
        for (var o = 0; o < sold.Count; o++)
        {
            lines[o] = sold.LinesOf(o);
            units[o] = sold.Units[o];
            values[o] = sold.Money[o].ToDouble();
            for (var l = sold.Lines.OrderStarts[o]; l < sold.Lines.OrderStarts[o + 1]; l++)
            {
                var product = sold.Lines.Products[l];
                if (product < 0 || seen[product] == o + 1) continue;
                seen[product] = o + 1;
                products[o]++;
            }
        }

        table.Add("lines", lines, Bins.OfCounts(), money);
        if (data.Known.Products) table.Add("products", products, Bins.OfCounts(), money);
        else result.Note("No file has products: how many different ones an order holds cannot be told.");
        if (data.Known.Quantities) table.Add("units", units, Bins.OfAmounts(units), money);
        else result.Note("No file has quantities: every line counts as one piece.");
        if (data.Known.Money) table.Add("value", values, Bins.OfAmounts(values), money);
        if (!data.Known.Invoices) result.Note("No file has order numbers: all lines of a customer on one day are one order.");
        return result;
    }
}
