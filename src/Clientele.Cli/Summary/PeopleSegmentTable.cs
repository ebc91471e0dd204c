using System.Text;
using Clientele.Cli.Screen;
using Clientele.People.Segments;

namespace Clientele.Cli.Summary;

/// <summary>One row per segment of a customer table: how many, a bar, and the money where a column tells.</summary>
internal static class PeopleSegmentTable
{
    public static void AppendTo(StringBuilder page, PeopleSegmentReport report, Ink ink, int width)
    {
        var money = report.Order == "money";
        var all = money ? report.Segments.Sum(s => s.Money) : 0;
        var most = report.Segments.Max(Part);
        var table = new Table(width).Column("Segment").Column("Customers", right: true).Column("Share", right: true, weight: 2);
        if (money) table.Column("Money", right: true, weight: 1).Column("Share", right: true, weight: 3);
        table.Picture(4, 24, 4, (row, room) => ink.Bar(most > 0 ? Part(report.Segments[row]) / most : 0, room), (_, text) => text);
        for (var c = 0; c < report.Segments.Count; c++)
        {
            var segment = report.Segments[c];
            string[] head = [$"{Figures.Count(c + 1)} {segment.Name}", Figures.Count(segment.Customers), Figures.Percent(segment.Share)];
            table.Row(money ? [.. head, Figures.Typical(Math.Round(segment.Money)), all > 0 ? Figures.Percent(segment.Money / all) : "", ""] : [.. head, ""]);
        }

        table.AppendTo(page);
        Arguments.Help.Paragraph(page, money ? "The bar is the share of the money." : "The bar is the share of the customers.", 2, width);

        double Part(PeopleSegment segment) => money && all > 0 ? Math.Max(0, segment.Money) / all : segment.Share;
    }
}
