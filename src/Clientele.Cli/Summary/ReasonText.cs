using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.People.Segments;
using Clientele.People.Segments.Explaining;

namespace Clientele.Cli.Summary;

/// <summary>Why a customer is in its segment, on a few lines.</summary>
internal static class ReasonText
{
    public static string Of(PeopleSegmentReport report, CustomerReason reason, Terminal terminal)
    {
        var (page, ink, width) = (new StringBuilder(), Ink.For(terminal), terminal.Width);
        var own = report.Segments[reason.Segment];
        Help.Title(page, $"This customer is in segment {reason.Segment + 1}: {own.Name}.", ink, width);
        if (own.Rule.Words.Length > 0) Help.Paragraph(page, $"Rule of the segment: {own.Rule.Words} ({Figures.Percent(own.Rule.Precision)} of the customers it picks belong there, it finds {Figures.Percent(own.Rule.Coverage)} of the segment).", 2, width);
        if (report.Answers.Count > 0) Help.Paragraph(page, reason.Yes.Count == 0 ? "Said yes to no campaign." : $"Said yes to {Words.List(reason.Yes)}.", 2, width);
        if (reason.Next < 0) return page.ToString();
        var next = report.Segments[reason.Next];
        Help.Paragraph(page, $"It lies {Figures.Typical(reason.Distance)} from the middle of its segment and {Figures.Typical(reason.NextDistance)} from the next one, {reason.Next + 1}: {next.Name} (in standard deviations).{Doubt(report, reason)}", 2, width);
        page.Append('\n');
        var all = reason.Pushes.Sum(p => Math.Abs(p.Toward));
        var table = new Table(width).Column("Column").Column("Customer", right: true).Column("Here", right: true).Column("Next", right: true, weight: 1).Column("Push", right: true).Column("Toward");
        foreach (var push in reason.Pushes)
            table.Row(push.Column, push.Value, push.Own, push.Other, all > 0 ? Figures.Percent(Math.Abs(push.Toward) / all) : "", push.Toward >= 0 ? "here" : "next");
        table.AppendTo(page);
        Help.Paragraph(page, "Here and next are typical of the two segments: means, or the commonest level. Push is the column's share of what decides.", 2, width);
        MeaningLines.AppendTo(page, report, [.. reason.Pushes.Select(p => p.Column), .. reason.Yes], ink, width);
        return terminal.Unicode ? page.ToString() : page.Replace("×", "x").ToString();
    }

    private static string Doubt(PeopleSegmentReport report, CustomerReason reason) =>
        reason.NextDistance < reason.Distance ? $" Its own is not the nearest: {report.Plan.Method} does not go by middles alone."
        : reason.NextDistance < 1.1 * reason.Distance ? " It stands on the border of the two." : "";
}
