using System.Globalization;
using System.Text;
using Clientele.Cli.Screen;
using Clientele.Explore;

namespace Clientele.Cli.Summary.Explored;

/// <summary>Distributions: one row per stretch, a bar for its share.</summary>
internal static class BarTables
{
    public static void Orders(StringBuilder page, ExploreResult result, Ink ink, int width) =>
        Measure(page, result, ink, width, "orders", "Orders", "customers", "Customers", whole: true);

    public static void Gaps(StringBuilder page, ExploreResult result, Ink ink, int width) =>
        Measure(page, result, ink, width, "gap", "Days", "count", "Gaps", whole: true);

    public static void Values(StringBuilder page, ExploreResult result, Ink ink, int width)
    {
        if (result.Column("money") is null) Measure(page, result, ink, width, "lines", "Lines", "orders", "Orders", whole: true);
        else Measure(page, result, ink, width, "value", "Value", "orders", "Orders", whole: false);
    }

    public static void Prices(StringBuilder page, ExploreResult result, Ink ink, int width) =>
        Measure(page, result, ink, width, null, "Price", "lines", "Lines", whole: false);

    private static void Measure(StringBuilder page, ExploreResult result, Ink ink, int width, string? measure, string what, string counted, string header, bool whole)
    {
        var rows = new List<int>();
        for (var row = 0; row < result.Rows; row++)
        {
            if (measure is null || result.Column("measure")!.Text(row) == measure) rows.Add(row);
        }

        if (!whole) Ends(result, rows);
        var share = result.Column("share") ?? result.Column("lines_share")!;
        var money = result.Column("money_share");
        var most = 0.0;
        foreach (var row in rows) most = Math.Max(most, share.Number(row));
        var table = new Table(width).Column(what).Column(header, right: true).Column("Share", right: true)
            .Picture(6, 40, 1, (row, room) => ink.Bar(most <= 0 ? 0 : share.Number(rows[row]) / most, room), (_, text) => ink.Green(text));
        if (money is not null) table.Column("Of the money", right: true, weight: 2);
        foreach (var row in rows)
        {
            string[] cells = [Stretch(result, row, whole), Figures.Count(result.Column(counted)!.Whole(row)), Figures.Percent(share.Number(row)), ""];
            table.Row(money is null ? cells : [.. cells, double.IsFinite(money.Number(row)) ? Figures.Percent(money.Number(row)) : ""]);
        }

        table.AppendTo(page);
    }

    /// <summary>Stretches of less than half a percent of count and money at either end are left to the CSV.</summary>
    private static void Ends(ExploreResult result, List<int> rows)
    {
        while (rows.Count > 3 && IsTiny(result, rows[0])) rows.RemoveAt(0);
        while (rows.Count > 3 && IsTiny(result, rows[^1])) rows.RemoveAt(rows.Count - 1);
    }

    private static bool IsTiny(ExploreResult result, int row) =>
        (result.Column("share") ?? result.Column("lines_share")!).Number(row) < 0.005 && !(result.Column("money_share")?.Number(row) >= 0.005);

    /// <summary><c>3</c>, <c>6 to 10</c>, <c>101 and more</c>; amounts: <c>100 to 200</c>.</summary>
    private static string Stretch(ExploreResult result, int row, bool whole)
    {
        var (from, to) = (result.Column("from")!.Number(row), result.Column("to")!.Number(row));
        if (!double.IsFinite(to)) return double.IsFinite(from) ? $"{Text(from)} and more" : "any";
        if (!double.IsFinite(from)) return $"below {Text(to)}";
        if (!whole) return $"{Text(from)} to {Text(to)}";
        return to - from <= 1 ? (from == 0 && to == 1 ? "same day" : Text(from)) : $"{Text(from)} to {Text(to - 1)}";
    }

    private static string Text(double value) => value < 1 ? value.ToString("0.######", CultureInfo.InvariantCulture) : Figures.Typical(value);
}
