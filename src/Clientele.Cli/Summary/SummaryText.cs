using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Reports;
using Clientele.Segments;

namespace Clientele.Cli.Summary;

/// <summary>A report as a page that a shop owner can read aloud.</summary>
internal static class SummaryText
{
    public static string Of(Report report, Destination destination, Terminal terminal)
    {
        var ink = Ink.For(terminal);
        var page = new StringBuilder(4096);
        var width = terminal.Width;
        Headline.AppendTo(page, report, ink, width);
        Title(page, ink, "What was counted", width);
        AuditTable.AppendTo(page, report, ink, width);
        if (report.Segments.Map is not null) Segments(page, report.MapProfiles!, true, $"Segments by recency, frequency and money (map '{report.Plan.Segments.Map}')", ink, width);
        Title(page, ink, "Who to look after", width);
        GroupLines.AppendTo(page, report, ink, width);
        if (report.Segments.Clusters is { } clusters) Clusters(page, report, clusters, ink, width);
        NoteLines.AppendTo(page, report, ink, width);
        Title(page, ink, "What to do next", width);
        NextSteps.AppendTo(page, report, destination, width);
        return page.ToString();
    }

    private static void Clusters(StringBuilder page, Report report, Segmentation clusters, Ink ink, int width)
    {
        var features = report.Segments.Search?.Features ?? report.Plan.Segments.Features;
        Segments(page, report.ClusterProfiles!, report.Segments.Map is null, $"Clusters by {Words.List(features)}", ink, width);
        if (report.Segments.Search is { } search) Help.Paragraph(page, Words.Sentence(search.Reason), 2, width);
        if (report.Segments.Agreement is { } agreement)
        {
            if (report.Segments.Crossing is { } crossing && report.Segments.Map is { } map) Meetings.AppendTo(page, map, clusters, crossing, width);
            Help.Paragraph(page, $"Map and clusters agree by {Figures.Typical(agreement)} (1 would be the same grouping, 0 is chance): {Agreement(agreement)}.", 2, width);
        }
    }

    private static string Agreement(double agreement) => agreement switch
    {
        >= 0.8 => "they tell the same story",
        >= 0.4 => "they draw similar lines in different places",
        >= 0.15 => "they share the rough picture only",
        _ => "they look at different things, so compare them before you act",
    };

    private static void Segments(StringBuilder page, IReadOnlyList<SegmentProfile> profiles, bool explain, string title, Ink ink, int width)
    {
        Title(page, ink, title, width);
        SegmentTable.AppendTo(page, profiles, explain, ink, width);
    }

    private static void Title(StringBuilder page, Ink ink, string text, int width) => Help.Title(page.Append('\n'), text, ink, width);
}
