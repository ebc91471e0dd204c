using Clientele.Actions.Evidence;
using Clientele.Numerics.Statistics;

namespace Clientele.Actions.Kinds;

/// <summary>Reminds customers of a product when the time has come at which it is usually bought again.</summary>
internal sealed class Replenish(double response, int most) : IPlay
{
    private const string Name = "replenish";
    private const int FewestGaps = 30;
    private const int Ahead = 30;

    private static readonly Knob s_response = GroupPlay.Response(0.04);
    private static readonly Knob s_most = new("most", "Products at most.", 20, 1, 1000) { Whole = true };

    public static Choice<IPlay> Choice { get; } = new(
        Name, "Reminds customers when a product is due again.", [s_response, s_most], s => new Replenish(s[s_response], (int)s[s_most]));

    public IEnumerable<ShopAction> Find(ShopView shop)
    {
        if (!shop.Sales.Known.Products) yield break;
        var today = (int)(shop.End / TimeSpan.TicksPerDay);
        var due = new List<Due>();
        for (var product = 0; product < shop.Buyers.Products; product++)
        {
            if (shop.IsWare(product) && DueOf(shop, product, today) is { } one) due.Add(one);
        }

        due.Sort((a, b) => b.Worth != a.Worth ? b.Worth.CompareTo(a.Worth) : a.Product.CompareTo(b.Product));
        if (due.Count > most) due.RemoveRange(most, due.Count - most);
        if (due.Count == 0) yield break;
        var audience = new SortedSet<int>();
        var (spends, gaps, reminders) = (new List<double>(), new List<double>(), 0);
        foreach (var one in due)
        {
            audience.UnionWith(one.Customers);
            spends.AddRange(one.Spends);
            gaps.AddRange(one.Gaps);
            reminders += one.Customers.Count;
        }

        var action = Contact.Size(shop, new Draft
        {
            Play = Name,
            Title = "Remind customers of products that are due again",
            Who = $"{Say.Customers(audience.Count)} for whom one of {Say.Products(due.Count)} is due in the next {Say.Days(Ahead)}, {Say.Count(reminders)} reminders in all.",
            Why =
            [
                $"These products were bought again {Say.Count(gaps.Count)} times, half of the times within {Say.Days((long)Quantile.Median(gaps.ToArray()))}.",
                $"First of them: {Say.List([.. due.Take(3).Select(d => $"{shop.Sales.Products.Show(d.Product)} (every {Say.Days((long)d.Gap)}, {Say.Customers(d.Customers.Count)} due)")])}.",
            ],
            Audience = [.. audience],
            Response = response,
            CostEach = shop.Plan.ContactCost,
            Past = Following.Nothing,
            Values = [.. spends],
            Products = due.ConvertAll(d => d.Product),
        });
        if (action is not null) yield return action;
    }

    /// <summary>Customers who bought it at least twice, whose last purchase is about one usual gap ago: their own median gap, or the product's.</summary>
    private static Due? DueOf(ShopView shop, int product, int today)
    {
        var (buyers, gaps, spends) = (shop.Buyers, new List<double>(), new List<double>());
        var repeated = new List<(int Customer, int Last, double Own)>();
        for (int at = buyers.First(product), end; at < buyers.End(product); at = end)
        {
            var own = new List<double>();
            for (end = at + 1; end < buyers.End(product) && buyers.Customers[end] == buyers.Customers[at]; end++)
            {
                if (buyers.Days[end] <= buyers.Days[end - 1]) continue;
                own.Add(buyers.Days[end] - buyers.Days[end - 1]);
                spends.Add(buyers.Money[end]);
            }

            gaps.AddRange(own);
            if (own.Count > 0) repeated.Add((buyers.Customers[at], buyers.Days[end - 1], Quantile.Median(own.ToArray())));
        }

        if (gaps.Count < FewestGaps) return null;
        var usual = Quantile.Median(gaps.ToArray());
        var due = new List<int>();
        foreach (var (customer, last, own) in repeated)
        {
            // One gap of one's own is weak: the mean of it and the product's.
            var next = last + ((own + usual) / 2);
            if (next >= today - (usual / 2) && next < today + Ahead) due.Add(customer);
        }

        return due.Count == 0 ? null : new(product, usual, due, spends, gaps, due.Count * spends.Sum() / spends.Count);
    }

    private sealed record Due(int Product, double Gap, List<int> Customers, List<double> Spends, List<double> Gaps, double Worth);
}
