using Clientele.Actions;
using Clientele.Baskets;
using Clientele.Explore;
using Clientele.Products;

namespace Clientele.Whole;

/// <summary>Everything that the whole picture depends on: how sales are read and segmented, and the parameters of actions. The other looks take their defaults.</summary>
/// <param name="Actions">With <see cref="ActionsPlan.Sales"/>, which all looks share.</param>
public sealed record WholePlan(ActionsPlan Actions)
{
    /// <summary>The looks that can be left out; segments and exploration are always there.</summary>
    public static IReadOnlyList<string> Looks { get; } = ["products", "baskets", "actions"];

    /// <summary>Looks wanted; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    public Plan Sales => Actions.Sales;

    internal ExplorePlan Explore => new() { Sales = Sales };

    internal ProductPlan Products => new() { Sales = Sales };

    internal BasketPlan Baskets => new() { Sales = Sales };

    internal bool Wants(string look) => Only.Count == 0 || Only.Contains(look, StringComparer.Ordinal);

    internal void Check()
    {
        foreach (var look in Only)
        {
            if (!Looks.Contains(look, StringComparer.Ordinal))
                throw new UserException("options.value", $"--only does not know '{look}'.", $"Looks that can be chosen: {string.Join(", ", Looks)}; segments and exploration are always there.");
        }

        Actions.Check();
        ActionList.CheckSettings(Actions);
    }
}
