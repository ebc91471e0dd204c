using Clientele.Actions.Evidence;
using Clientele.Numerics.Statistics;

namespace Clientele.Actions.Kinds;

/// <summary>Finds weeks without a sale in products that sell every week: most likely they were out of stock.</summary>
/// <remarks>
/// Looks at whole weeks of the last half year in which the shop sold anything. A product counts when it sold in at least nine of ten weeks from its
/// first to its last sale; a week without a sale counts when weeks with sales lie on both sides. The counts of orders per week are taken as negative binomial
/// with the product's own mean and variance: the empty week must have a chance below 1 in 1,000.
/// </remarks>
internal sealed class LostSales(double recovered) : IPlay
{
    private const string Name = "lost-sales";
    private const int Weeks = 26;
    private const int FewestWeeks = 12;
    private const double Unlikely = 0.001;

    private static readonly Knob s_recovered = new("recovered", "Share of such empty weeks that better stock would have filled.", 0.5, 0, 1);

    public static Choice<IPlay> Choice { get; } = new(Name, "Keeps steady sellers in stock.", [s_recovered], s => new LostSales(s[s_recovered]));

    public IEnumerable<ShopAction> Find(ShopView shop)
    {
        if (!shop.Sales.Known.Products) yield break;
        var demand = WeeklyDemand.Of(shop, Weeks, p => shop.IsWare(p));
        if (demand.OpenWeeks < FewestWeeks) yield break;
        var (gaps, values) = (new List<(int Product, int Empty, double Weekly)>(), new List<double>());
        foreach (var product in demand.Products)
        {
            var empty = EmptyWeeks(demand.OrdersOf(product), demand.Open);
            if (empty == 0) continue;
            var weekly = demand.MoneyOf(product).Where(m => m > 0).Average();
            gaps.Add((product, empty, weekly));
            for (var i = 0; i < empty; i++) values.Add(weekly);
        }

        if (values.Count == 0) yield break;
        gaps.Sort((a, b) => b.Empty * b.Weekly != a.Empty * a.Weekly ? (b.Empty * b.Weekly).CompareTo(a.Empty * a.Weekly) : a.Product.CompareTo(b.Product));
        yield return Sized(shop, demand.OpenWeeks, gaps, values.ToArray());
    }

    private ShopAction Sized(ShopView shop, int weeks, List<(int Product, int Empty, double Weekly)> gaps, double[] values)
    {
        var (plan, names) = (shop.Plan, shop.Sales.Products);
        var expected = Math.Max(1, (int)Math.Round(values.Length * plan.HorizonDays / 7.0 / weeks, MidpointRounding.AwayFromZero));
        var (low, high) = CompoundSum.Interval(expected, recovered, values, Contact.Seed(plan, Name));
        var revenue = new MoneyRange(expected * recovered * values.Sum() / values.Length, low, high);
        return new ShopAction
        {
            Play = Name,
            Title = "Keep steady sellers in stock",
            Who = $"{Say.Products(gaps.Count)}, first of them {Say.List([.. gaps.Take(3).Select(g => $"{names.Show(g.Product)} ({g.Empty} empty {(g.Empty == 1 ? "week" : "weeks")})")])}.",
            Why =
            [
                $"These sold in nearly every one of the last {Say.Count(weeks)} weeks, yet {Say.Count(values.Length)} weeks in between had no sale at all, each with a chance below 1 in 1,000.",
                $"At their usual {Say.Money(values.Sum() / values.Length)} a week that is {Say.Money(values.Sum())} of sales that did not happen.",
            ],
            Assumptions =
            [
                $"{Say.Percent(recovered)} of such weeks would have been filled with goods on the shelf (--set {Name}.recovered=…), and they go on as often: {Say.Count(expected)} in {Say.Days(plan.HorizonDays)}.",
                $"{Say.Percent(plan.Margin)} of a sale stays with the shop (--margin). Nobody bought another product instead. What more stock costs is not known and not counted.",
            ],
            Products = gaps.ConvertAll(g => g.Product),
            Revenue = revenue,
            Gain = revenue.After(plan.Margin, 0),
            Sureness = values.Length >= 20 ? Sureness.Medium : Sureness.Low,
            SureBecause = "the empty weeks were seen, that the shelf was empty is inferred",
        };
    }

    /// <summary>Open weeks without an order between weeks with orders, where that is beyond chance.</summary>
    private static int EmptyWeeks(int[] orders, bool[] open)
    {
        var (first, last) = (Array.FindIndex(orders, o => o > 0), Array.FindLastIndex(orders, o => o > 0));
        var (count, empty, sum, square) = (0, 0, 0.0, 0.0);
        for (var week = Math.Max(0, first); week <= last; week++)
        {
            if (!open[week]) continue;
            count++;
            empty += orders[week] == 0 ? 1 : 0;
            sum += orders[week];
            square += (double)orders[week] * orders[week];
        }

        if (count < FewestWeeks || empty * 10 > count || empty == 0) return 0;
        var filled = count - empty;
        var mean = sum / filled;
        var variance = Math.Max(0, (square / filled) - (mean * mean)) * filled / (filled - 1);
        return ChanceOfNone(mean, variance) < Unlikely ? empty : 0;
    }

    private static double ChanceOfNone(double mean, double variance)
    {
        if (variance <= mean) return Math.Exp(-mean);
        var size = mean * mean / (variance - mean);
        return Math.Exp(size * Math.Log(size / (size + mean)));
    }
}
