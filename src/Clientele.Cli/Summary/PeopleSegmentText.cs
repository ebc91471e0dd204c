using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.People.Segments;
using Clientele.People.Typing;

namespace Clientele.Cli.Summary;

/// <summary>The segments of a customer table on one page.</summary>
internal static class PeopleSegmentText
{
    public static string Of(PeopleSegmentReport report, Destination destination, Terminal terminal)
    {
        var (page, ink, width) = (new StringBuilder(4096), Ink.For(terminal), terminal.Width);
        Help.Title(page, $"{Figures.Count(report.Labels.Count, "customer")} in {Figures.Count(report.Segments.Count, "segment")}{(report.Features.Count == 0 ? "" : $" by {Words.List([.. report.Features.Select(f => f.Name)])}")}.", ink, width);
        if (report.Choice.Structured == false) Help.Paragraph(page, "There are no clear groups in these columns: the segments are a convenience.", 2, width);
        Understood(page, report, ink, width);
        Title(page, ink, report.Order == "money" ? "Segments, most money first" : "Segments, largest first", width);
        PeopleSegmentTable.AppendTo(page, report, ink, width);
        foreach (var (segment, number) in report.Segments.Select((s, c) => (s, c + 1))) Segment(page, segment, number, ink, width);
        PatternTable.AppendTo(page, report, ink, width);
        CampaignTable.AppendTo(page, report, ink, width);
        Why(page, report, ink, width);
        Notes(page, report, ink, width);
        MeaningLines.AppendTo(page, report, [.. report.Features.Select(f => f.Name), .. report.Segments.SelectMany(s => s.Apart).Select(a => a.Fact.Column), .. report.Answers.Select(a => a.Column)], ink, width);
        Next(page, report, destination, ink, width);
        return terminal.Unicode ? page.ToString() : page.Replace("…", "...").Replace("×", "x").Replace("→", "->").Replace("−", "-").ToString();
    }

    private static void Understood(StringBuilder page, PeopleSegmentReport report, Ink ink, int width)
    {
        Title(page, ink, "What was understood", width);
        foreach (var group in report.Data.Customers.Columns.GroupBy(c => c.Nature).OrderBy(g => g.Key))
            Help.Entry(page, TypeWords.Of(group.Key), string.Join(", ", group.Select(c => c.Name)), 12, width);
        var rows = report.Data.Audit;
        Help.Paragraph(page, $"{Figures.Count(rows.RowsRead, "row")} read, {Figures.Count(rows.RowsKept)} kept{(report.Data.AsOf is { } day ? $"; ages and days count to {Figures.Day(day)}" : "")}.", 2, width);
    }

    private static void Segment(StringBuilder page, PeopleSegment segment, int number, Ink ink, int width)
    {
        page.Append('\n').Append("  ").Append(ink.Bold($"{number} {segment.Name}")).Append('\n');
        if (segment.Apart.Count > 0) Help.Paragraph(page, Words.Sentence(string.Join("; ", segment.Apart.Select(a => a.Text))), 4, width);
        var rule = segment.Rule;
        if (rule.Words.Length > 0) Help.Paragraph(page, $"Rule: {rule.Words} ({Figures.Percent(rule.Precision)} of the customers it picks belong here, it finds {Figures.Percent(rule.Coverage)} of the segment, lift {Figures.Typical(rule.Lift)} ×).", 4, width);
    }

    private static void Why(StringBuilder page, PeopleSegmentReport report, Ink ink, int width)
    {
        Title(page, ink, "Why these segments", width);
        foreach (var reason in new[] { report.Choice.Reason, report.Choice.Structure, Agreement(report), Fidelity(report), Left(report) })
        {
            if (reason.Length > 0) Item(page, reason, ink, width);
        }
    }

    private static string Agreement(PeopleSegmentReport report)
    {
        var choice = report.Choice;
        return double.IsNaN(choice.Agreement) ? "" : $"{choice.Alternative} with as many segments agrees by {Figures.Typical(choice.Agreement)} (1 would be the same segments, 0 is chance){(choice.Compared < report.Labels.Count ? $", compared on {Figures.Count(choice.Compared, "customer")}" : "")}.";
    }

    private static string Fidelity(PeopleSegmentReport report) => double.IsNaN(report.Rules.Fidelity)
        ? ""
        : $"The rules come from a tree that puts {Figures.Percent(report.Rules.Fidelity)} of the customers into their segment ({Figures.Percent(report.Rules.Baseline)} without any question).";

    // What was taken out because of its values; what a column is tells itself.
    private static string Left(PeopleSegmentReport report)
    {
        var left = report.Verdicts.Where(v => v.Rule is "blurs" or "duplicate" or "constant" or "missing" or "id").Select(v => $"{v.Column} ({v.Rule switch { "blurs" => "adds nothing", "missing" => "missing too often", _ => v.Rule }})").ToArray();
        return left.Length == 0 ? "" : $"Left out: {Words.List(left)}. columns.json says why; --features and --without decide otherwise.";
    }

    private static void Notes(StringBuilder page, PeopleSegmentReport report, Ink ink, int width)
    {
        string[] notes =
        [
            .. report.Data.Audit.Cells.Where(c => c.Cells > 0).Select(PeopleText.Changed),
            .. report.Data.Audit.Cells.Any(c => c.Action == "flagged") ? [PeopleText.Flagged] : Array.Empty<string>(),
            .. report.Data.Audit.Dropped.Where(d => d.Rows > 0).Select(d => $"{Figures.Count(d.Rows, "row")} left out: {PeopleText.Why(d.Rule)}"),
            .. report.Data.Joins.Select(PeopleText.Joined),
            .. report.Data.Audit.Findings.Where(f => !PeopleText.IsJoinCount(f)).Select(PeopleText.Said),
            .. report.Notes,
        ];
        if (notes.Length == 0) return;
        Title(page, ink, "Good to know", width);
        // Many begin with the name of a column or a file, which keeps its small letter.
        foreach (var note in notes.Distinct()) Item(page, note, ink, width, sentence: false);
    }

    private static void Next(StringBuilder page, PeopleSegmentReport report, Destination destination, Ink ink, int width)
    {
        Title(page, ink, "What to do next", width);
        if (destination.Folder is not { } folder)
        {
            Help.Paragraph(page, "Nothing was written. To keep the list of customers and their segments, add: --out results", 2, width);
            return;
        }

        Help.Paragraph(page, $"The results lie in {folder}: {Words.List(destination.Files)}.", 2, width);
        page.Append($"  Why is a customer there: clientele explain {NextSteps.Quote(folder)} CUSTOMER\n");
        page.Append($"  Do exactly this again: clientele run {NextSteps.Quote(Path.Combine(folder, Reports.Exports.Run))}\n");
    }

    private static void Item(StringBuilder page, string text, Ink ink, int width, bool sentence = true)
    {
        var start = page.Length;
        Help.Paragraph(page, sentence ? Words.Sentence(text) : text.TrimEnd('.') + ".", 4, width);
        page.Remove(start, 4).Insert(start, $"  {ink.Dot} ");
    }

    private static void Title(StringBuilder page, Ink ink, string text, int width) => Help.Title(page.Append('\n'), text, ink, width);
}
