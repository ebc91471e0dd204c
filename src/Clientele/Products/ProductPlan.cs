namespace Clientele.Products;

/// <summary>Everything that a look at the products depends on. Written into run.json; <c>clientele run run.json</c> repeats it.</summary>
public sealed record ProductPlan
{
    /// <summary>Weeks of history without which no demand is expected.</summary>
    public const int LeastHistory = 8;

    /// <summary>What is read and how, and by what the customers are segmented.</summary>
    public Plan Sales { get; init; } = new();

    /// <summary>Products that, best first, bring this share of the money are A.</summary>
    public double A { get; init; } = 0.8;

    /// <summary>Those that come next up to this share are B, the rest C.</summary>
    public double B { get; init; } = 0.95;

    /// <summary>Days of a period in which demand is measured.</summary>
    public int PeriodDays { get; init; } = 28;

    /// <summary>Demand whose standard deviation is at most this part of its mean is X.</summary>
    public double X { get; init; } = 0.5;

    /// <summary>Up to here it is Y, above it Z.</summary>
    public double Y { get; init; } = 1;

    /// <summary>Days that count as lately, in the life of a product.</summary>
    public int RecentDays { get; init; } = 91;

    /// <summary>Weeks to cover.</summary>
    public int CoverWeeks { get; init; } = 4;

    /// <summary>How sure the cover is to last, above 0.5 and below 1.</summary>
    public double Service { get; init; } = 0.95;

    /// <summary>Weeks that expected demand is taken from.</summary>
    public int HistoryWeeks { get; init; } = 26;

    /// <summary>Rows of a table on the page and in products.json.</summary>
    public int Top { get; init; } = 10;

    /// <summary>Postage, fees and the like count as products.</summary>
    public bool NonProducts { get; init; }
}
