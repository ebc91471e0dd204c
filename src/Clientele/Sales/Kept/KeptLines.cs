namespace Clientele.Sales.Kept;

/// <summary>
/// Lines in columns [lines], in one order whatever the threads, the order of the rows or the split into files: by customer, then by order
/// (its first time; orders of the same time by what is in them), then by time, product, units and money.
/// </summary>
/// <remarks>44 bytes a line and 4 for each of country, store and category that a file has. Nothing may be written to the arrays.</remarks>
public sealed class KeptLines
{
    internal static readonly int[] None = new int[0];

    internal KeptLines(int count, bool countries, bool stores, bool categories)
    {
        Orders = new int[count];
        Ticks = new long[count];
        Products = new int[count];
        Units = new long[count];
        Amounts = new Money[count];
        Countries = countries ? new int[count] : None;
        Stores = stores ? new int[count] : None;
        Categories = categories ? new int[count] : None;
    }

    public int Count => Orders.Length;

    /// <summary>The line's order, 0 … <see cref="OrderCount"/> − 1, rising.</summary>
    public int[] Orders { get; }

    /// <summary>Time of sale in .NET ticks.</summary>
    public long[] Ticks { get; }

    /// <summary>Index in <see cref="KeptSales.Products"/>, or -1 where no product is named.</summary>
    public int[] Products { get; }

    /// <summary>Quantity in millionths; a returned line's as it stood in the file, most often negative.</summary>
    public long[] Units { get; }

    /// <summary>Exact money; a returned line's as it stood in the file, most often negative.</summary>
    public Money[] Amounts { get; }

    /// <summary>Index in <see cref="KeptSales.Countries"/>, or -1; empty when no file has countries.</summary>
    public int[] Countries { get; }

    /// <summary>Index in <see cref="KeptSales.Stores"/>, or -1; empty when no file has stores.</summary>
    public int[] Stores { get; }

    /// <summary>Index in <see cref="KeptSales.Categories"/>, or -1; empty when no file has categories.</summary>
    public int[] Categories { get; }

    public int OrderCount => OrderCustomers.Length;

    /// <summary>First line of each order [orders + 1]; the last entry is <see cref="Count"/>.</summary>
    public int[] OrderStarts { get; internal set; } = new int[1];

    /// <summary>Row of the order's customer in <see cref="KeptSales.Customers"/> [orders]; -1, at the end, for a return of somebody without kept sales.</summary>
    public int[] OrderCustomers { get; internal set; } = None;

    /// <summary>First order of each customer [customers + 1]; orders of nobody known stand behind the last entry.</summary>
    public int[] CustomerOrders { get; internal set; } = new int[1];

    /// <summary>Row of the line's customer, or -1.</summary>
    public int CustomerOf(int line) => OrderCustomers[Orders[line]];

    /// <summary>Exact sum of all lines.</summary>
    public Money Total()
    {
        var sum = Money.Zero;
        foreach (ref readonly var amount in Amounts.AsSpan()) sum += amount;
        return sum;
    }
}
