namespace Clientele.Actions.Kinds;

/// <summary>A personal word to the largest customers who are silent for longer than they usually are.</summary>
internal sealed class VipCare(double response, double share, double cost) : IPlay
{
    private const string Name = "vip-care";
    private const int FewestOrders = 4;
    private const int FewestVips = 5;

    private static readonly Knob s_response = GroupPlay.Response(0.1);
    private static readonly Knob s_share = new("share", "Share of customers that are the largest, by money.", 0.05, 0.001, 0.5);
    private static readonly Knob s_cost = new("cost", "Cost of a personal call or letter.", 5, 0, 1e6);

    public static Choice<IPlay> Choice { get; } = new(
        Name, "Calls the largest customers who have been silent for longer than usual.", [s_response, s_share, s_cost], s => new VipCare(s[s_response], s[s_share], s[s_cost]));

    public IEnumerable<ShopAction> Find(ShopView shop)
    {
        var money = shop.Sales.Customers["monetary"].Numbers;
        var largest = (double[])money.Clone();
        Array.Sort(largest);
        var least = largest[Math.Max(0, largest.Length - 1 - (int)(share * largest.Length))];
        var audience = shop.Where(c => money[c] >= least && Overdue(shop, c, shop.End));
        if (audience.Count < FewestVips) yield break;
        var past = shop.Following((c, _) => MoneyBefore(shop, c, shop.Past!.Day) >= least / 2 && Overdue(shop, c, shop.Past.Day));
        var action = Contact.Size(shop, new Draft
        {
            Play = Name,
            Title = "Call your largest customers who have gone quiet",
            Who = $"{Say.Customers(audience.Count)} of the largest {Say.Percent(share)} (from {Say.Money(least)} on) who are silent for longer than nine in ten of their own gaps between orders.",
            Why =
            [
                $"They have spent {Say.Money(audience.Sum(c => money[c]))} so far.",
                past.Told("of that size who had gone quiet", shop.Plan.HorizonDays),
            ],
            Audience = audience,
            Response = response,
            CostEach = cost,
            Past = past,
        });
        if (action is not null) yield return action;
    }

    /// <summary>Silent at that instant for longer than nine in ten of the gaps between orders before it; needs four orders.</summary>
    private static bool Overdue(ShopView shop, int customer, long at)
    {
        var (first, next) = (shop.Book.First(customer), shop.Book.From(customer, at));
        if (next - first < FewestOrders) return false;
        var gaps = new double[next - first - 1];
        for (var i = 0; i < gaps.Length; i++) gaps[i] = shop.Book.Ticks[first + i + 1] - shop.Book.Ticks[first + i];
        return at - shop.Book.Ticks[next - 1] > Numerics.Statistics.Quantile.Type7(gaps, 0.9);
    }

    private static double MoneyBefore(ShopView shop, int customer, long at) => shop.Book.Between(customer, 0, at);
}
