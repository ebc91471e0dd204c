using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Products;

namespace Clientele.Cli.Summary;

/// <summary>What the best customers lean on, and what might stand in for what.</summary>
internal static class ProductRisk
{
    public static void AppendTo(StringBuilder page, ProductReport report, Ink ink, int width)
    {
        ShopPage.Title(page, ink, $"What the best customers lean on ({report.BestSegments})", width);
        var table = new Table(width).Column("Product").Column("Orders", right: true, weight: 2).Column("of theirs", right: true).Column("Money", right: true).Column("At risk", right: true)
            .Column("Regulars", right: true, weight: 1).Column("their money", right: true, weight: 3);
        foreach (var d in report.Dependence.Take(report.Plan.Top))
        {
            table.Row(
                ShopPage.Short(ProductText.Name(report, d.Product)), Figures.Count(d.Orders), ProductText.Share(d.OrderShare), Figures.Whole(d.Own), Figures.Whole(d.Baskets),
                Figures.Count(d.Regulars), Figures.Whole(d.RegularsMoney));
        }

        table.AppendTo(page);
        Help.Paragraph(page, "Money is what they paid for it; at risk, at the very most, is all that they paid for the orders that hold it. Regulars have it in at least half of their orders.", 2, width);
        if (report.Substitutes.Count > 0) Substitutes(page, report, ink, width);
    }

    private static void Substitutes(StringBuilder page, ProductReport report, Ink ink, int width)
    {
        ShopPage.Title(page, ink, "What may stand in for each other", width);
        var table = new Table(width).Column("Product").Column("and").Column("Alike", right: true).Column("Together", right: true).Column("by chance", right: true);
        foreach (var s in report.Substitutes.Take(report.Plan.Top))
            table.Row(ShopPage.Short(ProductText.Name(report, s.One), 30), ShopPage.Short(ProductText.Name(report, s.Other), 30), Figures.Percent(s.Similarity), Figures.Count(s.Together), Figures.Typical(Math.Round(s.Expected, 1)));
        table.AppendTo(page);
        Help.Paragraph(page, "Bought beside the same other things, but with each other less often than chance would have it: mind both when one leaves the shelf.", 2, width);
    }
}
