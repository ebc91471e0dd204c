using Clientele.Actions.Evidence;
using Clientele.Numerics.Statistics;

namespace Clientele.Actions;

/// <summary>Sizes an action that reaches customers: each reached one acts with an assumed probability and then spends as such customers did before.</summary>
internal static class Contact
{
    private const int FewestValues = 5;
    private const int ManyValues = 100;
    private const int SomeValues = 20;

    /// <summary>The action, or null when nobody is in the audience or nothing is known of what they would spend.</summary>
    public static ShopAction? Size(ShopView shop, Draft draft)
    {
        if (draft.Audience.Count == 0) return null;
        var seen = draft.Values ?? draft.Past.Spends;
        var fromPast = seen.Length >= FewestValues;
        if (!fromPast) seen = LastOrders(shop, draft.Audience);
        if (seen.Length == 0) return null;
        (seen, var capped) = Capped(seen);
        var (count, plan) = (draft.Audience.Count, shop.Plan);
        var (response, because) = Response(plan, draft);
        var mean = seen.Sum() / seen.Length;
        var (low, high) = CompoundSum.Interval(count, response, seen, Seed(plan, draft.Play));
        var revenue = new MoneyRange(count * response * mean, low, high);
        var cost = count * draft.CostEach;
        var gain = revenue.After(plan.Margin, cost);
        var sureness = !fromPast || seen.Length < SomeValues ? Sureness.Low : seen.Length >= ManyValues && gain.Low > 0 ? Sureness.High : Sureness.Medium;
        return new ShopAction
        {
            Play = draft.Play,
            Title = draft.Title,
            Who = draft.Who,
            Why = draft.Why,
            Assumptions =
            [
                $"{Say.Percent(response)} of those reached buy because of it who would not have bought otherwise{because} (--set {draft.Play}.response=…).",
                $"{(fromPast ? "They spend as such customers did before" : "They spend as in their last order")}: {Say.Money(mean)} on average, seen {Say.Count(seen.Length)} times.{(capped > 0 ? $" The largest {Say.Count(capped)} of them count as much as the next one, so that a single wholesale order does not size the action." : "")}",
                $"{Say.Percent(plan.Margin)} of a sale stays with the shop (--margin), and reaching one customer costs {Say.Money(draft.CostEach)} (--contact-cost).",
            ],
            Audience = draft.Audience,
            Products = draft.Products,
            Response = response,
            BreakEven = draft.CostEach > 0 && mean * plan.Margin > 0 ? draft.CostEach / (mean * plan.Margin) : double.NaN,
            Cost = cost,
            Revenue = revenue,
            Gain = gain,
            Sureness = sureness,
            SureBecause = Because(fromPast, seen.Length, gain),
            ControlGroup = draft.Past.All > 0 ? ControlGroups.Size(count, draft.Past.Rate, response) : 0,
        };
    }

    /// <summary>
    /// The response asked for; else the play's own, but at most a quarter of the share that buys anyway: nobody has seen letters move a crowd
    /// that hardly ever comes back.
    /// </summary>
    private static (double Response, string Because) Response(ActionsPlan plan, Draft draft)
    {
        const double MostOfNatural = 0.25;
        var most = draft.Past.Rate * MostOfNatural;
        return draft.Past.All < SomeValues || draft.Response <= most || plan.Settings.ContainsKey($"{draft.Play}.response")
            ? (draft.Response, "")
            : (most, ": a quarter of those who buy anyway");
    }

    /// <summary>Different for every play, the same on every machine.</summary>
    public static ulong Seed(ActionsPlan plan, string play)
    {
        var seed = plan.Sales.Segments.Seed ^ 0xcbf29ce484222325;
        foreach (var letter in play) seed = (seed ^ letter) * 0x100000001b3;
        return seed;
    }

    private static string Because(bool fromPast, int seen, MoneyRange gain) =>
        !fromPast ? "the shop's past shows too few such customers, so the size rests on their last orders"
        : $"what they spend was seen {Say.Count(seen)} times{(gain.Low > 0 ? " and even the lower end is a gain" : ", but the lower end is a loss")}";

    /// <summary>The largest hundredth brought down to the next value below; nothing for fewer than 100 values.</summary>
    private static (double[] Values, int Capped) Capped(double[] seen)
    {
        var sorted = (double[])seen.Clone();
        Array.Sort(sorted);
        var capped = sorted.Length / 100;
        for (var i = sorted.Length - capped; i < sorted.Length; i++) sorted[i] = sorted[sorted.Length - capped - 1];
        return (sorted, capped);
    }

    private static double[] LastOrders(ShopView shop, IReadOnlyList<int> audience)
    {
        var values = new double[audience.Count];
        for (var i = 0; i < values.Length; i++) values[i] = shop.Book.Money[shop.Book.End(audience[i]) - 1];
        return values;
    }
}

/// <summary>What a play found, before it is sized.</summary>
internal sealed record Draft
{
    public required string Play { get; init; }

    public required string Title { get; init; }

    public required string Who { get; init; }

    public required IReadOnlyList<string> Why { get; init; }

    public required IReadOnlyList<int> Audience { get; init; }

    public required double Response { get; init; }

    public required double CostEach { get; init; }

    /// <summary>What such customers did by themselves.</summary>
    public required Following Past { get; init; }

    /// <summary>What one who acts brings; null means what such customers spent in the past.</summary>
    public double[]? Values { get; init; }

    public IReadOnlyList<int> Products { get; init; } = [];
}
