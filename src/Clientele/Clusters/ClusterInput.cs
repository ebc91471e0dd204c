using Clientele.Numerics;
using Clientele.Tables;

namespace Clientele.Clusters;

/// <summary>The rows of a table as numbers, in their own units, nothing missing.</summary>
/// <param name="Table">Where they stand.</param>
/// <param name="Columns">What the columns of <paramref name="Values"/> are.</param>
/// <param name="Rows">Row of the table, from 0, of each row of <paramref name="Values"/>: all but the dropped ones.</param>
/// <param name="Values">[rows × columns]; a category is its place among the categories.</param>
internal sealed record ClusterInput(Table Table, IReadOnlyList<ClusterColumn> Columns, int[] Rows, Matrix Values)
{
    public static ClusterInput Of(Table table, ColumnChoice choice, ClusterPlan plan, List<string> notes)
    {
        var values = new double[choice.Columns.Count][];
        var columns = new ClusterColumn[values.Length];
        for (var q = 0; q < values.Length; q++)
        {
            var column = choice.Columns[q];
            if (choice.Frequent.Contains(column))
            {
                var shares = WordShares.Of(column);
                (values[q], columns[q]) = (WordShares.Values(column, shares, out _), new(column.Name, null, null, 0, 0, null) { Shares = shares });
                notes.Add(WordShares.Said(column.Name, shares));
            }
            else if (choice.Categorical[q])
            {
                var categories = Categories(column);
                (values[q], columns[q]) = (Codes(column, categories), new(column.Name, null, categories, 0, Math.Max(0, categories.Length - 1), null));
            }
            else
            {
                var numbers = NumberColumn.Of(column, plan.Reading.Decimal);
                (values[q], columns[q]) = (numbers.Values, new(column.Name, numbers.Unit, null, 0, 0, null));
            }
        }

        var rows = MissingRule.Apply(choice.Columns, columns, values, plan.Missing, notes);
        if (rows.Length == 0) throw ClusterProblems.NoRowsLeft(table, plan.Missing);
        for (var q = 0; q < columns.Length; q++)
        {
            var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var row in rows) (least, most) = (Math.Min(least, values[q][row]), Math.Max(most, values[q][row]));
            columns[q] = columns[q] with { Least = least, Most = most };
            if (least == most && rows.Length > 1) notes.Add($"{columns[q].Name} is the same in every row, so it tells none apart.");
        }

        return new(table, columns, rows, Gather(values, rows));
    }

    internal static Matrix Gather(double[][] values, int[] rows)
    {
        if ((long)rows.Length * values.Length > Array.MaxLength) throw ClusterProblems.TooManyValues(rows.Length, values.Length);
        var all = new double[rows.Length * values.Length];
        var at = 0;
        foreach (var row in rows)
        {
            foreach (var column in values) all[at++] = column[row];
        }

        return new(all, rows.Length, values.Length);
    }

    /// <summary>The texts of a column, each once, in ordinal order.</summary>
    private static string[] Categories(TableColumn column)
    {
        var texts = new SortedSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < column.Rows; row++)
        {
            if (!column.IsMissing(row)) texts.Add(column.Text(row).Trim());
        }

        return [.. texts];
    }

    private static double[] Codes(TableColumn column, string[] categories)
    {
        var codes = new double[column.Rows];
        for (var row = 0; row < codes.Length; row++)
            codes[row] = column.IsMissing(row) ? double.NaN : Array.BinarySearch(categories, column.Text(row).Trim(), StringComparer.Ordinal);
        return codes;
    }
}
