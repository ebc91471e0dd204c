using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Products;

namespace Clientele.Cli.Summary;

/// <summary>What was found about the products, on a page.</summary>
internal static class ProductText
{
    public static string Of(ProductReport report, Destination destination, Terminal terminal)
    {
        var (page, ink, width) = (new StringBuilder(8192), Ink.For(terminal), terminal.Width);
        Help.Title(page, Headline(report), ink, width);
        Best(page, report, ink, width);
        Classes(page, report, ink, width);
        Life(page, report, ink, width);
        ProductRisk.AppendTo(page, report, ink, width);
        ProductDemand.AppendTo(page, report, ink, width);
        TasteLines.AppendTo(page, report, ink, width);
        ShopPage.Notes(page, report.Notes, ink, width);
        ShopPage.Next(page, destination, "products", ink, width);
        return ShopPage.Signs(page, terminal);
    }

    private static string Headline(ProductReport report)
    {
        var first = report.Products.Where(p => p.Abc == "A").ToArray();
        var (sales, share) = (report.Sales, (double)first.Length / report.Products.Count);
        var sum = Money.Zero;
        foreach (var product in report.Products) sum += product.Money;
        var what = sales.Known.Money ? $"brought {Figures.Cents(sum)}" : $"sold {Figures.Count((long)report.Products.Sum(p => p.Units))} pieces";
        return $"{Figures.Count(report.Products.Count, "product")} {what} between {Figures.Day(sales.Totals.First)} and {Figures.Day(sales.Totals.Last)}. The {Figures.Count(first.Length, "A product")} ({Figures.Percent(share)}) {(first.Length == 1 ? "brings" : "bring")} {Figures.Percent(first.Length == 0 ? 0 : first[^1].Cumulative)} of it.";
    }

    private static void Best(StringBuilder page, ProductReport report, Ink ink, int width)
    {
        ShopPage.Title(page, ink, "Best sellers", width);
        var money = report.Sales.Known.Money;
        var table = new Table(width).Column("Product").Column(money ? "Money" : "Pieces", right: true).Column("Share", right: true).Column("Class", weight: 1).Column("Life", weight: 2)
            .Column("Orders", right: true, weight: 3).Column("Customers", right: true, weight: 6).Column("Returned", right: true, weight: 4).Column("Usual price", right: true, weight: 5);
        foreach (var p in report.Products.Take(report.Plan.Top))
        {
            table.Row(
                ShopPage.Short(Name(report, p.Product)), money ? Figures.Whole(p.Money) : Figures.Typical(p.Units), Share(p.Share), p.Abc + p.Xyz, StageWords.Of(p.Stage),
                Figures.Count(p.Orders), Figures.Count(p.Customers), double.IsNaN(p.ReturnRate) ? "-" : Share(p.ReturnRate), Figures.Typical(p.Prices.Usual));
        }

        table.AppendTo(page);
    }

    private static void Classes(StringBuilder page, ProductReport report, Ink ink, int width)
    {
        ShopPage.Title(page, ink, "Classes: what they bring (A, B, C) by how steadily they sell (X, Y, Z)", width);
        var table = new Table(width).Column("").Column("Products", right: true).Column("Share", right: true).Column("X steady", right: true).Column("Y", right: true).Column("Z unsteady", right: true).Column("too new", right: true);
        foreach (var abc in (string[])["A", "B", "C"])
        {
            var mine = report.Products.Where(p => p.Abc == abc).ToArray();
            table.Row([abc, Figures.Count(mine.Length), Share(mine.Sum(p => p.Share)), .. ((string[])["X", "Y", "Z", ""]).Select(xyz => Figures.Count(mine.Count(p => p.Xyz == xyz)))]);
        }

        table.AppendTo(page);
        var plan = report.Plan;
        Help.Paragraph(page, $"A brings the first {Figures.Percent(plan.A)}, B up to {Figures.Percent(plan.B)}. X: demand in {plan.PeriodDays} days strays from its mean by {Figures.Percent(plan.X)} of it at most, Y by {Figures.Percent(plan.Y)}.", 2, width);
    }

    private static void Life(StringBuilder page, ProductReport report, Ink ink, int width)
    {
        ShopPage.Title(page, ink, $"Life: the last {report.Plan.RecentDays} days against the {report.Plan.RecentDays} before", width);
        var table = new Table(width).Column("Stage").Column("Products", right: true).Column("Share", right: true).Column("The biggest", weight: 1);
        foreach (var stage in (LifeStage[])[LifeStage.New, LifeStage.Growing, LifeStage.Stable, LifeStage.Declining, LifeStage.Dead, LifeStage.Unclear])
        {
            var mine = report.Products.Where(p => p.Stage == stage).ToArray();
            if (mine.Length == 0) continue;
            table.Row(StageWords.Of(stage), Figures.Count(mine.Length), Share(mine.Sum(p => p.Share)), string.Join(", ", mine.Take(2).Select(p => ShopPage.Short(Name(report, p.Product), 30))));
        }

        table.AppendTo(page);
        Help.Paragraph(page, "Growing and declining mean beyond chance, and a quarter or more against what the whole shop did in the same time.", 2, width);
    }

    public static string Name(ProductReport report, int product) => report.Sales.Products.Show(product);

    /// <summary>A share with one decimal below ten percent, where whole percents hide too much.</summary>
    public static string Share(double share) => share is > 0 and < 0.0005 ? "<0.1%" : share is > 0 and < 0.0995
        ? (share * 100).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) + "%"
        : Figures.Percent(share);
}
