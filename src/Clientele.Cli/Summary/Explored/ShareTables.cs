using System.Text;
using Clientele.Cli.Screen;
using Clientele.Explore;

namespace Clientele.Cli.Summary.Explored;

/// <summary>Who and what brings the money, and what comes back.</summary>
internal static class ShareTables
{
    private const int Most = 8;

    public static void Pareto(StringBuilder page, ExploreResult result, Ink ink, int width)
    {
        var rows = new List<int>();
        for (var row = 0; row < result.Rows; row++)
        {
            if (result.Column("kind")!.Text(row) == "pareto") rows.Add(row);
        }

        var table = new Table(width).Column("Money").Column("comes from", right: true).Column("").Column("Share", right: true)
            .Picture(6, 40, 1, (row, room) => ink.Bar(result.Column("share")!.Number(rows[row]), room), (_, text) => ink.Green(text));
        foreach (var row in rows)
        {
            table.Row(
                Figures.Percent(result.Column("money_share")!.Number(row)), Figures.Count(result.Column("count")!.Whole(row)), result.Column("what")!.Text(row),
                Figures.Percent(result.Column("share")!.Number(row)), "");
        }

        table.AppendTo(page);
        page.Append("  Gini (0 even, 1 one has all): customers ").Append(Two(result.Figure("customers_gini")));
        if (double.IsFinite(result.Figure("products_gini"))) page.Append(", products ").Append(Two(result.Figure("products_gini")));
        page.Append('\n');
    }

    public static void Places(StringBuilder page, ExploreResult result, Ink ink, int width)
    {
        var first = true;
        foreach (var kind in (string[])["country", "store", "category"])
        {
            var rows = new List<int>();
            for (var row = 0; row < result.Rows && rows.Count < Most; row++)
            {
                if (result.Column("kind")!.Text(row) == kind) rows.Add(row);
            }

            if (rows.Count == 0) continue;
            if (!first) page.Append('\n');
            first = false;
            var share = result.Column("money_share") ?? result.Column("lines_share")!;
            var table = new Table(width).Column(kind == "country" ? "Country" : kind == "store" ? "Store" : "Category").Column("Customers", right: true, weight: 3).Column("Orders", right: true, weight: 4)
                .Column(result.Column("money") is null ? "Lines" : "Money", right: true).Column("Share", right: true)
                .Picture(6, 32, 1, (row, room) => ink.Bar(share.Number(rows[row]), room), (_, text) => ink.Green(text));
            foreach (var row in rows)
            {
                table.Row(
                    result.Column("name")!.Text(row) is { Length: > 0 } name ? name : "(none)", Figures.Count(result.Column("customers")!.Whole(row)), Figures.Count(result.Column("orders")!.Whole(row)),
                    result.Column("money") is { } money ? Figures.Whole(money.Amount(row)) : Figures.Count(result.Column("lines")!.Whole(row)), Figures.Percent(share.Number(row)), "");
            }

            table.AppendTo(page);
            if (result.Figure($"{kind}_count") > Most) page.Append("  … and ").Append(Figures.Count((long)result.Figure($"{kind}_count") - Most)).Append(" more in places.csv.\n");
        }
    }

    public static void Returns(StringBuilder page, ExploreResult result, Ink ink, int width)
    {
        var rows = new List<int>();
        for (var row = 0; row < result.Rows && rows.Count < Most; row++)
        {
            if (result.Column("kind")!.Text(row) == "product") rows.Add(row);
        }

        if (rows.Count == 0)
        {
            if (result.Figure("returned_lines") == 0) page.Append("  Nothing came back.\n");
            return;
        }

        var money = result.Column("returned_money");
        var table = new Table(width).Column("Product").Column("Sold lines", right: true, weight: 3).Column("Came back", right: true);
        if (money is not null) table.Column("Money back", right: true, weight: 1).Column("Of its sales", right: true, weight: 2);
        foreach (var row in rows)
        {
            string[] cells =
            [
                result.Column("description")!.Text(row) is { Length: > 0 } description ? description : result.Column("name")!.Text(row),
                Figures.Count(result.Column("sold_lines")!.Whole(row)), Figures.Count(result.Column("returned_lines")!.Whole(row)),
            ];
            var rate = result.Column("money_rate")?.Number(row) ?? double.NaN;
            table.Row(money is null ? cells : [.. cells, Figures.Whole(money.Amount(row)), double.IsFinite(rate) ? Figures.Percent(rate) : ink.Dash]);
        }

        table.AppendTo(page);
    }

    private static string Two(double value) => Figures.Typical(Math.Round(value, 2));
}
