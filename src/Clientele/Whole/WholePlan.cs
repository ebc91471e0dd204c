using Clientele.Actions;
using Clientele.Baskets;
using Clientele.Explore;
using Clientele.Products;

namespace Clientele.Whole;

/// <summary>Everything that the whole picture depends on: how sales are read and segmented, and the parameters of actions. The other looks take their defaults.</summary>
/// <param name="Actions">With <see cref="ActionsPlan.Sales"/>, which all looks share.</param>
public sealed record WholePlan(ActionsPlan Actions)
{
    public Plan Sales => Actions.Sales;

    internal ExplorePlan Explore => new() { Sales = Sales };

    internal ProductPlan Products => new() { Sales = Sales };

    internal BasketPlan Baskets => new() { Sales = Sales };
}
