using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Imputing;

/// <summary>
/// Finds what fills the gaps of a table. Neighbours are compared by all columns but outcomes: numbers as z-scores (population standard
/// deviation), categories as 0 or 1 for equal or not, each pair of rows over the columns that both have, the squares stretched to all
/// columns. Equally near ones stand in canonical order of their rows, so that the order of rows and columns changes nothing. Costs n log n,
/// and donors · columns for each row that is filled by neighbours.
/// </summary>
/// <remarks>[TCS01]; distances as scikit-learn's KNNImputer has them, on scaled columns.</remarks>
public static class Imputer
{
    /// <summary>Finds it.</summary>
    /// <param name="x">[n × d]; finite, or NaN for missing (outcomes: anything); not changed.</param>
    /// <param name="fills">What to do with each column [d].</param>
    /// <param name="options">Neighbours and flags; null: the defaults.</param>
    public static FittedImputation Fit(Matrix x, IReadOnlyList<Fill> fills, ImputerOptions? options = null)
    {
        Check(x, fills);
        options ??= new();
        var (d, numbers, gaps, some) = (x.Columns, new double[x.Columns], new bool[x.Columns], new bool[x.Columns]);
        var column = new double[x.Rows];
        for (var q = 0; q < d; q++)
        {
            if (fills[q].Kind == FillKind.Outcome) continue;
            for (var i = 0; i < x.Rows; i++) column[i] = x.Values[(i * d) + q];
            var present = ColumnCheck.Present(column, $"column {q}");
            (gaps[q], some[q]) = (present.Length < x.Rows, present.Length > 0);
            numbers[q] = Number(fills[q], present, q);
        }

        int[] compared = [.. Enumerable.Range(0, d).Where(q => fills[q].Kind != FillKind.Outcome && some[q])];
        var wanted = compared.Length > 0 && fills.Any(fill => fill.Kind == FillKind.Neighbours);
        var donors = wanted ? Donors.Of(x, fills, compared, options) : Donors.None;
        return new([.. fills], numbers, gaps, options.Flags, donors);
    }

    // Neighbours fall back on it where there are none.
    private static double Number(Fill fill, ReadOnlySpan<double> present, int q)
    {
        if (fill.Kind == FillKind.Constant) return fill.Value;
        if (present.IsEmpty)
            return fill.Kind == FillKind.Leave ? 0 : throw new ArgumentException($"Column {q} (counted from 0) has no value to fill gaps with.", nameof(present));
        if (fill.Category || fill.Kind == FillKind.Mode) return Description.Of(present, new() { Bins = 1 }).Mode;
        return fill.Kind == FillKind.Mean ? Moments.Mean(present) : Quantile.Median(present);
    }

    private static void Check(Matrix x, IReadOnlyList<Fill> fills)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(fills);
        if (x.Rows < 1 || x.Columns < 1 || x.Values.LongLength != (long)x.Rows * x.Columns)
            throw new ArgumentException($"{x.Values.LongLength} values for {x.Rows} × {x.Columns}; needs at least one row and one column, and all values.", nameof(x));
        if (fills.Count != x.Columns) throw new ArgumentException($"{fills.Count} fills for {x.Columns} columns.", nameof(fills));
        for (var q = 0; q < fills.Count; q++)
        {
            if (fills[q].Category && fills[q].Kind is FillKind.Mean or FillKind.Median)
                throw new ArgumentException($"Column {q} (counted from 0) holds categories; they have no {fills[q].Kind}.", nameof(fills));
            if (!double.IsFinite(fills[q].Value)) throw new ArgumentException($"Column {q} (counted from 0) would be filled with {fills[q].Value}.", nameof(fills));
        }
    }
}
