using System.Runtime.CompilerServices;

namespace Clientele.Numerics.Statistics;

/// <summary>Checks columns of numbers in which NaN stands for a missing value.</summary>
internal static class ColumnCheck
{
    /// <summary>At least one column, all as long as the first. Infinite values are found where the columns are read.</summary>
    /// <returns>Rows.</returns>
    public static int Rows(IReadOnlyList<double[]> columns, [CallerArgumentExpression(nameof(columns))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(columns, name);
        if (columns.Count == 0) throw new ArgumentException("Needs at least one column.", name);
        for (var q = 0; q < columns.Count; q++)
        {
            ArgumentNullException.ThrowIfNull(columns[q], name);
            if (columns[q].Length != columns[0].Length)
                throw new ArgumentException($"Column {q} (counted from 0) has {columns[q].Length} rows, column 0 has {columns[0].Length}.", name);
        }

        return columns[0].Length;
    }

    /// <summary>The mistake of an infinite value.</summary>
    public static ArgumentException Infinite(int row, double value, string name) =>
        new($"Row {row} (counted from 0) is {value}; only finite numbers can be used, and NaN for a missing one.", name);

    /// <summary>The values that are there.</summary>
    public static double[] Present(ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        var (present, count) = (new double[values.Length], 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            if (!double.IsFinite(values[i])) throw Infinite(i, values[i], name);
            present[count++] = values[i];
        }

        return count == present.Length ? present : present[..count];
    }
}
