using System.Text;
using Clientele.Baskets;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Numerics.Patterns;

namespace Clientele.Cli.Summary;

/// <summary>What was found in the baskets, on a page.</summary>
internal static class BasketText
{
    private const int NameWidth = 32;

    public static string Of(BasketReport report, Destination destination, Terminal terminal)
    {
        var (page, ink, width) = (new StringBuilder(8192), Ink.For(terminal), terminal.Width);
        Help.Title(page, Headline(report), ink, width);
        Rules(page, report, ink, width);
        Segments(page, report, ink, width);
        Affinities(page, report, ink, width);
        Next(page, report, ink, width);
        ShopPage.Notes(page, report.Notes, ink, width);
        ShopPage.Next(page, destination, "baskets", ink, width);
        return ShopPage.Signs(page, terminal);
    }

    private static string Headline(BasketReport report)
    {
        var shop = report.Scopes[0];
        var proved = shop.Rules.Count(r => BasketRules.Holds(r, report.Plan));
        return $"{Figures.Count(shop.Orders, "order")}: {Figures.Count(shop.Sets.Count, "set")} of {Things(report)} {(shop.Sets.Count == 1 ? "is" : "are")} in {Figures.Count(shop.Least)} or more of them ({ProductText.Share((double)shop.Least / Math.Max(1, shop.Orders))}); {Figures.Count(shop.Rules.Count, "rule")}, {Figures.Count(proved)} of them proved.";
    }

    private static void Rules(StringBuilder page, BasketReport report, Ink ink, int width)
    {
        ShopPage.Title(page, ink, "Bought together", width);
        var shown = Distinct(report.Scopes[0].Rules.Where(r => BasketRules.Holds(r, report.Plan))).Take(report.Plan.Top).ToArray();
        if (shown.Length == 0)
        {
            Help.Paragraph(page, "Nothing is bought together more often than chance may have it. A lower --support looks at rarer sets.", 2, width);
            return;
        }

        var table = new Table(width).Column("Who buys").Column("also buys").Column("Sure", right: true).Column("Lift", right: true).Column("Orders", right: true, weight: 1);
        foreach (var rule in shown) table.Row(Left(report, rule), Name(report, rule.Then), Figures.Percent(rule.Confidence), Times(rule.Lift), Figures.Count(rule.Count));
        table.AppendTo(page);
        Help.Paragraph(page, $"Sure: how many of those who buy the first also buy the second in the same order. Lift: how many times as often as by chance. One line per set; {Figures.Count(report.Scopes[0].Rules.Count, "rule")} in rules.csv.", 2, width);
    }

    private static void Segments(StringBuilder page, BasketReport report, Ink ink, int width)
    {
        ShopPage.Title(page, ink, "Segment by segment: the strongest rule", width);
        var table = new Table(width).Column("Segment").Column("Orders", right: true).Column("Rules", right: true).Column("Who buys").Column("also buys").Column("Lift", right: true);
        foreach (var scope in report.Scopes.Skip(1))
        {
            var rules = scope.Rules.Where(r => BasketRules.Holds(r, report.Plan)).ToArray();
            var best = rules.FirstOrDefault();
            table.Row(
                scope.Segment!, Figures.Count(scope.Orders), Figures.Count(rules.Length),
                best is null ? "-" : ShopPage.Short(Left(report, best), 24), best is null ? "-" : ShopPage.Short(Name(report, best.Then), 24), best is null ? "-" : Times(best.Lift));
        }

        table.AppendTo(page);
    }

    private static void Affinities(StringBuilder page, BasketReport report, Ink ink, int width)
    {
        var leaning = report.Affinities.Where(a => a.P <= Baskets.Affinities.Level && a.Index > 100).ToArray();
        if (leaning.Length == 0) return;
        ShopPage.Title(page, ink, "What segments lean to (100 is everybody)", width);
        foreach (var group in leaning.GroupBy(a => a.Segment))
        {
            var names = new List<string>();
            foreach (var level in group.GroupBy(a => a.Level))
                names.AddRange(level.Take(3).Select(a => $"{ShopPage.Short(a.Level == BasketPlan.Product ? report.Sales.Products.Show(a.Item) : report.Sales.Categories[a.Item], NameWidth)} {Figures.Typical(Math.Round(a.Index))}"));
            Help.Entry(page, group.Key, string.Join(", ", names) + ".", 22, width);
        }
    }

    private static void Next(StringBuilder page, BasketReport report, Ink ink, int width)
    {
        if (report.Plan.Next == 0) return;
        var customers = report.Next.Select(n => n.Customer).Distinct().Count();
        ShopPage.Title(page, ink, $"What comes next: proposals for {Figures.Count(customers)} of {Figures.Count(report.Sales.Customers.Count, "customer")}", width);
        if (customers == 0) return;
        var table = new Table(width).Column("Propose").Column("to", right: true).Column("mostly because they bought").Column("Lift", right: true);
        foreach (var item in report.Next.Where(n => n.Place == 1).GroupBy(n => n.Rule.Then).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(report.Plan.Top))
        {
            var rule = item.GroupBy(n => n.Rule).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Lift).First().Key;
            table.Row(Name(report, item.Key), Figures.Count(item.Count()), Left(report, rule), Times(rule.Lift));
        }

        table.AppendTo(page);
        Help.Paragraph(page, "The first proposal of each customer; next.csv names every customer, with the reason.", 2, width);
    }

    // The strongest rule of each set.
    private static IEnumerable<Rule> Distinct(IEnumerable<Rule> rules)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (seen.Add(string.Join(' ', rule.If.Append(rule.Then).Order()))) yield return rule;
        }
    }

    private static string Left(BasketReport report, Rule rule) =>
        ShopPage.Short(string.Join(" + ", rule.If.Select(i => ShopPage.Short(report.Items.Names[i], rule.If.Length == 1 ? NameWidth : 22))), NameWidth + 14);

    private static string Name(BasketReport report, int item) => ShopPage.Short(report.Items.Names[item], NameWidth);

    private static string Times(double lift) => lift >= 9.95 ? Figures.Typical(Math.Round(lift)) : Figures.Typical(Math.Round(lift, 1));

    private static string Things(BasketReport report) => report.Plan.Level == BasketPlan.Category ? "categories" : "products";
}
