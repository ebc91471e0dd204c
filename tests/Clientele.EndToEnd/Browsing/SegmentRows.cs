namespace Clientele.EndToEnd.Browsing;

/// <summary>segments.csv summed up by a filter, independently of the page.</summary>
internal static class SegmentRows
{
    /// <summary>Customers and exact money of the rows whose value in a column passes.</summary>
    public static (int Customers, decimal Money) Where(this Table table, string column, Func<string, bool> passes)
    {
        var (customers, money) = (0, 0m);
        foreach (var (value, amount) in table[column].Zip(table["monetary"]))
        {
            if (!passes(value)) continue;
            customers++;
            money += decimal.Parse(amount, CultureInfo.InvariantCulture);
        }

        return (customers, money);
    }

    /// <summary>Whether a value lies in one of the stretches of an address: <c>0..20,20..40</c>.</summary>
    public static Func<string, bool> In(string stretches) => text =>
    {
        var value = double.Parse(text, CultureInfo.InvariantCulture);
        return stretches.Split(',').Any(s => s.Split("..") is [var from, var to] && value >= Number(from) && value < Number(to));
    };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
