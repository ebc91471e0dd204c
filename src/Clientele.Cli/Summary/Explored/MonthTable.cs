using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Explore;

namespace Clientele.Cli.Summary.Explored;

/// <summary>One row per month with a bar; the latest two years.</summary>
internal static class MonthTable
{
    private const int MostMonths = 24;

    public static void AppendTo(StringBuilder page, ExploreResult result, Ink ink, int width)
    {
        var (grain, period, state) = (result.Column("grain")!, result.Column("period")!, result.Column("state")!);
        var (orders, customers, money) = (result.Column("orders")!, result.Column("customers")!, result.Column("money"));
        var rows = new List<int>();
        for (var row = 0; row < grain.Count; row++)
        {
            if (grain.Text(row) == "month") rows.Add(row);
        }

        if (rows.Count > MostMonths) rows.RemoveRange(0, rows.Count - MostMonths);
        var measure = money ?? orders;
        var most = 0.0;
        foreach (var row in rows) most = Math.Max(most, measure.Number(row));
        var table = new Table(width).Column("Month").Column("Orders", right: true, weight: 2).Column("Customers", right: true, weight: 3);
        if (money is not null) table.Column("Money", right: true);
        table.Picture(8, 40, 1, (row, room) => ink.Bar(most <= 0 ? 0 : measure.Number(rows[row]) / most, room), (row, text) => state.Text(rows[row]) == "whole" ? ink.Green(text) : ink.Dim(text));
        if (money is not null) table.Column("An order", right: true, weight: 4);
        table.Column("");
        foreach (var row in rows)
        {
            var cells = new List<string> { period.Text(row), Figures.Count(orders.Whole(row)), Figures.Count(customers.Whole(row)) };
            if (money is not null) cells.Add(Figures.Whole(money.Amount(row)));
            cells.Add("");
            if (money is not null) cells.Add(Figures.Typical(result.Column("average_order")!.Number(row)));
            cells.Add(state.Text(row) == "whole" ? "" : state.Text(row));
            table.Row([.. cells]);
        }

        table.AppendTo(page);
        Help.Paragraph(page, Days(result, grain, measure, ink), 2, width);
    }

    /// <summary>The weeks as a line of small bars.</summary>
    private static string Days(ExploreResult result, ExploreColumn grain, ExploreColumn measure, Ink ink)
    {
        var weeks = new List<double>();
        for (var row = 0; row < grain.Count; row++)
        {
            if (grain.Text(row) == "week") weeks.Add(measure.Number(row));
        }

        if (weeks.Count > 60) weeks.RemoveRange(0, weeks.Count - 60);
        var best = result.TextFigure("best_day") is { Length: > 0 } day ? $" Best day: {day} with {Figures.Whole(result.MoneyFigure("best_day_money"))}." : "";
        return $"Weeks: {ink.Spark([.. weeks]).Replace(' ', '_')}{best}";
    }
}
