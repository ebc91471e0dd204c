using System.Globalization;
using Clientele.Cleaning;

namespace Clientele.Tables;

/// <summary>What a reader of a table must know about its file: lines above the header, columns of one name, lines that were set aside.</summary>
internal static class TableNotes
{
    private const int MostShown = 5;

    public static IEnumerable<Finding> Of(Table table)
    {
        var (path, layout) = (TableProblems.Cut(table.Path), table.Layout);
        if (layout.HeaderLine > 1 || (layout.HeaderLine == 0 && layout.SkippedLines > 0))
        {
            var skipped = layout.HeaderLine > 1 ? layout.HeaderLine - 1 : layout.SkippedLines;
            var above = layout.Decisions.FirstOrDefault(d => d.Subject == "header")?.Reason is { } reason && reason.IndexOf("skipped above it:", StringComparison.Ordinal) is >= 0 and var at ? $" ({TableProblems.Cut(reason[(at + "skipped above it:".Length)..].Trim())})" : "";
            yield return new("table.skipped-lines", $"{path}: {(layout.HeaderLine > 1 ? $"the names of the columns stand in line {Text(layout.HeaderLine)}; what stands above was left out" : $"no line of names was found, and the first {Text(skipped)} {(skipped == 1 ? "line was" : "lines were")} left out, because the others are written in another way")}{above}. --header-line N says otherwise.", skipped);
        }

        foreach (var column in table.Columns)
        {
            if (string.Equals(column.Name, column.Header, StringComparison.Ordinal)) continue;
            var first = table.Columns.First(c => string.Equals(c.Header, column.Header, StringComparison.Ordinal));
            yield return new("table.same-name", $"{path}: columns {Text(first.Number)} and {Text(column.Number)} are both called {TableProblems.Cut(column.Header)}; the second is called {TableProblems.Cut(column.Name)} here.{(SameCells(first, column) ? " They hold the same." : "")}", 1);
        }

        if (table.Rejected.Count == 0) yield break;
        var shown = string.Join("; ", table.Rejected.Take(MostShown).Select(r => r.Said(table.Path)));
        yield return new("table.set-aside", $"{path}: {(table.Rejected.Count == 1 ? "1 line was" : Text(table.Rejected.Count) + " lines were")} set aside: line {shown}{(table.Rejected.Count > MostShown ? " …" : "")}.", table.Rejected.Count);
    }

    private static bool SameCells(TableColumn a, TableColumn b)
    {
        for (var row = 0; row < a.Rows; row++)
        {
            if (!a.Cells[row].SequenceEqual(b.Cells[row])) return false;
        }

        return true;
    }

    private static string Text(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
