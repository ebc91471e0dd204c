using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.People;
using Clientele.People.Joining;

namespace Clientele.Cli.Summary;

/// <summary>What was done to a customer table, what is suspicious, what was worked out, and what its columns mean.</summary>
internal static class PeopleText
{
    public static void AppendTo(StringBuilder page, PeopleData people, Ink ink, int width)
    {
        Rows(page, people, ink, width);
        Cells(page, people, ink, width);
        Notes(page, people, ink, width);
        var derived = people.Derived;
        if (derived.Count > 0)
        {
            page.Append('\n').Append(ink.Bold("Worked out (copy into --derive to change one; --derive none for none)")).Append('\n');
            foreach (var column in derived) Point(page, column.Expression, ink, width);
        }

        if (people.Plan.Dictionary is null) return;
        page.Append('\n').Append(ink.Bold("What the columns mean")).Append('\n');
        foreach (var column in people.Customers.Columns)
        {
            if (column.Meaning.Length > 0 && people.Note(column.Name).Part != ColumnPart.Derived) Help.Paragraph(page, $"{column.Name}: {column.Meaning}{(column.Unit.Length > 0 ? $" [{column.Unit}]" : "")}", 2, width);
        }
    }

    private static void Rows(StringBuilder page, PeopleData people, Ink ink, int width)
    {
        var audit = people.Audit;
        page.Append('\n').Append(ink.Bold("Rows")).Append('\n');
        var table = new Table(width).Column("").Column("", right: true).Row("Read", Figures.Count(audit.RowsRead));
        foreach (var entry in audit.Dropped.Where(d => d.Rows > 0)) table.Row($"{ink.Minus} {Why(entry.Rule)}", Figures.Count(entry.Rows));
        table.Row("= Kept", Figures.Count(audit.RowsKept)).AppendTo(page);
    }

    private static void Cells(StringBuilder page, PeopleData people, Ink ink, int width)
    {
        if (people.Audit.Cells.Count == 0) return;
        page.Append('\n').Append(ink.Bold("Cells")).Append('\n');
        foreach (var entry in people.Audit.Cells) Point(page, Changed(entry), ink, width);
        if (people.Audit.Cells.Any(c => c.Action == "flagged")) Help.Paragraph(page, Flagged, 2, width);
    }

    private static void Notes(StringBuilder page, PeopleData people, Ink ink, int width)
    {
        var decisions = people.Notes.SelectMany((note, i) => note.Decisions.Select(d => $"{people.Customers.Columns[i].Name}: {d}.")).ToArray();
        if (people.Joins.Count + people.Audit.Findings.Count + decisions.Length == 0) return;
        page.Append('\n').Append(ink.Bold("Good to know")).Append('\n');
        foreach (var join in people.Joins) Point(page, Joined(join), ink, width);
        foreach (var decision in decisions) Point(page, decision, ink, width);
        foreach (var finding in people.Audit.Findings.Where(f => !IsJoinCount(f)))
            Point(page, Said(finding), ink, width);
    }

    /// <summary>What to do about cells that were only told of.</summary>
    public const string Flagged = "Flagged cells were kept as they are. --suspicious missing sets implausible ones missing, --suspicious drop leaves their rows out; cells.csv in --out lists them.";

    /// <summary>What was done to the cells of a column: <c>Age: 3 cells flagged (older than 110 years).</c></summary>
    public static string Changed(CellEntry entry) =>
        $"{entry.Column}: {Figures.Count(entry.Cells, "cell")} {(entry.Action == "row dropped" ? "left out with their rows" : entry.Action)} ({entry.Reason}).";

    /// <summary>Why rows were left out, in words.</summary>
    public static string Why(string rule) => rule switch
    {
        "no-id" => "without an id",
        "duplicates" => "repeated word for word",
        "totals-line" => "totals, which are no customers",
        "comment-line" => "comments, which are no customers",
        "unreadable-line" => "lines that cannot be read",
        "missing" => "with a missing value",
        "outliers" => "with an outlier",
        "suspicious" => "with an implausible value",
        _ => rule,
    };

    /// <summary>What a joined table matched, on both sides.</summary>
    public static string Joined(JoinResult join) =>
        $"Joined {join.Path} by {join.Key}: {Figures.Count(join.Matched, "customer")} matched, {Figures.Count(join.Unmatched)} {(join.Unmatched == 1 ? "has" : "have")} no row there, {Figures.Count(join.Unused)} of its rows {(join.Unused == 1 ? "belongs" : "belong")} to nobody{(join.WithoutKey > 0 ? $", {Figures.Count(join.WithoutKey)} of its rows {(join.WithoutKey == 1 ? "has" : "have")} no key" : "")}.";

    /// <summary>A finding with its count where the sentence needs it.</summary>
    public static string Said(Cleaning.Finding finding) =>
        finding.Code == "people.undefined" ? $"{finding.Text.TrimEnd('.')} for {Figures.Count(finding.Count, "customer")}." : finding.Text;

    /// <summary>Tells again by <see cref="Joined"/>.</summary>
    public static bool IsJoinCount(Cleaning.Finding finding) => finding.Code is "join.unmatched" or "join.unused" or "join.no-key";

    private static void Point(StringBuilder page, string text, Ink ink, int width)
    {
        var start = page.Length;
        Help.Paragraph(page, text, 4, width);
        page.Remove(start, 4).Insert(start, $"  {ink.Dot} ");
    }
}
