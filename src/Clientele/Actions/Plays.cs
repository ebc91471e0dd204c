using Clientele.Actions.Kinds;

namespace Clientele.Actions;

/// <summary>The catalog of plays.</summary>
internal static class Plays
{
    public static Catalog<IPlay> Catalog { get; } = new(
        "play",
        VipCare.Choice,
        Loyalty.Choice,
        WinBack.Choice,
        SecondPurchase.Choice,
        Grow.Choice,
        Remind.Choice,
        Season.Choice,
        CrossSell.Choice,
        Replenish.Choice,
        DiscountDiscipline.Choice,
        LostSales.Choice,
        FewerReturns.Choice,
        Assortment.Choice,
        LetGo.Choice);
}
