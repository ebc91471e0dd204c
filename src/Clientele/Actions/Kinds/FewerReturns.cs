using Clientele.Numerics.Statistics;
using Clientele.Numerics.Testing;
using MathNet.Numerics.Distributions;

namespace Clientele.Actions.Kinds;

/// <summary>Finds products that come back more often than the shop's average, beyond chance.</summary>
internal sealed class FewerReturns(double avoided) : IPlay
{
    private const string Name = "fewer-returns";
    private const int FewestSold = 20;

    private static readonly Knob s_avoided = new("avoided", "Share of these returns that a better text, picture or check avoids.", 0.2, 0, 1);

    public static Choice<IPlay> Choice { get; } = new(Name, "Looks into products that come back too often.", [s_avoided], s => new FewerReturns(s[s_avoided]));

    public IEnumerable<ShopAction> Find(ShopView shop)
    {
        if (!shop.Sales.Known.Products || shop.Sales.Returned.Count == 0) yield break;
        var (sold, back) = (Counts(shop, shop.Sales.Sold), Counts(shop, shop.Sales.Returned));
        var (allSold, allBack) = (sold.Sum(c => (long)c), back.Sum(c => (long)c));
        if (allBack == 0 || allSold == 0) yield break;
        var rate = (double)allBack / (allSold + allBack);
        var products = Enumerable.Range(0, sold.Length).Where(p => sold[p] >= FewestSold && back[p] > 0 && shop.IsWare(p)).ToList();
        var p = products.ConvertAll(i => 1 - Binomial.CDF(rate, sold[i] + back[i], back[i] - 1)).ToArray();
        var corrected = ManyComparisons.Holm(p);
        var odd = products.Where((_, i) => corrected[i] < 0.05).ToHashSet();
        var values = ReturnedMoney(shop, odd);
        if (odd.Count == 0 || values.Count == 0) yield break;
        yield return Sized(shop, odd, values, back, sold, rate, products.Count);
    }

    private ShopAction Sized(ShopView shop, HashSet<int> odd, List<double> values, int[] back, int[] sold, double rate, int looked)
    {
        var (plan, names) = (shop.Plan, shop.Sales.Products);
        var (low, high) = CompoundSum.Interval(values.Count, avoided, values.ToArray(), Contact.Seed(plan, Name));
        var revenue = new MoneyRange(values.Sum() * avoided, low, high);
        var first = odd.OrderByDescending(i => back[i]).ThenBy(i => i).ToList();
        return new ShopAction
        {
            Play = Name,
            Title = "Look into products that come back too often",
            Who = $"{Say.Products(odd.Count)}, first of them {Say.List([.. first.Take(3).Select(i => $"{names.Show(i)} ({Say.Percent((double)back[i] / (back[i] + sold[i]))} of its lines)")])}.",
            Why =
            [
                $"{Say.Percent(rate)} of the shop's lines come back; these products' more often, after correction for {Say.Count(looked)} products looked at.",
                $"In the last {Say.Days(plan.HorizonDays)} they came back {Say.Count(values.Count)} times, {Say.Money(values.Sum())} in all.",
            ],
            Assumptions =
            [
                $"{Say.Percent(avoided)} of these returns can be avoided (--set {Name}.avoided=…) and they go on as in the last {Say.Days(plan.HorizonDays)}.",
                $"{Say.Percent(plan.Margin)} of a sale that stays sold stays with the shop (--margin). The work of taking goods back is not counted.",
            ],
            Products = first,
            Revenue = revenue,
            Gain = revenue.After(plan.Margin, 0),
            Sureness = values.Count >= 100 ? Sureness.Medium : Sureness.Low,
            SureBecause = "the returns were seen, what avoids them was not",
        };
    }

    private static int[] Counts(ShopView shop, Sales.Kept.KeptLines lines)
    {
        var counts = new int[shop.Sales.Products.Count];
        foreach (var product in lines.Products)
        {
            if (product >= 0) counts[product]++;
        }

        return counts;
    }

    private static List<double> ReturnedMoney(ShopView shop, HashSet<int> products)
    {
        var (lines, values) = (shop.Sales.Returned, new List<double>());
        for (var line = 0; line < lines.Count; line++)
        {
            if (lines.Ticks[line] >= shop.End - shop.Horizon && products.Contains(lines.Products[line])) values.Add(Math.Abs(lines.Amounts[line].ToDouble()));
        }

        return values;
    }
}
