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
        if (shop.Past is null || !shop.Sales.Known.Products) yield break;
        var pairs = Pairs(shop);
        var corrected = ManyComparisons.Holm(pairs.ConvertAll(p => p.Chance).ToArray());
        var proved = pairs.Where((pair, i) => corrected[i] < 0.05 && pair.Lift >= LeastLift).ToList();
        proved.Sort((a, b) => Worth(b) != Worth(a) ? Worth(b).CompareTo(Worth(a)) : a.Offered != b.Offered ? a.Offered.CompareTo(b.Offered) : a.Owned.CompareTo(b.Owned));
        var (found, offered) = (0, new HashSet<int>());
        foreach (var pair in proved)
        {
            if (found == most) yield break;
            if (!offered.Add(pair.Offered) || Offer(shop, pair, pairs.Count) is not { } action) continue;
            found++;
            yield return action;
        }

        double Worth(Pair pair) => pair.Audience * ((response * pair.Money / pair.WithNext * shop.Plan.Margin) - shop.Plan.ContactCost);
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
                pairs.Add(new(owned.Products[a], owned.Products[b], with, withNext, without, withoutNext, lift, owned.Audience(a, b), owned.MoneyNext(shop, a, b), Proportions.Difference(withNext, with, withoutNext, without).PValue));
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

    /// <summary>Two products, who bought the second next and for how much, and how many could be asked today.</summary>
    private sealed record Pair(int Owned, int Offered, int With, int WithNext, int Without, int WithoutNext, double Lift, int Audience, double Money, double Chance);
}
