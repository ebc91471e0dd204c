namespace Clientele.Actions.Kinds;

/// <summary>Reaches those who bought in the coming season a year ago and have not bought lately.</summary>
internal sealed class Season(double response) : IPlay
{
    private const string Name = "season";
    private const int DaysOfYear = 365;

    private static readonly Knob s_response = GroupPlay.Response(0.05);

    public static Choice<IPlay> Choice { get; } = new(Name, "Writes to those who bought in this season a year ago and are silent now.", [s_response], s => new Season(s[s_response]));

    public IEnumerable<ShopAction> Find(ShopView shop)
    {
        var from = shop.End - (DaysOfYear * TimeSpan.TicksPerDay);
        var until = from + shop.Horizon;
        if (shop.Sales.Totals.First.Ticks > from || until > shop.End - shop.Horizon) yield break;
        var audience = shop.Where(c => shop.Book.Ticks[shop.Book.End(c) - 1] < shop.End - shop.Horizon && BoughtBetween(shop, c, from, until));
        if (audience.Count == 0) yield break;
        var spends = audience.ConvertAll(c => shop.Book.Between(c, from, until)).ToArray();
        var past = shop.Following((c, _) => shop.Past!.Day - shop.Book.Ticks[shop.Book.From(c, shop.Past.Day) - 1] >= shop.Horizon);
        var action = Contact.Size(shop, new Draft
        {
            Play = Name,
            Title = "Write to last year's customers of the coming season",
            Who = $"{Say.Customers(audience.Count)} who bought between {Day(from)} and {Day(until - 1)} and not in the last {Say.Days(shop.Plan.HorizonDays)}.",
            Why =
            [
                $"In that season they spent {Say.Money(spends.Sum())}, {Say.Money(spends.Sum() / spends.Length)} each. The same season begins now.",
                past.Told($"who had been silent for {Say.Days(shop.Plan.HorizonDays)} or more", shop.Plan.HorizonDays),
            ],
            Audience = audience,
            Response = response,
            CostEach = shop.Plan.ContactCost,
            Past = past,
            Values = spends,
        });
        if (action is not null)
        {
            yield return action with
            {
                Sureness = action.Sureness == Sureness.High ? Sureness.Medium : action.Sureness,
                SureBecause = $"one season was seen, not whether its customers return: {action.SureBecause}",
            };
        }
    }

    private static bool BoughtBetween(ShopView shop, int customer, long from, long until) =>
        shop.Book.From(customer, from) is var next && next < shop.Book.End(customer) && shop.Book.Ticks[next] < until;

    private static string Day(long ticks) => new DateTime(ticks).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
