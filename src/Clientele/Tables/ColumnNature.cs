using Clientele.Sales.Layouts;

namespace Clientele.Tables;

/// <summary>What a column holds, and why that is thought; judged from all its cells.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Reason">The evidence in words.</param>
public sealed record ColumnNature(ColumnKind Kind, string Reason)
{
    /// <summary>More different texts than this, or than half of the rows, are no categories.</summary>
    private const int MostCategories = 100;

    /// <summary>Fewer rows may count up by chance.</summary>
    private const int LeastRun = 10;

    // Folded names of columns that name things, and endings of such names.
    private static readonly HashSet<string> s_idNames = new(StringComparer.Ordinal)
    {
        "id", "key", "uid", "uuid", "guid", "nr", "no", "number", "index", "row", "rownumber", "customernumber", "customerno", "customernr", "kundennummer", "kundennr",
        "customer", "client", "clientno", "clientnumber", "accountnumber", "accountno", "memberno", "membernumber", "unnamed0", "email", "phone",
    };

    public static ColumnNature Of(TableColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var evidence = column.Evidence;
        if (evidence.Filled == 0) return new(ColumnKind.Empty, "no cell is filled");
        if (evidence.Dates * 10 >= evidence.Filled * 9) return new(ColumnKind.Date, $"{evidence.Dates} of {evidence.Filled} filled cells are days");
        var distinct = Distinct(column);
        if (NamesThings(column.Name)) return new(ColumnKind.Id, "its name says so");
        if (evidence.IsNumeric) return Numeric(column, evidence, distinct);
        if (distinct.Count == evidence.Filled && evidence.Filled >= 3 && !HasBlank(distinct)) return new(ColumnKind.Id, "every row has another word");
        if (distinct.Count == 2 && IsYesNo(distinct)) return new(ColumnKind.Flag, "two values that mean yes and no");
        return distinct.Count <= MostCategories && distinct.Count * 2 <= evidence.Filled
            ? new(ColumnKind.Category, $"{distinct.Count} different texts in {evidence.Filled} filled cells")
            : new(ColumnKind.Text, $"{evidence.Filled - evidence.Numbers} of {evidence.Filled} filled cells are no numbers");
    }

    private static ColumnNature Numeric(TableColumn column, ColumnEvidence evidence, HashSet<string> distinct)
    {
        var unique = distinct.Count == evidence.Filled && evidence.Filled >= 3;
        if (unique && evidence.Whole == evidence.Filled)
        {
            if (evidence.LeadingZeros > 0) return new(ColumnKind.Id, "every row has another number, some with leading zeros");
            if (IsRun(column, distinct)) return new(ColumnKind.Id, "it counts the rows");
        }

        if (evidence.Filled > 2 && distinct.Count == 2 && distinct.Contains("0") && distinct.Contains("1")) return new(ColumnKind.Flag, "0 and 1 only");
        return evidence.Whole == evidence.Filled && evidence.Percents == 0
            ? new(ColumnKind.Count, "whole numbers, 0 or more")
            : new(ColumnKind.Amount, "numbers");
    }

    internal static bool NamesThings(string name)
    {
        var spaced = Table.Folded(name, gaps: true);
        return s_idNames.Contains(Table.Folded(name, gaps: false)) || spaced.EndsWith(" id", StringComparison.Ordinal) || spaced.StartsWith("id ", StringComparison.Ordinal);
    }

    private static HashSet<string> Distinct(TableColumn column)
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < column.Rows; row++)
        {
            if (!column.IsMissing(row)) distinct.Add(System.Text.Encoding.UTF8.GetString(Words.Trim(column.Cells[row])));
        }

        return distinct;
    }

    // 1 … n or 0 … n − 1 in any order, given that all differ.
    private static bool IsRun(TableColumn column, HashSet<string> distinct)
    {
        if (column.Evidence.Missing > 0 || column.Rows < LeastRun) return false;
        var (least, most) = (decimal.MaxValue, decimal.MinValue);
        foreach (var text in distinct)
        {
            if (!decimal.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value)) return false;
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        return least is 0 or 1 && most - least + 1 == column.Rows;
    }

    internal static bool IsYesNo(IReadOnlyCollection<string> words) =>
        words.All(w => w.ToLowerInvariant() is "yes" or "no" or "y" or "n" or "true" or "false" or "t" or "f" or "ja" or "nein" or "oui" or "non" or "si" or "0" or "1");

    private static bool HasBlank(HashSet<string> words) => words.Any(w => w.Contains(' ', StringComparison.Ordinal));
}
