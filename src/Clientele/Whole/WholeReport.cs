using Clientele.Actions;
using Clientele.Baskets;
using Clientele.Explore;
using Clientele.Products;
using Clientele.Reports;

namespace Clientele.Whole;

/// <summary>Segments, exploration, products, baskets and actions of the same sales, read once.</summary>
public sealed record WholeReport
{
    public required WholePlan Plan { get; init; }

    /// <summary>Totals, audit, customers and segments.</summary>
    public required Report Segments { get; init; }

    public required ExploreReport Explored { get; init; }

    /// <summary>Null where no file has products, as is <see cref="Baskets"/>.</summary>
    public ProductReport? Products { get; init; }

    public BasketReport? Baskets { get; init; }

    /// <summary>Null where no file has money.</summary>
    public ActionList? Actions { get; init; }

    /// <summary>What could not be told and why, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
