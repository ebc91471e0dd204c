using Clientele.Numerics.Patterns;
using Clientele.Products;
using Clientele.Reports;
using Clientele.Sales.Kept;
using Clientele.Segments;

namespace Clientele.Baskets;

/// <summary>All that was found in the baskets; every output is written from it.</summary>
public sealed record BasketReport
{
    public required BasketPlan Plan { get; init; }

    public required KeptSales Sales { get; init; }

    /// <summary>What the items of sets and rules are called.</summary>
    public required ItemNames Items { get; init; }

    /// <summary>The whole shop first, then its segments, most money first.</summary>
    public required IReadOnlyList<BasketScope> Scopes { get; init; }

    /// <summary>Segment by segment, proved ones first, highest index first.</summary>
    public required IReadOnlyList<Affinity> Affinities { get; init; }

    /// <summary>Customer by customer, best first.</summary>
    public required IReadOnlyList<NextItem> Next { get; init; }

    /// <summary>The customers' segments.</summary>
    public required SegmentsResult Segments { get; init; }

    public required IReadOnlyList<LeftOutCode> LeftOut { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<StageTime> Timings { get; init; } = [];
}

/// <summary>Codes and names of items.</summary>
/// <param name="Codes">As they stand in the file: product codes, or categories.</param>
/// <param name="Names">What a person reads.</param>
public sealed record ItemNames(IReadOnlyList<string> Codes, IReadOnlyList<string> Names);

/// <summary>Sets and rules of the whole shop or of one segment.</summary>
/// <param name="Segment">Its name; null is the whole shop.</param>
/// <param name="Orders">Orders with at least one item.</param>
/// <param name="Least">Orders that a set must be in.</param>
/// <param name="Sets">All frequent sets.</param>
/// <param name="Rules">Proved ones first, highest lift first.</param>
public sealed record BasketScope(string? Segment, int Orders, int Least, ItemSets Sets, IReadOnlyList<Rule> Rules);
