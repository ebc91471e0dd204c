using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.People;
using Clientele.People.Describing;
using Clientele.People.Typing;
using Clientele.Tables;
using Table = Clientele.Cli.Screen.Table;

namespace Clientele.Cli.Summary;

/// <summary>Customers described, on a few pages.</summary>
internal static class DescribeText
{
    private const int LongestName = 26;
    private const int MostLevels = 8;
    private const int MostRows = 200;

    public static string Of(DescribeReport report, Destination destination, Terminal terminal)
    {
        var (page, ink, width) = (new StringBuilder(), Ink.For(terminal), terminal.Width);
        var made = report.People?.Derived.Count ?? 0;
        Help.Title(page, $"{Figures.Count(report.Customers.Count, "customer")}, {Figures.Count(report.Customers.Columns.Count, "column")}{(made > 0 ? $" ({Figures.Count(made)} worked out)" : "")}.", ink, width);
        if (report.People is { } read)
        {
            Help.Paragraph(page, read.IdColumn is { } id ? $"Customers are named by {id}." : "No column names the customers: rows are numbered.", 2, width);
            if (read.AsOf is { } day) Help.Paragraph(page, $"Ages and days count to {Figures.Day(day)}: {read.AsOfReason}.", 2, width);
        }

        Numbers(page, report, ink, width, terminal.Unicode);
        Flags(page, report, ink, width);
        Categories(page, report, ink, width);
        Rest(page, report, ink, width);
        RelationText.AppendTo(page, report, ink, width);
        if (report.People is { } people) PeopleText.AppendTo(page, people, ink, width);
        Next(page.Append('\n'), destination, width);
        return terminal.Unicode ? page.ToString() : page.Replace("…", "...").Replace("−", "-").Replace("η", "eta").ToString();
    }

    private static void Numbers(StringBuilder page, DescribeReport report, Ink ink, int width, bool unicode)
    {
        NumberSummary[] rows = [.. report.Numbers.Where(n => n.Column.Nature != ColumnKind.Flag)];
        if (rows.Length == 0) return;
        page.Append('\n').Append(ink.Bold("Numbers")).Append('\n');
        var more = rows.Length - MostRows;
        if (more > 1) rows = rows[..MostRows];
        var gaps = rows.Any(r => r.Values.Missing > 0);
        var table = new Table(width).Column("Column").Column("Unit", weight: 6);
        if (gaps) table.Column("Missing", right: true, weight: 1);
        table.Column("Mean", right: true).Column("Median", right: true).Column("SD", right: true, weight: 3).Column("Least", right: true, weight: 2).Column("Q1", right: true, weight: 7)
            .Column("Q3", right: true, weight: 8).Column("Most", right: true, weight: 2).Column("Skew", right: true, weight: 9).Column("Distinct", right: true, weight: 10);
        if (unicode) table.Column("Shape", weight: 4);
        foreach (var (column, v) in rows)
        {
            List<string> cells = [Short(column.Name), column.Unit.Length <= 9 ? column.Unit : ""];
            if (gaps) cells.Add(v.Missing == 0 ? "" : Figures.Count(v.Missing));
            cells.AddRange([Value(v.Mean), Value(v.Median), Value(v.Sd), Value(v.Min), Value(v.Q1), Value(v.Q3), Value(v.Max), Value(v.Skewness), Figures.Count(v.Distinct)]);
            if (unicode) cells.Add(Sparks.Of(v.Histogram));
            table.Row([.. cells]);
        }

        table.AppendTo(page);
        if (more > 1) Help.Paragraph(page, $"and {Figures.Count(more)} more columns of numbers: columns.csv in --out.", 2, width);
    }

    private static void Flags(StringBuilder page, DescribeReport report, Ink ink, int width)
    {
        NumberSummary[] rows = [.. report.Numbers.Where(n => n.Column.Nature == ColumnKind.Flag)];
        if (rows.Length == 0) return;
        page.Append('\n').Append(ink.Bold("Yes or no")).Append('\n');
        var table = new Table(width).Column("Column").Column("Yes", right: true).Column("Share", right: true).Picture(4, 20, 2, (row, room) => ink.Bar(double.IsNaN(rows[row].Values.Mean) ? 0 : rows[row].Values.Mean, room), (_, text) => text)
            .Column("Missing", right: true, weight: 1).Column("", weight: 3);
        foreach (var (column, v) in rows)
        {
            table.Row(Short(column.Name), Figures.Count((long)Math.Round(v.Mean * v.Count)), $"{(v.Mean * 100).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)}%", "", v.Missing == 0 ? "" : Figures.Count(v.Missing), report.People?.Note(column.Name).Part == ColumnPart.Outcome ? "outcome" : "");
        }

        table.AppendTo(page);
    }

    private static void Categories(StringBuilder page, DescribeReport report, Ink ink, int width)
    {
        if (report.Categories.Count == 0) return;
        page.Append('\n').Append(ink.Bold("Categories")).Append('\n');
        foreach (var (column, levels, v) in report.Categories)
        {
            var shares = v.Shares();
            var shown = levels.Select((level, i) => (level, share: shares[i])).Take(MostLevels).Select(l => $"{TableCut(l.level)} {Figures.Percent(l.share)}");
            var more = levels.Count > MostLevels ? $" and {Figures.Count(levels.Count - MostLevels)} more" : "";
            var missing = v.Missing > 0 ? $"; {Figures.Count(v.Missing)} missing" : "";
            var order = column.Nature == ColumnKind.Ordinal ? " (in order)" : "";
            Help.Paragraph(page, $"{column.Name}{order}: {string.Join(", ", shown)}{more}{missing}.", 2, width);
        }
    }

    private static void Rest(StringBuilder page, DescribeReport report, Ink ink, int width)
    {
        if (report.Dates.Count + report.Others.Count == 0) return;
        page.Append('\n').Append(ink.Bold("Dates and texts")).Append('\n');
        foreach (var date in report.Dates)
        {
            var missing = date.Missing > 0 ? $"; {Figures.Count(date.Missing)} missing" : "";
            Help.Paragraph(page, date is { First: { } first, Last: { } last } ? $"{date.Column.Name}: {Figures.Day(first)} to {Figures.Day(last)}, {Figures.Count(date.Distinct, "different day")}{missing}." : $"{date.Column.Name}: nothing is known.", 2, width);
        }

        foreach (var text in report.Others) Help.Paragraph(page, $"{text.Column.Name}: {TypeWords.Of(text.Column.Nature)}, {Figures.Count(text.Distinct)} different{(text.Missing > 0 ? $"; {Figures.Count(text.Missing)} missing" : "")}.", 2, width);
    }

    private static void Next(StringBuilder page, Destination destination, int width) => Help.Paragraph(page, destination.Folder is { } folder
        ? $"The results lie in {folder}: {Words.List(destination.Files)}."
        : "Nothing was written. To keep every figure as CSV and JSON, add: --out described", 2, width);

    private static string Value(double value) => Math.Abs(value) is 0 or (>= 0.01 and < 1e15) ? Figures.Typical(value) : double.IsNaN(value) ? "-" : value.ToString("G3", System.Globalization.CultureInfo.InvariantCulture);

    private static string Short(string name) => name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName - 1), "~");

    private static string TableCut(string level) => level.Length <= 30 ? level : string.Concat(level.AsSpan(0, 29), "~");
}
