using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Explore;
using Clientele.Reports;

namespace Clientele.Cli.Summary.Explored;

/// <summary>An exploration as a page: first what matters in words, then pictures and tables.</summary>
internal static class ExplorePage
{
    public static string Of(ExploreReport report, Destination destination, Terminal terminal)
    {
        var ink = Ink.For(terminal);
        var page = new StringBuilder(8192);
        var width = terminal.Width;
        Lead(page, report, ink, width);
        GlanceLines.AppendTo(page, report, ink, width);
        Section(page, report, "sales", "Month by month", ink, width, MonthTable.AppendTo);
        Section(page, report, "hours", "When people order", ink, width, HourTable.AppendTo);
        Section(page, report, "season", "The pattern of the week and the year", ink, width, NotesOnly);
        Section(page, report, "customers", "How often customers order", ink, width, BarTables.Orders);
        Section(page, report, "gaps", "Days until the next order", ink, width, BarTables.Gaps);
        Section(page, report, "basket", "Value of one order", ink, width, BarTables.Values);
        Section(page, report, "returning", "New and returning customers", ink, width, NotesOnly);
        Section(page, report, "cohorts", "Who comes back: customers by the month of their first order", ink, width, CohortTable.AppendTo);
        Section(page, report, "concentration", "Where the money is concentrated", ink, width, ShareTables.Pareto);
        Section(page, report, "places", "Where the money comes from", ink, width, ShareTables.Places);
        Section(page, report, "returns", "What comes back", ink, width, ShareTables.Returns);
        Section(page, report, "prices", "Price of one piece", ink, width, BarTables.Prices);
        Section(page, report, "change", "Why money changed", ink, width, ChangeTable.AppendTo);
        NoteLines.AppendTo(page, report.Totals, ink, width);
        Help.Title(page.Append('\n'), "What to do next", ink, width);
        Next(page, report, destination, width);
        return page.ToString();
    }

    private delegate void Body(StringBuilder page, ExploreResult result, Ink ink, int width);

    private static void Section(StringBuilder page, ExploreReport report, string name, string title, Ink ink, int width, Body body)
    {
        if (report[name] is not { } result) return;
        if (result.CannotTell is null && body == NotesOnly && result.Notes.Count == 0) return;
        Help.Title(page.Append('\n'), title, ink, width);
        if (result.CannotTell is { } why)
        {
            Help.Paragraph(page, why, 2, width);
            return;
        }

        body(page, result, ink, width);
        foreach (var note in result.Notes) Help.Paragraph(page, note, 2, width);
    }

    private static void NotesOnly(StringBuilder page, ExploreResult result, Ink ink, int width)
    {
        // The sentences at the top say it all.
    }

    private static void Lead(StringBuilder page, ExploreReport report, Ink ink, int width)
    {
        var totals = report.Sales.Totals;
        var time = totals.First.Date == totals.Last.Date ? $"on {Figures.Day(totals.First)}" : $"between {Figures.Day(totals.First)} and {Figures.Day(totals.Last)}";
        var money = report.Sales.Known.Money ? $"spent {Figures.Cents(report.Sales.Audit.MoneyKept)} in" : "placed";
        Help.Title(page, $"{Figures.Count(totals.Customers, "customer")} {money} {Figures.Count(totals.Orders, "order")} {time}.", ink, width);
        var read = report.Sales.Audit.LinesRead;
        Help.Paragraph(page, $"{Figures.Count(report.Sales.Audit.LinesKept)} of {Figures.Count(read, "line")} are counted; audit.json says why the others are not.", 0, width);
    }

    private static void Next(StringBuilder page, ExploreReport report, Destination destination, int width)
    {
        if (destination.Folder is { } folder)
        {
            Help.Paragraph(page, $"The results lie in {folder}: {Words.List(destination.Files)}.", 2, width);
            page.Append("  Do exactly this again: clientele run ").Append(NextSteps.Quote(Path.Combine(folder, Exports.Run))).Append('\n');
        }
        else
        {
            Help.Paragraph(page, "Nothing was written. To keep every table as CSV and JSON, add: --out explored", 2, width);
        }

        if (report.Sales.Inputs is [{ Layout.Path: not "-" }, ..]) page.Append("  Name these customers: clientele segment ").Append(NextSteps.Quote(report.Sales.Inputs[0].Layout.Path)).Append('\n');
        var took = 0.0;
        foreach (var time in report.Timings) took += time.Milliseconds;
        if (took > 0) Help.Paragraph(page, $"{Figures.Count(report.Sales.Audit.LinesRead, "line")} took {Figures.Typical(Math.Round(took / 1000, 2))} seconds.", 2, width);
    }
}
