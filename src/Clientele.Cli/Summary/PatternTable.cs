using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.People.Segments;
using Clientele.People.Segments.Profiling;

namespace Clientele.Cli.Summary;

/// <summary>What segments buy, where, and how much of it on deals: a share per segment, marked where it stands out, and the same in words.</summary>
internal static class PatternTable
{
    private const int MostRows = 12;
    private const int MostSaid = 3;

    /// <summary>Adds nothing where no column tells of goods, channels or deals.</summary>
    public static void AppendTo(StringBuilder page, PeopleSegmentReport report, Ink ink, int width)
    {
        // One kind of goods alone is all of them.
        var families = report.Patterns.GroupBy(p => p.Family, StringComparer.Ordinal).Select(f => (f.Key, Columns: Columns(f))).Where(f => f.Columns.Length > 1 || f.Key == "deals").ToArray();
        if (families.Length == 0 || report.Segments.Count < 2) return;
        Help.Title(page.Append('\n'), "What they buy, and where", ink, width);
        var table = new Table(width).Column("").Column("All", right: true);
        for (var c = 0; c < report.Segments.Count; c++) table.Column(Figures.Count(c + 1), right: true, weight: c + 1);
        var left = 0;
        foreach (var (family, columns) in families)
        {
            table.Row([Head(family), .. Enumerable.Repeat("", report.Segments.Count + 1)]);
            foreach (var column in columns.Take(MostRows)) table.Row(["  " + column[0].Label, Figures.Percent(column[0].Overall), .. column.Select(Cell)]);
            left += Math.Max(0, columns.Length - MostRows);
        }

        table.AppendTo(page);
        CampaignTable.Hidden(page, table, report, "patterns.csv", width);
        Help.Paragraph(page, $"+ and - lie a quarter or more above or below all customers.{(left > 0 ? $" {Figures.Count(left, "smaller column")} more and means" : " Sums and means")} per customer: patterns.csv.", 2, width);
        Said(page, report, families.SelectMany(f => f.Columns).ToArray(), ink, width);
    }

    private static Pattern[][] Columns(IEnumerable<Pattern> family) =>
        [.. family.GroupBy(p => p.Column, StringComparer.Ordinal).Select(g => g.OrderBy(p => p.Segment).ToArray())
            .OrderByDescending(g => double.IsNaN(g[0].Overall) ? -1 : g[0].Overall).ThenBy(g => g[0].Column, StringComparer.Ordinal)];

    private static string Head(string family) => family switch
    {
        "goods" => "Of the money, spent on",
        "channels" => "Of the purchases, made by",
        _ => "Of the purchases, made on",
    };

    private static string Cell(Pattern pattern) =>
        double.IsNaN(pattern.Share) ? "" : Figures.Percent(pattern.Share) + (!pattern.StandsOut ? " " : pattern.Share > pattern.Overall ? "+" : "-");

    private static void Said(StringBuilder page, PeopleSegmentReport report, Pattern[][] columns, Ink ink, int width)
    {
        var said = false;
        for (var c = 0; c < report.Segments.Count; c++)
        {
            var most = columns.Select(g => g[c]).Where(p => p.StandsOut).OrderByDescending(p => Math.Abs(Math.Log(Math.Max(p.Lift, 1e-9)))).ThenBy(p => p.Column, StringComparer.Ordinal).Take(MostSaid).ToArray();
            if (most.Length == 0) continue;
            said = true;
            var start = page.Length;
            Help.Paragraph(page, $"{Figures.Count(c + 1)} {report.Segments[c].Name}: {string.Join("; ", most.Select(Words))}.", 4, width);
            page.Remove(start, 4).Insert(start, $"  {ink.Dot} ");
        }

        if (!said) Help.Paragraph(page, "No segment stands out: all buy much the same in much the same way.", 2, width);
    }

    private static string Words(Pattern pattern)
    {
        var word = (pattern.Share > pattern.Overall ? "more" : "less") + pattern.Family switch { "goods" => "", "channels" => " often by", _ => " often on" };
        return $"{word} {pattern.Label} ({Figures.Percent(pattern.Share)}, all {Figures.Percent(pattern.Overall)})";
    }
}
