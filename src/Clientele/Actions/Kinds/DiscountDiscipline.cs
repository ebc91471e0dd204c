using Clientele.Numerics.Statistics;
using Clientele.Products;

namespace Clientele.Actions.Kinds;

/// <summary>Finds money given away by selling below the usual price to people who bought no more than usual.</summary>
/// <remarks>
/// The usual price of a product is the price most lines of usual size carry (units up to the product's median; on a tie the lower price), in the
/// last horizon: large orders have prices of their own, and old prices do not count.
/// </remarks>
internal sealed class DiscountDiscipline(double recovered, double depth) : IPlay
{
    private const string Name = "discount-discipline";
    private const int FewestLines = 10;
    private const int FewestDiscounts = 20;

    private static readonly Knob s_recovered = new("recovered", "Share of the lines below the usual price that sell at the usual price, too.", 0.25, 0, 1);
    private static readonly Knob s_depth = new("depth", "Least discount that counts.", 0.1, 0.01, 0.9);

    public static Choice<IPlay> Choice { get; } = new(
        Name, "Stops discounts to those who buy no more for it.", [s_recovered, s_depth], s => new DiscountDiscipline(s[s_recovered], s[s_depth]));

    public IEnumerable<ShopAction> Find(ShopView shop)
    {
        if (!shop.Sales.Known.Products || !shop.Sales.Known.Quantities) yield break;
        var (lines, from) = (shop.Sales.Sold, shop.End - shop.Horizon);
        var recent = ByProduct(shop, from);
        var (given, products, money) = (new List<double>(), new List<(int Product, double Given)>(), 0.0);
        foreach (var (product, members) in recent)
        {
            if (members.Count < FewestLines) continue;
            var units = members.ConvertAll(l => (double)lines.Units[l]);
            var median = Quantile.Median(units.ToArray());
            var small = members.FindAll(l => lines.Units[l] <= median && lines.Units[l] > 0);
            long[] prices = [.. small.Select(line => UsualPrice.Of(lines, line)).Order()];
            if (UsualPrice.Among(prices) is not { } usual) continue;
            var sum = 0.0;
            foreach (var line in small)
            {
                money += lines.Amounts[line].ToDouble();
                var price = UsualPrice.Of(lines, line);
                if (price >= usual * (1 - depth)) continue;
                var gift = (usual - price) / UsualPrice.Grain * lines.Units[line] / 1e6;
                given.Add(gift);
                sum += gift;
            }

            if (sum > 0) products.Add((product, sum));
        }

        if (given.Count < FewestDiscounts) yield break;
        products.Sort((a, b) => b.Given != a.Given ? b.Given.CompareTo(a.Given) : a.Product.CompareTo(b.Product));
        yield return Sized(shop, given.ToArray(), products, money);
    }

    private ShopAction Sized(ShopView shop, double[] given, List<(int Product, double Given)> products, double money)
    {
        var (low, high) = CompoundSum.Interval(given.Length, recovered, given, Contact.Seed(shop.Plan, Name));
        var range = new MoneyRange(given.Sum() * recovered, low, high);
        return new ShopAction
        {
            Play = Name,
            Title = "Stop discounts to those who buy no more for it",
            Who = $"{Say.Products(products.Count)}, first of them {Say.List([.. products.Take(3).Select(p => shop.Sales.Products.Show(p.Product))])}.",
            Why =
            [
                $"In the last {Say.Days(shop.Plan.HorizonDays)} {Say.Count(given.Length)} lines of usual size sold at least {Say.Percent(depth)} below the usual price of their product.",
                $"They gave away {Say.Money(given.Sum())}, {Say.Percent(given.Sum() / Math.Max(money, double.Epsilon))} of the money of such lines.",
            ],
            Assumptions =
            [
                $"{Say.Percent(recovered)} of these lines sell at the usual price, too (--set {Name}.recovered=…); the others keep their discount. Nobody buys less.",
                "Discounts go on as in the past if nothing is done. All of the price difference stays with the shop.",
            ],
            Products = products.ConvertAll(p => p.Product),
            Revenue = range,
            Gain = range,
            Sureness = given.Length >= 100 ? Sureness.Medium : Sureness.Low,
            SureBecause = $"the discounts were seen ({Say.Count(given.Length)} lines), whether they are needed was not",
        };
    }

    private static SortedDictionary<int, List<int>> ByProduct(ShopView shop, long from)
    {
        var lines = shop.Sales.Sold;
        var products = new SortedDictionary<int, List<int>>();
        for (var line = 0; line < lines.Count; line++)
        {
            if (lines.Ticks[line] < from || lines.Products[line] < 0 || !shop.IsWare(lines.Products[line])) continue;
            if (!products.TryGetValue(lines.Products[line], out var members)) products.Add(lines.Products[line], members = []);
            members.Add(line);
        }

        return products;
    }
}
