namespace Clientele.Baskets;

/// <summary>How much a segment leans to a product or a category, for all that it buys.</summary>
/// <param name="Segment">Its name.</param>
/// <param name="Level"><see cref="BasketPlan.Product"/> or <see cref="BasketPlan.Category"/>.</param>
/// <param name="Item">Index in the sales' products or categories.</param>
public sealed record Affinity(string Segment, string Level, int Item)
{
    /// <summary>Customers of the segment, and of the shop, who bought it.</summary>
    public int Buyers { get; init; }

    public int AllBuyers { get; init; }

    /// <summary>Share of the segment's customers who bought it.</summary>
    public double Penetration { get; init; }

    /// <summary>
    /// 100 × its share of all that the segment's customers ever tried ÷ the same share in the whole shop. 100 is as much as anybody: a segment
    /// that simply buys more of everything does not stand out.
    /// </summary>
    public double Index { get; init; }

    /// <summary>Probability of an index as far from 100 by chance, corrected for all that were looked at (false discoveries).</summary>
    public double P { get; init; }
}
