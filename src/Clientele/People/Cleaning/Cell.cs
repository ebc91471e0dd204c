using System.Globalization;
using Clientele.Customers;

namespace Clientele.People.Cleaning;

/// <summary>Single values of a column.</summary>
internal static class Cell
{
    /// <summary>As an output shows it; empty for missing.</summary>
    public static string Text(CustomerColumn column, int row) => column.Kind switch
    {
        ColumnKind.Date => column.Ticks[row] == 0 ? "" : new DateTime(column.Ticks[row], DateTimeKind.Unspecified) is var date && date.TimeOfDay == TimeSpan.Zero
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        ColumnKind.Text => column.Texts[row],
        _ => Text(column.Numbers[row]),
    };

    public static string Text(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    public static bool IsMissing(CustomerColumn column, int row) => column.Kind switch
    {
        ColumnKind.Date => column.Ticks[row] == 0,
        ColumnKind.Text => column.Texts[row].Length == 0,
        _ => double.IsNaN(column.Numbers[row]),
    };

    /// <summary>Rows in which nothing is known, ascending.</summary>
    public static int[] Missing(CustomerColumn column, int count)
    {
        var rows = new List<int>();
        for (var row = 0; row < count; row++)
        {
            if (IsMissing(column, row)) rows.Add(row);
        }

        return [.. rows];
    }

    /// <summary>The column with those cells emptied, and its levels again.</summary>
    public static CustomerColumn Missing(CustomerColumn column, IEnumerable<int> rows)
    {
        switch (column.Kind)
        {
            case ColumnKind.Date:
                var ticks = (long[])column.Ticks.Clone();
                foreach (var row in rows) ticks[row] = 0;
                return column with { Ticks = ticks };
            case ColumnKind.Text:
                var texts = (string[])column.Texts.Clone();
                foreach (var row in rows) texts[row] = "";
                return Texts(column, texts);
            default:
                var numbers = (double[])column.Numbers.Clone();
                foreach (var row in rows) numbers[row] = double.NaN;
                return column with { Numbers = numbers };
        }
    }

    /// <summary>The column with other texts; its levels are those that occur, by share, or in the order they had.</summary>
    public static CustomerColumn Texts(CustomerColumn column, string[] texts)
    {
        if (column.Levels.Count == 0) return column with { Texts = texts };
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (text.Length > 0) counts[text] = counts.GetValueOrDefault(text) + 1;
        }

        string[] levels = column.Nature == Tables.ColumnKind.Ordinal
            ? [.. column.Levels.Where(counts.ContainsKey), .. counts.Keys.Where(k => !column.Levels.Contains(k, StringComparer.Ordinal)).Order(StringComparer.Ordinal)]
            : [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
        return column with { Texts = texts, Levels = levels };
    }
}
