namespace Clientele.Baskets;

/// <summary>Everything that a look into the baskets depends on. Written into run.json; <c>clientele run run.json</c> repeats it.</summary>
public sealed record BasketPlan
{
    public const string Product = "product";
    public const string Category = "category";

    /// <summary>What is read and how, and by what the customers are segmented.</summary>
    public Plan Sales { get; init; } = new();

    /// <summary><see cref="Product"/> or <see cref="Category"/>.</summary>
    public string Level { get; init; } = Product;

    /// <summary>Share of the orders, of the shop or of a segment, that must hold a set.</summary>
    public double Support { get; init; } = 0.01;

    /// <summary>Orders that must hold it whatever the share.</summary>
    public int LeastOrders { get; init; } = 10;

    /// <summary>Least share of the orders with the left side of a rule that hold its right side.</summary>
    public double Confidence { get; init; } = 0.2;

    /// <summary>How many times more often than by chance at least.</summary>
    public double Lift { get; init; } = 1;

    /// <summary>Items in the largest set.</summary>
    public int Size { get; init; } = 3;

    /// <summary>Chance of even one false rule among those that count as proved, over all that could have been formed.</summary>
    public double Error { get; init; } = 0.05;

    /// <summary>Next products per customer.</summary>
    public int Next { get; init; } = 3;

    /// <summary>Rows of a table on the page and in baskets.json.</summary>
    public int Top { get; init; } = 10;

    /// <summary>Postage, fees and the like count as products.</summary>
    public bool NonProducts { get; init; }
}
