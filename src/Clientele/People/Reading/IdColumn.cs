using System.Text;
using Clientele.People.Typing;
using Clientele.Sales;
using Clientele.Sales.Layouts;
using Clientele.Tables;

namespace Clientele.People.Reading;

/// <summary>Finds the column that names the customers.</summary>
internal static class IdColumn
{
    /// <summary>From here on a name says so only together with values that all differ.</summary>
    private const int WeakRank = 2;

    /// <summary>The column and why, or null when no column names the rows.</summary>
    public static (TableColumn Column, string Reason)? Find(Table table, string? asked)
    {
        if (asked is not null) return (table.Find(asked, "--id"), "asked for");
        foreach (var rank in new[] { 0, 1, 2, 3 })
        {
            foreach (var column in table.Columns)
            {
                if (Rank(column.Name) != rank || column.Evidence.Filled == 0) continue;
                if (rank < WeakRank || (rank == 3 && column.Evidence.Missing * 2 <= column.Rows) || Differ(column)) return (column, "its name says so");
            }
        }

        foreach (var column in table.Columns)
        {
            if (column.Evidence.Missing == 0 && (ColumnNature.NamesThings(column.Name) || LooksLikeIds(column)) && Differ(column)) return (column, "every row has another one");
        }

        return null;
    }

    private static int Rank(string name)
    {
        var (folded, spaced) = (Encoding.UTF8.GetBytes(Table.Folded(name, gaps: false)), Encoding.UTF8.GetBytes(Table.Folded(name, gaps: true)));
        return folded.Length == 0 ? -1 : RoleNames.Rank(Role.Customer, folded, spaced);
    }

    // Words, or numbers with leading zeros; other numbers that all differ may be amounts.
    private static bool LooksLikeIds(TableColumn column)
    {
        var evidence = column.Evidence;
        return evidence.Dates == 0 && (evidence.Numbers == 0 || (evidence.Whole == evidence.Filled && evidence.LeadingZeros > 0));
    }

    private static bool Differ(TableColumn column)
    {
        var coding = Coding.Of(column.Cells);
        return coding.Count == column.Evidence.Filled && (column.Evidence.Numbers == column.Evidence.Filled || !coding.Texts().Any(t => t.Contains(' ', StringComparison.Ordinal)) || ColumnNature.NamesThings(column.Name) || Rank(column.Name) >= 0);
    }
}
