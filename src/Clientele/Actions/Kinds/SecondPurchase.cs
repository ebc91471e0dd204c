namespace Clientele.Actions.Kinds;

/// <summary>Brings those with a single order to the second, in the time when second orders come.</summary>
internal sealed class SecondPurchase(double response) : IPlay
{
    private const string Name = "second-purchase";
    private const int FewestSeconds = 20;

    private static readonly Knob s_response = GroupPlay.Response(0.03);

    public static Choice<IPlay> Choice { get; } = new(Name, "Brings first-time customers to their second order.", [s_response], s => new SecondPurchase(s[s_response]));

    public IEnumerable<ShopAction> Find(ShopView shop)
    {
        var waits = Waits(shop);
        if (waits.Count < FewestSeconds) yield break;
        var (quarter, half, most) = (At(waits, 0.25), At(waits, 0.5), At(waits, 0.9));
        var audience = shop.Where(c => shop.Book.Count(c) == 1 && shop.Recency(c) <= most);
        var past = shop.Following((c, _) => OneBefore(shop, c, most));
        var action = Contact.Size(shop, new Draft
        {
            Play = Name,
            Title = $"Ask first-time customers for a second order, {Say.Days((long)quarter)} to {Say.Days((long)half)} after the first",
            Who = $"{Say.Customers(audience.Count)} with one order in the last {Say.Days((long)most)}.",
            Why =
            [
                $"Of {Say.Customers(waits.Count)} who came a second time, a quarter did within {Say.Days((long)quarter)}, half within {Say.Days((long)half)} and nine in ten within {Say.Days((long)most)}.",
                past.Told("with one order not longer before", shop.Plan.HorizonDays),
            ],
            Audience = audience,
            Response = response,
            CostEach = shop.Plan.ContactCost,
            Past = past,
        });
        if (action is not null) yield return action;
    }

    /// <summary>Days from the first order to the second, ascending.</summary>
    private static List<double> Waits(ShopView shop)
    {
        var waits = new List<double>();
        for (var customer = 0; customer < shop.Customers; customer++)
        {
            var first = shop.Book.First(customer);
            if (shop.Book.Count(customer) >= 2) waits.Add(Math.Floor((shop.Book.Ticks[first + 1] - shop.Book.Ticks[first]) / (double)TimeSpan.TicksPerDay));
        }

        waits.Sort();
        return waits;
    }

    private static bool OneBefore(ShopView shop, int customer, double mostDays)
    {
        var (first, day) = (shop.Book.First(customer), shop.Past!.Day);
        return shop.Book.From(customer, day) - first == 1 && day - shop.Book.Ticks[first] <= mostDays * TimeSpan.TicksPerDay;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}
