using Clientele.Actions.Evidence;
using Clientele.Numerics.Testing;

namespace Clientele.Actions.Kinds;

/// <summary>Offers a product to those who own what its buyers own. Proved by who bought it next, not by what lay in one basket.</summary>
/// <remarks>
/// For two products A and B: among customers who did not have B one horizon ago, did those with A buy B more often than those without A?
/// Pairs must pass a test of the difference corrected for all pairs looked at (Holm).
/// </remarks>
internal sealed class CrossSell(double response, int most) : IPlay
{
    private const string Name = "cross-sell";
    private const int Products = 150;
    private const int FewestOwners = 30;
    private const int FewestNext = 8;
    private const double LeastLift = 1.5;

    private static readonly Knob s_response = GroupPlay.Response(0.02);
    private static readonly Knob s_most = new("most", "Pairs of products at most.", 3, 1, 20) { Whole = true };

    public static Choice<IPlay> Choice { get; } = new(
        Name, "Offers a product to those who have what its next buyers had.", [s_response, s_most], s => new CrossSell(s[s_response], (int)s[s_most]));

    public IEnumerable<ShopAction> Find(ShopView shop)
    {
        if (shop.Past is null || !shop.Sales.Known.Products) return [];
        var pairs = Pairs(shop);
        var values = ManyComparisons.Holm(pairs.ConvertAll(p => p.Chance).ToArray());
        var actions = new List<ShopAction>();
        for (var i = 0; i < pairs.Count; i++)
        {
            if (values[i] < 0.05 && pairs[i].Lift >= LeastLift && Offer(shop, pairs[i], pairs.Count) is { } action) actions.Add(action);
        }

        actions.Sort((a, b) => b.Gain.Expected != a.Gain.Expected ? b.Gain.Expected.CompareTo(a.Gain.Expected) : a.Products[0] != b.Products[0] ? a.Products[0].CompareTo(b.Products[0]) : a.Products[1].CompareTo(b.Products[1]));
        return OncePerProduct(actions);
    }

    /// <summary>The best pair of each offered product, as many as asked for.</summary>
    private List<ShopAction> OncePerProduct(List<ShopAction> actions)
    {
        var (kept, offered) = (new List<ShopAction>(), new HashSet<int>());
        foreach (var action in actions)
        {
            if (kept.Count < most && offered.Add(action.Products[0])) kept.Add(action);
        }

        return kept;
    }

    private static List<Pair> Pairs(ShopView shop)
    {
        var day = (int)(shop.Past!.Day / TimeSpan.TicksPerDay);
        var owned = Ownership.Of(shop, Products, day);
        var pairs = new List<Pair>();
        for (var a = 0; a < owned.Count; a++)
        {
            for (var b = 0; b < owned.Count; b++)
            {
                if (a == b) continue;
                var (with, withNext) = owned.Next(a, b);
                var (all, allNext) = owned.WithoutAndNext(b);
                var (without, withoutNext) = (all - with, allNext - withNext);
                if (with < FewestOwners || withNext < FewestNext || without < FewestOwners) continue;
                var lift = (double)withNext / with / Math.Max((double)withoutNext / without, 0.5 / without);
                if (lift <= 1) continue;
                pairs.Add(new(owned.Products[a], owned.Products[b], with, withNext, without, withoutNext, lift, Proportions.Difference(withNext, with, withoutNext, without).PValue));
            }
        }

        return pairs;
    }

    private ShopAction? Offer(ShopView shop, Pair pair, int looked)
    {
        var (buyers, names) = (shop.Buyers, shop.Sales.Products);
        var (hasA, hasB) = (Ownership.Owners(shop, pair.Owned, 0, int.MaxValue), Ownership.Owners(shop, pair.Offered, 0, int.MaxValue));
        var audience = shop.Where(c => hasA[c] && !hasB[c]);
        var day = (int)(shop.Past!.Day / TimeSpan.TicksPerDay);
        var (a, b) = (Ownership.Owners(shop, pair.Owned, 0, day), Ownership.Owners(shop, pair.Offered, 0, day));
        var spends = new Dictionary<int, double>();
        for (var i = buyers.First(pair.Offered); i < buyers.End(pair.Offered); i++)
        {
            if (buyers.Days[i] >= day && a[buyers.Customers[i]] && !b[buyers.Customers[i]])
                spends[buyers.Customers[i]] = spends.GetValueOrDefault(buyers.Customers[i]) + buyers.Money[i];
        }

        var past = new Following(pair.With, [.. spends.Values]);
        return Contact.Size(shop, new Draft
        {
            Play = Name,
            Title = $"Offer {names.Show(pair.Offered)} to owners of {names.Show(pair.Owned)}",
            Who = $"{Say.Customers(audience.Count)} who bought {names.Show(pair.Owned)} and never {names.Show(pair.Offered)}.",
            Why =
            [
                $"{Say.Percent((double)pair.WithNext / pair.With)} of {Say.Customers(pair.With)} with the one bought the other within {Say.Days(shop.Plan.HorizonDays)}, against {Say.Percent((double)pair.WithoutNext / pair.Without)} of {Say.Customers(pair.Without)} without it: {Say.Times(pair.Lift)} times as often.",
                $"That holds after correction for {Say.Count(looked)} pairs looked at.",
            ],
            Audience = audience,
            Response = response,
            CostEach = shop.Plan.ContactCost,
            Past = past,
            Products = [pair.Offered, pair.Owned],
        });
    }

    /// <summary>Two products and who bought the second next.</summary>
    private sealed record Pair(int Owned, int Offered, int With, int WithNext, int Without, int WithoutNext, double Lift, double Chance);
}
