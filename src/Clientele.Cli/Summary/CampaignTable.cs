using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.People.Segments;
using Clientele.People.Segments.Answers;

namespace Clientele.Cli.Summary;

/// <summary>Answers to campaigns: a row per campaign, the rate in each segment, marked where it differs beyond chance.</summary>
internal static class CampaignTable
{
    public static void AppendTo(StringBuilder page, PeopleSegmentReport report, Ink ink, int width)
    {
        if (report.Answers.Count == 0) return;
        Help.Title(page.Append('\n'), "Who says yes", ink, width);
        var table = new Table(width).Column("Campaign").Column("All", right: true);
        for (var c = 0; c < report.Segments.Count; c++) table.Column(Figures.Count(c + 1), right: true, weight: c + 1);
        foreach (var campaign in report.Answers.GroupBy(a => a.Column))
            table.Row([campaign.Key, Figures.Percent(campaign.First().Overall), .. campaign.OrderBy(a => a.Segment).Select(Cell)]);
        table.AppendTo(page);
        Hidden(page, table, report, "campaigns.csv", width);
        Help.Paragraph(page, $"+ and - differ from the other segments beyond chance (5%), with all {AnswerTests.Comparisons(report.Answers)} comparisons counted [Holm]. Intervals, lifts and p-values: campaigns.csv; who said yes: responses.csv.", 2, width);
    }

    /// <summary>Says which segments a narrow page has no room for, and where they stand.</summary>
    public static void Hidden(StringBuilder page, Table table, PeopleSegmentReport report, string file, int width)
    {
        var shown = table.Shown(Enumerable.Range(1, report.Segments.Count).Select(c => Figures.Count(c)));
        if (shown < report.Segments.Count) Help.Paragraph(page, $"There is room for {Figures.Count(shown)} of {Figures.Count(report.Segments.Count, "segment")} here; all stand in {file}.", 2, width);
    }

    private static string Cell(Answer answer) => double.IsNaN(answer.Rate) ? "" : Figures.Percent(answer.Rate) + (!answer.Differs ? " " : answer.Rate > answer.Rest ? "+" : "-");
}
