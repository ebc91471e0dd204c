using System.Globalization;
using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.People;
using Clientele.People.Typing;

namespace Clientele.Cli.Summary;

/// <summary>What was understood about a customer table, as a page.</summary>
internal static class PeopleInspectText
{
    public static string Of(PeopleInspection view, string why, Terminal terminal)
    {
        var (page, ink, width) = (new StringBuilder(4096), Ink.For(terminal), terminal.Width);
        page.Append(ink.Bold($"{view.Path}: {Figures.Count(view.Bytes)} bytes, {Figures.Count(view.Rows, "row")}, {Figures.Count(view.Columns.Count, "column")}")).Append('\n');
        Help.Paragraph(page, $"A customer table: {why}. {(view.IdColumn is { } id ? $"Customers are named by {id}." : "No column names the customers: rows are numbered; --id COLUMN names one.")}", 2, width);
        page.Append('\n').Append(ink.Bold("Columns")).Append('\n');
        var gaps = view.Columns.Any(c => c.Missing + c.Others > 0);
        var table = new Table(width).Column("No.", right: true).Column("Name").Column("Type").Column("Unit", weight: 2).Column("Tells of", weight: 4);
        if (gaps) table.Column("Missing", right: true, weight: 1);
        table.Column("For example", weight: 3);
        foreach (var c in view.Columns)
        {
            List<string> cells = [c.Number.ToString(CultureInfo.InvariantCulture), Cut(c.Name, 24), c.Type, Cut(c.Unit, 10), c.Part];
            if (gaps) cells.Add(c.Missing + c.Others == 0 ? "" : Figures.Count(c.Missing + c.Others));
            table.Row([.. cells, Cut(string.Join(", ", c.Examples), Math.Max(12, width - 62))]);
        }

        table.AppendTo(page);
        if (view.Columns.Any(c => c.Meaning.Length > 0)) page.Append('\n').Append(ink.Bold("What the columns mean")).Append('\n');
        foreach (var c in view.Columns.Where(c => c.Meaning.Length > 0)) Help.Paragraph(page, $"{c.Name}: {c.Meaning}", 2, width);
        page.Append('\n').Append(ink.Bold("What was decided, and why")).Append('\n');
        foreach (var decision in view.Decisions)
        {
            Help.Paragraph(page, $"{decision.Subject}: {decision.Value}", 2, width);
            Help.Paragraph(page, $"because {decision.Reason.TrimEnd('.')}.{(decision.Override.Length == 0 ? "" : $" Otherwise: {decision.Override}")}", 6, width);
        }

        foreach (var c in view.Columns)
        {
            Help.Paragraph(page, $"{Cut(c.Name, 60)}: {c.Type}", 2, width);
            Help.Paragraph(page, $"because {c.Reason.TrimEnd('.')}.{string.Concat(c.Decisions.Select(d => $" {Words.Sentence(d).TrimEnd('.')}."))}{(c.Others > 0 ? $" {Figures.Count(c.Others, "cell")} of another type {(c.Others == 1 ? "counts" : "count")} as missing." : "")}", 6, width);
        }

        Help.Paragraph(page, $"Otherwise: --type COLUMN={string.Join("|", TypeWords.Names)}, --order COLUMN=A<B, --outcome COLUMN with segment and describe.", 2, width);
        if (view.Notes.Count > 0) page.Append('\n').Append(ink.Bold("Good to know")).Append('\n');
        foreach (var note in view.Notes)
        {
            var start = page.Length;
            Help.Paragraph(page, note, 4, width);
            page.Remove(start, 4).Insert(start, $"  {ink.Dot} ");
        }

        page.Append('\n').Append(ink.Bold("What to do next")).Append('\n');
        page.Append($"  clientele describe {NextSteps.Quote(view.Path)}\n  clientele segment {NextSteps.Quote(view.Path)} --out results\n");
        return terminal.Unicode ? page.ToString() : page.Replace("…", "...").ToString();
    }

    private static string Cut(string text, int most)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1), "~");
    }
}
