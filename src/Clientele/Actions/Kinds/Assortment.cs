using Clientele.Numerics.Statistics;
using Clientele.Segments;

namespace Clientele.Actions.Kinds;

/// <summary>Finds products that hardly sell and on which no good customer relies, so that dropping them saves more than it loses.</summary>
internal sealed class Assortment(double keeping, double lost) : IPlay
{
    private const string Name = "assortment";
    private const int Reliance = 3;

    private static readonly Knob s_keeping = new("keeping", "Cost of keeping one product for the horizon: shelf, stock, listing.", 2, 0, 1e9);
    private static readonly Knob s_lost = new("lost", "Share of a dropped product's sales that nothing else replaces.", 0.7, 0, 1);

    public static Choice<IPlay> Choice { get; } = new(
        Name, "Drops products that cost more to keep than they bring.", [s_keeping, s_lost], s => new Assortment(s[s_keeping], s[s_lost]));

    public IEnumerable<ShopAction> Find(ShopView shop)
    {
        if (!shop.Sales.Known.Products) yield break;
        var (buyers, from) = (shop.Buyers, (int)((shop.End - shop.Horizon) / TimeSpan.TicksPerDay));
        var (drop, money) = (new List<int>(), new List<double>());
        for (var product = 0; product < buyers.Products; product++)
        {
            if (buyers.End(product) == buyers.First(product) || !shop.IsWare(product)) continue;
            var (sum, old, good) = (0.0, false, 0);
            for (var at = buyers.First(product); at < buyers.End(product); at++)
            {
                old |= buyers.Days[at] < from;
                if (buyers.Days[at] < from) continue;
                sum += buyers.Money[at];
                good += shop.SegmentOf(buyers.Customers[at]).Group == Groups.HighValue ? 1 : 0;
            }

            // What was listed within the horizon has had no time to prove itself.
            if (!old || good >= Reliance || sum * shop.Plan.Margin * lost >= keeping) continue;
            drop.Add(product);
            money.Add(sum);
        }

        if (drop.Count == 0) yield break;
        var action = Sized(shop, drop, money);
        if (action.Gain.Expected > 0) yield return action;
    }

    private ShopAction Sized(ShopView shop, List<int> drop, List<double> money)
    {
        var plan = shop.Plan;
        var (low, high) = CompoundSum.Interval(drop.Count, lost, money.ToArray(), Contact.Seed(plan, Name));
        var (gone, cost) = (money.Sum() * lost, drop.Count * keeping);
        var all = shop.Sales.Customers["monetary"].Numbers.Sum();
        return new ShopAction
        {
            Play = Name,
            Title = $"Drop {Say.Products(drop.Count)} that cost more to keep than they bring",
            Who = $"{Say.Products(drop.Count)} of {Say.Count(shop.Sales.Products.Count)}; the list is in {Files.ActionFiles.Products}.",
            Why =
            [
                $"In the last {Say.Days(plan.HorizonDays)} they brought {Say.Money(money.Sum())} together, against {Say.Money(all)} of all sales so far.",
                $"Fewer than {Reliance} purchases of each were made by customers in {shop.SegmentsOf(Groups.HighValue)}.",
            ],
            Assumptions =
            [
                $"Keeping one product costs {Say.Money(keeping)} in {Say.Days(plan.HorizonDays)} (--set {Name}.keeping=…): put in your own figure, this one is a guess.",
                $"{Say.Percent(lost)} of their sales are lost, the rest goes to other products (--set {Name}.lost=…).",
            ],
            Products = drop,
            Revenue = new MoneyRange(-gone, -high, -low),
            Gain = new MoneyRange(cost - (gone * plan.Margin), cost - (high * plan.Margin), cost - (low * plan.Margin)),
            Sureness = Sureness.Low,
            SureBecause = "what a product costs to keep is not in the sales",
        };
    }
}
