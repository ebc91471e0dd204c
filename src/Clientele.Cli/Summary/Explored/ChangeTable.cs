using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Explore;

namespace Clientele.Cli.Summary.Explored;

/// <summary>The change of money between two periods, part by part.</summary>
internal static class ChangeTable
{
    public static void AppendTo(StringBuilder page, ExploreResult result, Ink ink, int width)
    {
        var (before, after) = (result.TextFigure("before"), result.TextFigure("after"));
        var change = result.MoneyFigure("money_change");
        Parts(page, result, "factor", "Because of", before, after, ink, width);
        page.Append('\n');
        Parts(page, result, "who", "Customers who", before, after, ink, width);
        Help.Paragraph(page, $"Money: {Figures.Cents(result.MoneyFigure("money_before"))} before, {Figures.Cents(result.MoneyFigure("money_after"))} after, {Signed(change, ink)} in all. Each list of parts adds up to it exactly.", 2, width);
    }

    private static void Parts(StringBuilder page, ExploreResult result, string kind, string title, string before, string after, Ink ink, int width)
    {
        var (part, most) = (result.Column("part")!, 0.0);
        var rows = new List<int>();
        for (var row = 0; row < result.Rows; row++)
        {
            if (result.Column("kind")!.Text(row) != kind) continue;
            rows.Add(row);
            most = Math.Max(most, Math.Abs(part.Number(row)));
        }

        var table = new Table(width).Column(title).Column(before, right: true, weight: 2).Column(after, right: true, weight: 3).Column("Money", right: true)
            .Picture(6, 24, 1, (row, room) => ink.Bar(most <= 0 ? 0 : Math.Abs(part.Number(rows[row])) / most, room), (row, text) => part.Amount(rows[row]).Sign < 0 ? ink.Red(text) : ink.Green(text));
        foreach (var row in rows)
        {
            table.Row(result.Column("meaning")!.Text(row), Value(result.Column("before")!, row, ink), Value(result.Column("after")!, row, ink), Signed(part.Amount(row), ink), "");
        }

        table.AppendTo(page);
    }

    private static string Value(ExploreColumn column, int row, Ink ink) => column.Has(row) ? Figures.Typical(column.Number(row)) : ink.Dash;

    private static string Signed(Money money, Ink ink) => (money.Sign > 0 ? "+" : "") + Figures.Cents(money).Replace("-", ink.Minus, StringComparison.Ordinal);
}
