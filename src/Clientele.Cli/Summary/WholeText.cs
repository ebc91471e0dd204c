using System.Globalization;
using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Reports;
using Clientele.Whole;

namespace Clientele.Cli.Summary;

/// <summary>The whole picture in short: who the customers are, what to do first, and where the rest stands.</summary>
internal static class WholeText
{
    private const int Most = 3;

    public static string Of(WholeReport report, Destination destination, Terminal terminal)
    {
        var (ink, page, width) = (Ink.For(terminal), new StringBuilder(4096), terminal.Width);
        Headline.AppendTo(page, report.Segments, ink, width);
        Help.Title(page.Append('\n'), "What was counted", ink, width);
        AuditTable.AppendTo(page, report.Segments, ink, width);
        Help.Title(page.Append('\n'), "Who to look after", ink, width);
        GroupLines.AppendTo(page, report.Segments, ink, width);
        Actions(page, report, ink, width);
        Found(page, report, ink, width);
        NoteLines.AppendTo(page, report.Segments, ink, width);
        Help.Title(page.Append('\n'), "What to do next", ink, width);
        Next(page, report, destination, width);
        return terminal.Unicode ? page.ToString() : page.Replace("…", "...").ToString();
    }

    private static void Actions(StringBuilder page, WholeReport report, Ink ink, int width)
    {
        if (report.Actions is not { Actions.Count: > 0 } list) return;
        Help.Title(page.Append('\n'), $"What to do first, of {Figures.Count(list.Actions.Count, "action")} in order of money", ink, width);
        for (var i = 0; i < Math.Min(Most, list.Actions.Count); i++)
        {
            var action = list.Actions[i];
            Help.Paragraph(page, string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {action.Title}: {action.Gain.Expected:N0} expected gain ({action.Gain.Low:N0} to {action.Gain.High:N0}). {action.Who}"), 2, width);
        }
    }

    private static void Found(StringBuilder page, WholeReport report, Ink ink, int width)
    {
        Help.Title(page.Append('\n'), "What else was found", ink, width);
        if (report.Products is { } products)
        {
            var a = products.Products.Where(p => p.Abc == "A").ToList();
            Help.Paragraph(page, $"Products: {Figures.Count(a.Count)} of {Figures.Count(products.Products.Count)} bring {Figures.Percent(a.Sum(p => p.Share))} of {(products.Sales.Known.Money ? "the money" : "the pieces")}.", 2, width);
        }

        if (report.Baskets is { } baskets)
        {
            var proved = baskets.Scopes[0].Rules.Count(r => Baskets.BasketRules.Holds(r, baskets.Plan));
            Help.Paragraph(page, $"Baskets: {Figures.Count(proved, "rule")} of what is bought together {(proved == 1 ? "is" : "are")} proved for the whole shop; {Figures.Count(baskets.Next.Select(n => n.Customer).Distinct().Count(), "customer")} can be offered a next product with a reason.", 2, width);
        }

        if (report.Explored["change"] is { CannotTell: null } change && report.Explored.Sales.Known.Money)
            Help.Paragraph(page, string.Create(CultureInfo.InvariantCulture, $"Change: {change.TextFigure("before")} brought {change.Figure("money_before"):N0}, {change.TextFigure("after")} {change.Figure("money_after"):N0}."), 2, width);
        foreach (var note in report.Notes) Help.Paragraph(page, note, 2, width);
    }

    private static void Next(StringBuilder page, WholeReport report, Destination destination, int width)
    {
        if (destination.Folder is not { } folder)
        {
            Help.Paragraph(page, "Nothing was written. To get the report, add: --out report", 2, width);
            return;
        }

        var took = report.Segments.Timings.Sum(t => t.Milliseconds);
        Help.Paragraph(page, $"{Figures.Count(destination.Files.Count, "file")} lie in {folder}{(report.Actions is null ? "" : "; the lists of customers to write to are actions-audience-01-….csv and the following")}.", 2, width);
        page.Append("  Do exactly this again: clientele run ").Append(NextSteps.Quote(Path.Combine(folder, Exports.Run))).Append('\n');
        Help.Paragraph(page, $"{Figures.Count(report.Segments.Audit.LinesRead, "line")} took {Figures.Typical(Math.Round(took / 1000, 2))} seconds.", 2, width);
        page.Append("  Look at the report: ").Append(Path.Combine(folder, Exports.Report)).Append('\n');
    }
}
