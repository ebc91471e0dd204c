namespace Clientele.Numerics.Categories;

/// <summary>Finds the categories of columns of codes.</summary>
public static class Encoder
{
    /// <summary>Finds them.</summary>
    /// <param name="x">[n × d]: codes are whole numbers from 0; NaN for missing, which no share counts; not changed.</param>
    /// <param name="codes">What to do with each column [d].</param>
    /// <param name="refuseUnknown">Whether a category that was not fitted, or a missing one, is an error later. Otherwise it becomes 0 in
    /// all columns of one-hot, and share 0; in a given order it has no place and is always an error.</param>
    public static FittedEncoding Fit(Matrix x, IReadOnlyList<ColumnCode> codes, bool refuseUnknown = true)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(codes);
        if (x.Rows < 1 || x.Columns < 1 || x.Values.LongLength != (long)x.Rows * x.Columns)
            throw new ArgumentException($"{x.Values.LongLength} values for {x.Rows} × {x.Columns}; needs at least one row and one column, and all values.", nameof(x));
        if (codes.Count != x.Columns) throw new ArgumentException($"{codes.Count} codes for {x.Columns} columns.", nameof(codes));
        var (levels, shares) = (new int[x.Columns][], new double[x.Columns][]);
        for (var q = 0; q < x.Columns; q++) (levels[q], shares[q]) = Levels(x, codes[q], q);
        return new([.. codes.Select(code => code.Kind)], levels, shares, refuseUnknown);
    }

    private static (int[] Levels, double[] Shares) Levels(Matrix x, ColumnCode code, int q)
    {
        if (code.Kind == CodeKind.Keep) return ([], []);
        var (counts, present) = (new SortedDictionary<int, int>(), 0);
        for (var i = 0; i < x.Rows; i++)
        {
            var value = x.Values[(i * x.Columns) + q];
            if (double.IsNaN(value)) continue;
            if (!(value >= 0 && value <= int.MaxValue && value == Math.Floor(value)))
                throw new ArgumentException($"Row {i}, column {q} (counted from 0) is {value}; codes of categories are whole numbers from 0.", nameof(x));
            counts[(int)value] = counts.GetValueOrDefault((int)value) + 1;
            present++;
        }

        if (code.Kind != CodeKind.Ordinal) return ([.. counts.Keys], code.Kind == CodeKind.Frequency ? [.. counts.Values.Select(count => (double)count / present)] : []);
        int[] order = [.. code.Order ?? throw new ArgumentException($"Column {q} (counted from 0) needs the order of its categories.", nameof(code))];
        if (order.Distinct().Count() != order.Length) throw new ArgumentException($"The order of column {q} (counted from 0) names a category twice.", nameof(code));
        foreach (var level in counts.Keys)
        {
            if (!order.Contains(level)) throw new ArgumentException($"Column {q} (counted from 0) holds category {level}, which its order does not name.", nameof(code));
        }

        return (order, []);
    }
}
