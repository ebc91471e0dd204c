using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Explore;

namespace Clientele.Cli.Summary.Explored;

/// <summary>One row per weekday: its share of the orders, and its hours as small bars.</summary>
internal static class HourTable
{
    private static readonly string[] s_days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static void AppendTo(StringBuilder page, ExploreResult result, Ink ink, int width)
    {
        var (orders, shares) = (result.Column("orders")!, result.Column("share")!);
        var hours = orders.Count / 7;
        var totals = new double[7];
        var largest = 0.0;
        for (var row = 0; row < orders.Count; row++)
        {
            totals[row / hours] += shares.Number(row);
            largest = Math.Max(largest, shares.Number(row));
        }

        var most = totals.Max();
        var table = new Table(width).Column("Day").Column("Orders", right: true).Column("Share", right: true, weight: 2)
            .Picture(6, 24, 1, (row, room) => ink.Bar(most <= 0 ? 0 : totals[row] / most, room), (_, text) => ink.Green(text));
        if (hours > 1) table.Column("0 h   6     12    18    24");
        for (var day = 0; day < 7; day++)
        {
            var count = 0L;
            var line = new double[hours];
            for (var h = 0; h < hours; h++)
            {
                count += orders.Whole((day * hours) + h);
                line[h] = shares.Number((day * hours) + h);
            }

            string[] cells = [s_days[day], Figures.Count(count), Figures.Percent(totals[day]), ""];
            table.Row(hours > 1 ? [.. cells, Scaled(ink, line, largest)] : cells);
        }

        table.AppendTo(page);
        if (hours > 1) Help.Paragraph(page, "Small bars: orders hour by hour; a blank is an hour without an order.", 2, width);
    }

    /// <summary>Bars of one height over all days.</summary>
    private static string Scaled(Ink ink, double[] line, double largest) => ink.Spark([.. line, largest])[..^1];
}
