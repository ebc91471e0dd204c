using Clientele.Reports.Writing;
using Clientele.Sales.Kept;

namespace Clientele.Handover.Star.Sheets;

/// <summary>The facts: one row per kept line, in the order of <see cref="KeptLines"/>; returns that reduce money behind all sales.</summary>
/// <remarks>The amounts add up to the money kept, exactly. Rows are formatted in blocks and streamed: memory does not grow with the lines.</remarks>
internal sealed class SalesSheet : IStarSheet
{
    private readonly KeptSales _sales;
    private readonly int[] _returned;
    private readonly HandoverRun _run;
    private readonly byte[][] _customers;
    private readonly byte[][] _products;
    private readonly byte[][] _countries;
    private readonly byte[][] _stores;
    private readonly byte[][] _categories;

    /// <summary>Takes the lines as they lie.</summary>
    /// <param name="run">With its sales.</param>
    /// <param name="customers">Key per row of the customer table.</param>
    /// <param name="products">Key per product.</param>
    public SalesSheet(HandoverRun run, string[] customers, string[] products)
    {
        _run = run;
        _sales = run.Sales!;
        _returned = Netted(_sales);
        _customers = Cells(customers);
        _products = Cells(products);
        _countries = Cells(_sales.Countries);
        _stores = Cells(_sales.Stores);
        _categories = Cells(_sales.Categories);
        Table = new("sales", "One kept line of a receipt: one product in one order.", (long)_sales.Sold.Count + _returned.Length, Columns());
    }

    public StarTable Table { get; }

    /// <summary>First and last day of the rows, in .NET ticks.</summary>
    public (long First, long Last) Days()
    {
        var (first, last) = (long.MaxValue, 0L);
        foreach (var ticks in _sales.Sold.Ticks) (first, last) = (Math.Min(first, ticks), Math.Max(last, ticks));
        foreach (var line in _returned) (first, last) = (Math.Min(first, _sales.Returned.Ticks[line]), Math.Max(last, _sales.Returned.Ticks[line]));
        return (first - (first % TimeSpan.TicksPerDay), last - (last % TimeSpan.TicksPerDay));
    }

    public void Write(Stream output)
    {
        var header = new Utf8Text(1024);
        header.Header(Table);
        header.FlushTo(output);
        RowBlocks.Write(_sales.Sold.Count, _run.Threads, output, (from, to, text) => Sold(from, to, text), _run.Cancellation);
        RowBlocks.Write(_returned.Length, _run.Threads, output, Returned, _run.Cancellation);
    }

    /// <summary>Returned lines that are kept: those of known customers, where returns reduce money.</summary>
    internal static int[] Netted(KeptSales sales)
    {
        if (sales.Plan.Cleaning.Returns != Returns.Net) return [];
        var lines = new List<int>();
        for (var l = 0; l < sales.Returned.Count; l++)
        {
            if (sales.Returned.CustomerOf(l) >= 0) lines.Add(l);
        }

        return [.. lines];
    }

    private List<StarColumn> Columns()
    {
        var known = _sales.Known;
        var columns = new List<StarColumn> { new("date", StarType.Day, "", "Day of the sale; points to dates.") { Hidden = true } };
        if (known.TimesOfDay)
        {
            columns.Add(new("time", StarType.Time, "", "Time of day of the sale."));
            columns.Add(new("hour", StarType.Whole, "hours", "Hour of the day, 0 to 23.") { Format = "0" });
        }

        columns.Add(new("customer", StarType.Text, "", "Who bought; points to customers.") { Hidden = true });
        if (known.Products) columns.Add(new("product", StarType.Text, "", "What was bought; points to products; empty where the line names none.") { Hidden = true });
        if (known.Countries) columns.Add(new("country", StarType.Text, "", "Country of the line."));
        if (known.Stores) columns.Add(new("store", StarType.Text, "", "Store of the line."));
        if (known.Categories) columns.Add(new("category", StarType.Text, "", "Category of the line."));
        columns.Add(new("order", StarType.Whole, "", "Number of the order in this export: lines of one order share it; returns have numbers of their own.") { Format = "0", Hidden = true });
        columns.Add(new("quantity", AllWhole() ? StarType.Whole : StarType.Number, "pieces", known.Quantities ? "Pieces; a return's are negative." : "1: the files tell no quantities.") { Adds = true });
        if (known.Money) columns.Add(new("amount", Type(), "money", "Exact money of the line; a return's is negative.") { Adds = true, Format = "#,0.00" });
        columns.Add(new("return", StarType.Whole, "", "1 for a return that reduces money, else 0.") { Format = "0" });
        return columns;
    }

    private StarType Type()
    {
        var back = new Money[_returned.Length];
        for (var i = 0; i < back.Length; i++) back[i] = _sales.Returned.Amounts[_returned[i]];
        return StarCells.TypeOf(_sales.Sold.Amounts, back);
    }

    private bool AllWhole()
    {
        foreach (var units in _sales.Sold.Units)
        {
            if (units % 1_000_000 != 0) return false;
        }

        foreach (var line in _returned)
        {
            if (_sales.Returned.Units[line] % 1_000_000 != 0) return false;
        }

        return true;
    }

    private void Sold(int from, int to, Utf8Text text)
    {
        for (var l = from; l < to; l++) Row(_sales.Sold, l, 1, 0, text);
    }

    private void Returned(int from, int to, Utf8Text text)
    {
        for (var i = from; i < to; i++) Row(_sales.Returned, _returned[i], 1 + (long)_sales.Sold.OrderCount, 1, text);
    }

    private void Row(KeptLines lines, int l, long firstOrder, int isReturn, Utf8Text text)
    {
        var known = _sales.Known;
        text.Date(lines.Ticks[l], dayOnly: true);
        if (known.TimesOfDay)
        {
            text.Byte((byte)',');
            text.Time(lines.Ticks[l]);
            text.Byte((byte)',');
            text.Integer(lines.Ticks[l] / TimeSpan.TicksPerHour % 24);
        }

        text.Byte((byte)',');
        text.Bytes(_customers[lines.CustomerOf(l)]);
        if (known.Products) Named(_products, lines.Products[l], text);
        if (known.Countries) Named(_countries, lines.Countries[l], text);
        if (known.Stores) Named(_stores, lines.Stores[l], text);
        if (known.Categories) Named(_categories, lines.Categories[l], text);
        text.Byte((byte)',');
        text.Integer(firstOrder + lines.Orders[l]);
        text.Byte((byte)',');
        text.Millionths(lines.Units[l]);
        if (known.Money)
        {
            text.Byte((byte)',');
            text.Money(lines.Amounts[l]);
        }

        text.Byte((byte)',');
        text.Byte((byte)('0' + isReturn));
        text.Byte((byte)'\n');
    }

    private static void Named(byte[][] cells, int index, Utf8Text text)
    {
        text.Byte((byte)',');
        if (index >= 0) text.Bytes(cells[index]);
    }

    /// <summary>Texts as cells, formatted once.</summary>
    private static byte[][] Cells(string[] texts)
    {
        var cells = new byte[texts.Length][];
        var text = new Utf8Text(1024);
        for (var i = 0; i < cells.Length; i++)
        {
            text.Cell(texts[i]);
            cells[i] = text.Written.ToArray();
            text.Clear();
        }

        return cells;
    }
}
