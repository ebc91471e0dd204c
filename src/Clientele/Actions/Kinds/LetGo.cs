using Clientele.Numerics.Statistics;
using Clientele.Segments;

namespace Clientele.Actions.Kinds;

/// <summary>Stops paying for contacts that bring less than they cost.</summary>
internal sealed class LetGo(double response, double contacts) : IPlay
{
    private const string Name = "let-go";
    private const int FewestSeen = 20;

    private static readonly Knob s_response = GroupPlay.Response(0.002);
    private static readonly Knob s_contacts = new("contacts", "Mailings that such a customer gets within the horizon today.", 3, 1, 1000);

    public static Choice<IPlay> Choice { get; } = new(
        Name, "Stops contacts to lost customers where they cost more than they bring.", [s_response, s_contacts], s => new LetGo(s[s_response], s[s_contacts]));

    public IEnumerable<ShopAction> Find(ShopView shop)
    {
        var audience = shop.Where(c => shop.SegmentOf(c).Group == Groups.Lost);
        var past = shop.Following((_, segment) => segment.Group == Groups.Lost);
        if (audience.Count == 0 || past.All < FewestSeen || past.Bought == 0) yield break;
        var (plan, count) = (shop.Plan, audience.Count);
        var cost = count * contacts * plan.ContactCost;
        var (low, high) = CompoundSum.Interval(count, response, past.Spends, Contact.Seed(plan, Name));
        var lost = new MoneyRange(count * response * past.Mean, low, high);
        var gain = new MoneyRange(cost - (lost.Expected * plan.Margin), cost - (lost.High * plan.Margin), cost - (lost.Low * plan.Margin));
        if (gain.Expected <= 0) yield break;
        yield return new ShopAction
        {
            Play = Name,
            Title = "Stop mailing customers who are lost",
            Who = $"{Say.Customers(count)} in {shop.SegmentsOf(Groups.Lost)}.",
            Why =
            [
                past.Told($"who stood in {shop.SegmentsOf(Groups.Lost)}", plan.HorizonDays),
                $"Reaching all of them {Say.Times(contacts)} times costs {Say.Money(cost)}.",
            ],
            Assumptions =
            [
                $"Mailings make {Say.Percent(response)} of them buy who would not have bought otherwise (--set {Name}.response=…), each for {Say.Money(past.Mean)}.",
                $"They get {Say.Times(contacts)} mailings in {Say.Days(plan.HorizonDays)} today (--set {Name}.contacts=…) at {Say.Money(plan.ContactCost)} each (--contact-cost).",
            ],
            Audience = audience,
            Response = response,
            Revenue = new MoneyRange(-lost.Expected, -lost.High, -lost.Low),
            Gain = gain,
            Sureness = gain.Low > 0 ? Sureness.High : Sureness.Medium,
            SureBecause = gain.Low > 0 ? "even if more of them answer than expected, the saving is larger" : "a few large orders would eat the saving",
        };
    }
}
