namespace Clientele.Actions.Kinds;

/// <summary>A play for everybody in one broad group of segments: reach them once, expect what such customers spent before.</summary>
internal abstract class GroupPlay(string play, string group, double response) : IPlay
{
    /// <summary>The knob that every play with an audience has.</summary>
    public static Knob Response(double share) => new("response", "Share of those reached who buy because of it.", share, 0, 1);

    public IEnumerable<ShopAction> Find(ShopView shop)
    {
        var audience = shop.Where(c => shop.SegmentOf(c).Group == group && Fits(shop, c));
        if (audience.Count == 0) yield break;
        var names = shop.SegmentsOf(group);
        var past = shop.Following((_, segment) => segment.Group == group);
        var money = audience.Sum(c => shop.Sales.Customers["monetary"].Numbers[c]);
        var action = Contact.Size(shop, new Draft
        {
            Play = play,
            Title = Title(shop),
            Who = $"{Say.Customers(audience.Count)} in {names}, with {Say.Percent(money / Math.Max(double.Epsilon, shop.Sales.Totals.Customers == 0 ? 1 : shop.Sales.Customers["monetary"].Numbers.Sum()))} of the money so far.",
            Why = [past.Told($"who stood in {names}", shop.Plan.HorizonDays), .. More(shop, audience)],
            Audience = audience,
            Response = response,
            CostEach = shop.Plan.ContactCost,
            Past = past,
        });
        if (action is not null) yield return action;
    }

    /// <summary>What to do, in one line.</summary>
    protected abstract string Title(ShopView shop);

    /// <summary>Narrows the group.</summary>
    protected virtual bool Fits(ShopView shop, int customer) => true;

    /// <summary>More that was seen.</summary>
    protected virtual IEnumerable<string> More(ShopView shop, List<int> audience) => [];
}
