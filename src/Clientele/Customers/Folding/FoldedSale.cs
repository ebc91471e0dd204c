using Clientele.Sales.Lines;

namespace Clientele.Customers.Folding;

/// <summary>The part of a kept line that customers are made of.</summary>
internal readonly struct FoldedSale
{
    public FoldedSale(in SalesLine line, ulong productKey)
    {
        (Money, Units, Ticks, Invoice) = (line.Money, line.Units, line.Ticks, line.Invoice);
        (Country, Store, Category) = (line.Country, line.Store, line.Category);
        ProductKey = line.Product == 0 ? 0 : productKey | 1;
    }

    public FoldedSale(in StoredLine line)
    {
        (Money, Units, Ticks, Invoice) = (line.Money, line.Units, line.Ticks, line.Invoice);
        (Country, Store, Category) = (line.Country, line.Store, line.Category);
        ProductKey = line.Product == 0 ? 0 : line.ProductKey | 1;
    }

    public Money Money { get; }

    public long Units { get; }

    public long Ticks { get; }

    public ulong Invoice { get; }

    /// <summary>Key of customer and product, 0 without a product.</summary>
    public ulong ProductKey { get; }

    public int Country { get; }

    public int Store { get; }

    public int Category { get; }
}
