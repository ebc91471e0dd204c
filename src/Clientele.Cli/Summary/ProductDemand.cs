using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Products;

namespace Clientele.Cli.Summary;

/// <summary>When things are bought again, and how much to hold.</summary>
internal static class ProductDemand
{
    public static void AppendTo(StringBuilder page, ProductReport report, Ink ink, int width)
    {
        if (report.Replenishment.Count > 0) Rebuying(page, report, ink, width);
        if (report.Cover.Count > 0) Cover(page, report, ink, width);
    }

    private static void Rebuying(StringBuilder page, ProductReport report, Ink ink, int width)
    {
        ShopPage.Title(page, ink, "When it is bought again, by customers who bought it more than once", width);
        var table = new Table(width).Column("").Column("Customers", right: true, weight: 2).Column("again", right: true).Column("Days", right: true).Column("±", right: true, weight: 1).Column("a quarter", right: true).Column("three", right: true);
        foreach (var group in report.Replenishment.GroupBy(r => r.Level).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var r in group.Take(report.Plan.Top))
            {
                table.Row(
                    ShopPage.Short(r.Level == "product" ? ProductText.Name(report, r.Item) : report.Sales.Categories[r.Item]), Figures.Count(r.Customers), Figures.Count(r.Repeaters),
                    Days(r.Median), $"{Days(r.Low)}{ink.Dash}{Days(r.High)}", Days(r.Lower), Days(r.Upper));
            }
        }

        table.AppendTo(page);
        Help.Paragraph(page, "Days until half of the purchases were followed by the next, with their 95 % interval; then a quarter and three quarters. A dash: not reached in the time of the sales.", 2, width);
    }

    private static void Cover(StringBuilder page, ProductReport report, Ink ink, int width)
    {
        var weeks = report.Plan.CoverWeeks;
        ShopPage.Title(page, ink, $"What to hold for {Figures.Count(weeks, "week")}", width);
        var table = new Table(width).Column("Product").Column("A week", right: true).Column("Expected", right: true).Column("95 of 100 times", right: true, weight: 2).Column("Hold", right: true).Column("in weeks", right: true, weight: 1);
        foreach (var c in report.Cover.Where(c => c.Segment is null).Take(report.Plan.Top))
        {
            table.Row(
                ShopPage.Short(ProductText.Name(report, c.Product)), Figures.Typical(c.PerWeek), Figures.Typical(Math.Round(c.Expected)), $"{Figures.Typical(c.Low)}{ink.Dash}{Figures.Typical(c.High)}",
                Figures.Typical(c.Stock), Figures.Typical(Math.Round(c.StockWeeks, 1)));
        }

        table.AppendTo(page);
        Help.Paragraph(page, $"From the last {report.Plan.HistoryWeeks} weeks at most; the best sellers that are still sold. Hold is enough {Figures.Percent(report.Plan.Service)} of the time; season and trend are not in it. cover.csv has all products, segment by segment.", 2, width);
    }

    private static string Days(double days) => double.IsNaN(days) ? "-" : Figures.Typical(Math.Round(days, 1));
}
