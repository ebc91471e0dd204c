using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Segments;

namespace Clientele.Cli.Summary;

/// <summary>One row per segment: how many, how much, a bar for the share of the money, and what its middle customer is like.</summary>
internal static class SegmentTable
{
    public static void AppendTo(StringBuilder page, IReadOnlyList<SegmentProfile> profiles, bool explain, Ink ink, int width)
    {
        var most = 0.0;
        foreach (var profile in profiles) most = Math.Max(most, profile.MoneyShare);
        var table = new Table(width)
            .Column("Segment", paint: (row, text) => ink.OfGroup(profiles[row].Group, text))
            .Column("Customers", right: true)
            .Column("Share", right: true, weight: 3)
            .Column("Money", right: true, weight: 1)
            .Column("Share", right: true, weight: 4)
            .Picture(4, 24, 2, (row, room) => ink.Bar(most <= 0 ? 0 : profiles[row].MoneyShare / most, room), (row, text) => ink.OfGroup(profiles[row].Group, text))
            .Column("Days ago", right: true, weight: 5)
            .Column("Orders", right: true, weight: 6)
            .Column("Spent", right: true, weight: 7);
        foreach (var profile in profiles)
        {
            table.Row(
                profile.Name, Figures.Count(profile.Customers), Figures.Percent(profile.Share),
                Figures.Whole(profile.Money), Figures.Percent(profile.MoneyShare), "",
                Median(profile, "recency"), Median(profile, "frequency"), Median(profile, "monetary"));
        }

        table.AppendTo(page);
        if (!explain) return;
        var shown = table.Shows("Orders") ? "The bar is the share of the money. Days since the last order, orders and spending are those of the segment's middle customer (median)." : "The bar is the share of the money.";
        Help.Paragraph(page, shown, 2, width);
    }

    private static string Median(SegmentProfile profile, string column)
    {
        foreach (var measure in profile.Measures)
        {
            if (measure.Column == column) return Figures.Typical(measure.Median);
        }

        return "-";
    }
}
