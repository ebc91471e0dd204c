namespace Clientele.Products.Tastes;

/// <summary>What a customer's orders have in common that those of others do not.</summary>
public enum TasteKind
{
    /// <summary>Most of the order from one category.</summary>
    Category,

    /// <summary>Most of the order below its usual price.</summary>
    Reduced,

    /// <summary>In the same two or three months of the year, in more than one year.</summary>
    Season,
}

/// <summary>A customer who stands out.</summary>
/// <param name="Customer">Row in the sales' customers.</param>
/// <param name="Kind">What is common to the orders.</param>
/// <param name="Name">The category, or the months; empty for reduced orders.</param>
/// <param name="Orders">Orders that are so.</param>
/// <param name="Of">Orders that could be so.</param>
/// <param name="Usual">Share of such orders in the whole shop.</param>
/// <param name="P">Chance of so many by luck, corrected for having looked at everybody and everything ([BH95]).</param>
public sealed record Taste(int Customer, TasteKind Kind, string Name, int Orders, int Of, double Usual, double P)
{
    public double Share => (double)Orders / Of;
}
