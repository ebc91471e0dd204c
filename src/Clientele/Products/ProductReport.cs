using Clientele.Products.Tastes;
using Clientele.Reports;
using Clientele.Sales.Kept;
using Clientele.Segments;

namespace Clientele.Products;

/// <summary>All that was found about the products; every output is written from it.</summary>
public sealed record ProductReport
{
    public required ProductPlan Plan { get; init; }

    public required KeptSales Sales { get; init; }

    /// <summary>Best first: by money, by pieces where the sales carry no money.</summary>
    public required IReadOnlyList<ProductFacts> Products { get; init; }

    /// <summary>What the best segments lean on, most of their baskets first.</summary>
    public required IReadOnlyList<ProductDependence> Dependence { get; init; }

    public required IReadOnlyList<SubstitutePair> Substitutes { get; init; }

    /// <summary>Products, then categories, most evidence first.</summary>
    public required IReadOnlyList<Rebuying> Replenishment { get; init; }

    public required IReadOnlyList<DemandCover> Cover { get; init; }

    /// <summary>Customers who stand out by category, reductions or season; by kind, the surest first.</summary>
    public IReadOnlyList<Taste> Tastes { get; init; } = [];

    /// <summary>Names of the best segments.</summary>
    public required string BestSegments { get; init; }

    /// <summary>The customers' segments.</summary>
    public required SegmentsResult Segments { get; init; }

    public required IReadOnlyList<LeftOutCode> LeftOut { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<StageTime> Timings { get; init; } = [];
}
