namespace Clientele.Products;

/// <summary>Which sold lines each product has, in the order of the lines: by customer, then by order.</summary>
internal sealed class ProductLines
{
    private ProductLines(int[] starts, int[] lines) => (Starts, Lines) = (starts, lines);

    private int[] Starts { get; }

    private int[] Lines { get; }

    public int Count => Starts.Length - 1;

    public ReadOnlySpan<int> this[int product] => Lines.AsSpan(Starts[product], Starts[product + 1] - Starts[product]);

    /// <summary>Puts lines to their items.</summary>
    /// <param name="items">Item of each line, or -1.</param>
    /// <param name="count">Items.</param>
    public static ProductLines Of(ReadOnlySpan<int> items, int count)
    {
        var starts = new int[count + 1];
        foreach (var item in items)
        {
            if (item >= 0) starts[item + 1]++;
        }

        for (var p = 0; p < count; p++) starts[p + 1] += starts[p];
        var (lines, next) = (new int[starts[count]], starts.AsSpan(0, count).ToArray());
        for (var l = 0; l < items.Length; l++)
        {
            if (items[l] >= 0) lines[next[items[l]]++] = l;
        }

        return new ProductLines(starts, lines);
    }

    public static ProductLines Of(Assortment assortment)
    {
        var items = new int[assortment.Sales.Sold.Count];
        for (var l = 0; l < items.Length; l++) items[l] = assortment.ProductOf(l);
        return Of(items, assortment.Sales.Products.Count);
    }

    public static ProductLines OfCategories(Assortment assortment)
    {
        var items = new int[assortment.Sales.Sold.Count];
        for (var l = 0; l < items.Length; l++) items[l] = assortment.ProductOf(l) < 0 || assortment.Sales.Sold.Categories.Length == 0 ? -1 : assortment.Sales.Sold.Categories[l];
        return Of(items, assortment.Sales.Categories.Length);
    }
}
