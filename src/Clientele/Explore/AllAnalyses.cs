using Clientele.Explore.Analyses;

namespace Clientele.Explore;

/// <summary>The catalog of analyses; its order is the order of the page and of explore.json.</summary>
public static class AllAnalyses
{
    public static Catalog<Analysis> Catalog { get; } = new(
        "analysis",
        SalesOverTime.Choice,
        Season.Choice,
        Hours.Choice,
        Spending.Choice,
        Gaps.Choice,
        Basket.Choice,
        Returning.Choice,
        Cohorts.Choice,
        Concentration.Choice,
        Places.Choice,
        ReturnRates.Choice,
        Prices.Choice,
        Change.Choice);
}
