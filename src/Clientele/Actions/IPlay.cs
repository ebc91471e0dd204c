namespace Clientele.Actions;

/// <summary>A kind of thing that a shop can do. It is proposed only where its condition holds.</summary>
internal interface IPlay
{
    /// <summary>What this shop could do of that kind; nothing where the condition does not hold or the sales do not tell.</summary>
    IEnumerable<ShopAction> Find(ShopView shop);
}
