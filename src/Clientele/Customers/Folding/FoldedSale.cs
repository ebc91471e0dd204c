using Clientele.Sales.Lines;

namespace Clientele.Customers.Folding;

/// <summary>The part of a kept line that customers are made of.</summary>
internal readonly struct FoldedSale
{
    public FoldedSale(in SalesLine line, ulong productKey)
    {
        (Money, Units, Ticks, Invoice) = (line.Money, line.Units, line.Ticks, line.Invoice);
        (Country, Store, Category) = (line.Country, line.Store, line.Category);
        (Product, ProductKey) = (line.Product, productKey);
    }

    public FoldedSale(in StoredLine line)
    {
        (Money, Units, Ticks, Invoice) = (line.Money, line.Units, line.Ticks, line.Invoice);
        (Country, Store, Category) = (line.Country, line.Store, line.Category);
        (Product, ProductKey) = (line.Product, line.ProductKey);
    }

    public Money Money { get; }

    public long Units { get; }

    public long Ticks { get; }

    public ulong Invoice { get; }

    /// <summary>Hash of the product, 0 without one.</summary>
    public ulong Product { get; }

    /// <summary>Key of customer and product.</summary>
    public ulong ProductKey { get; }

    public int Country { get; }

    public int Store { get; }

    public int Category { get; }
}
