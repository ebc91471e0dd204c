using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Reports;
using Clientele.Sales;

namespace Clientele.Cli.Summary;

/// <summary>What the files lack and what a reader must know before trusting a figure.</summary>
internal static class NoteLines
{
    private static readonly Role[] s_wanted = [Role.Invoice, Role.Product, Role.Quantity, Role.Category, Role.Country];

    public static void AppendTo(StringBuilder page, Report report, Ink ink, int width)
    {
        var lines = new List<string>();
        foreach (var input in report.Inputs)
        {
            // A table that was joined plays no part in sales.
            if (input.Layout.Roles.Count > 0 && Missing(input.Layout) is { } missing) lines.Add(missing);
        }

        foreach (var finding in report.Audit.Findings) lines.Add(finding.Count > 1 ? $"{Words.Sentence(finding.Text)} ({Figures.Count(finding.Count)})" : Words.Sentence(finding.Text));
        foreach (var note in report.Segments.Notes) lines.Add(Words.Sentence(note));
        if (report.Segments.Scores is { } scores)
        {
            foreach (var note in scores.Notes) lines.Add(Words.Sentence(note));
        }

        if (lines.Count == 0) return;
        page.Append('\n').Append(ink.Bold("Good to know")).Append('\n');
        var said = new HashSet<string>();
        foreach (var line in lines)
        {
            if (!said.Add(line)) continue;
            var start = page.Length;
            Help.Paragraph(page, line, 4, width);
            page.Remove(start, 4).Insert(start, $"  {ink.Dot} ");
        }
    }

    /// <summary>Which usual columns a file lacks, and what that means; null when it has them all.</summary>
    private static string? Missing(Layout layout)
    {
        var missing = new List<string>();
        foreach (var role in s_wanted)
        {
            if (layout[role] < 0) missing.Add(role.Word());
        }

        if (layout[Role.Price] < 0 && layout[Role.Amount] < 0) missing.Add("price or amount");
        return missing.Count == 0 ? null : $"{Path.GetFileName(layout.Path)} has no column for {Words.List(missing)}; measures that need it are left out.";
    }
}
