using Clientele.Numerics.Statistics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Association;

/// <summary>
/// Correlations of numbers. NaN stands for a missing value; each pair of columns is compared over the rows in which both are there. All
/// sums are of whole numbers and exact: order of rows, order of columns, other columns and threads change no bit.
/// </summary>
/// <remarks>Values are rounded to about 1e-15 of their column's half range first (<see cref="WholeUnit"/>). p-values: Student's t.</remarks>
public static class Correlation
{
    // Variance in units, 2^80: below it roundings to whole numbers would reach the twelfth digit.
    private const double LeastSpread = 1.2e24;

    /// <summary>Pearson's r: how near two columns are to a straight line.</summary>
    /// <param name="a">[n], finite, or NaN for missing.</param>
    /// <param name="b">[n], finite, or NaN for missing.</param>
    public static Correlated Pearson(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var matrix = Pearson(Two(a, b), new() { Threads = 1 });
        return new(matrix[0, 1], matrix.Pairs(0, 1));
    }

    /// <summary>Spearman's ρ: Pearson's r of the ranks, equal values having their average rank; ranks are taken among the rows compared.</summary>
    /// <param name="a">[n], finite, or NaN for missing.</param>
    /// <param name="b">[n], finite, or NaN for missing.</param>
    public static Correlated Spearman(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var matrix = Spearman(Two(a, b), new() { Threads = 1 });
        return new(matrix[0, 1], matrix.Pairs(0, 1));
    }

    /// <summary>Pearson's r of all pairs; costs d² · n / 2, and a bit a value.</summary>
    /// <param name="columns">[d], each [n]; finite, or NaN for missing.</param>
    /// <param name="context">Threads, progress, cancellation, limit; null: the defaults.</param>
    public static CorrelationMatrix Pearson(IReadOnlyList<double[]> columns, FitContext? context = null)
    {
        var (n, d) = (ColumnCheck.Rows(columns), columns.Count);
        context ??= FitContext.Default;
        context.Reserve($"the correlation of {d} columns of {n:#,0} rows", (0.2 * d * n) + (48.0 * d * d) + 1e6, "Compare fewer columns, or a sample of the rows.");
        using var crew = new Crew(context.Threads);
        var units = new WholeUnit[d];
        crew.Run(d, (q, _) => units[q] = WholeUnit.Of(columns[q], $"columns[{q}]"), context.Cancellation);
        context.Progress?.Report(0.1);
        var whole = new RoundedColumns(columns, units);
        var products = PairSums.Of(whole, narrow: false, crew, Part(context, 0.1, 0.7), context.Cancellation);
        var masked = MaskedSums.Of(whole, units, crew, Part(context, 0.7, 1), context.Cancellation);
        var (values, pairs) = (new double[d * d], new int[d * d]);
        crew.Run(d, (a, _) =>
        {
            for (var b = 0; b <= a; b++)
            {
                var (here, there) = ((a * d) + b, (b * d) + a);
                pairs[here] = pairs[there] = MaskedSums.Pairs(units[a], units[b]);
                var coarse = Coarse(units[a], pairs[here], masked.Sums[here], masked.Squares[here]) || Coarse(units[b], pairs[here], masked.Sums[there], masked.Squares[there]);
                values[here] = values[there] = coarse
                    ? Alone(columns[a], columns[b])
                    : PearsonSums.Of(pairs[here], masked.Sums[here], masked.Sums[there], masked.Squares[here], masked.Squares[there], products[here]);
            }
        }, context.Cancellation);
        return new(d, values, pairs);
    }

    /// <summary>Spearman's ρ of all pairs; costs d² · n / 2, as much again in slower steps for pairs with different gaps, and 12 · d · n bytes.</summary>
    /// <param name="columns">[d], each [n]; finite, or NaN for missing.</param>
    /// <param name="context">Threads, progress, cancellation, limit; null: the defaults.</param>
    public static CorrelationMatrix Spearman(IReadOnlyList<double[]> columns, FitContext? context = null) => new SpearmanRun(columns, context ?? FitContext.Default).Run();

    /// <summary>Tells the progress of a part of the work.</summary>
    internal static Action<double> Part(FitContext context, double from, double to) =>
        context.Progress is { } progress ? share => progress.Report(from + (share * (to - from))) : static _ => { };

    // Whether the rows that a pair shares leave out what the column's unit was made for, and spread too little in that unit.
    private static bool Coarse(WholeUnit column, int pairs, Int128 sum, Int128 squares) =>
        pairs > 1 && pairs < column.Count && ((double)squares / pairs) - ((double)sum / pairs * ((double)sum / pairs)) < LeastSpread;

    // One pair in units of its own rows.
    private static double Alone(double[] a, double[] b)
    {
        var (x, y) = ((double[])a.Clone(), (double[])b.Clone());
        for (var i = 0; i < a.Length; i++)
        {
            if (double.IsNaN(a[i]) || double.IsNaN(b[i])) (x[i], y[i]) = (double.NaN, double.NaN);
        }

        var (first, second) = (WholeColumn.Of(x, nameof(a)), WholeColumn.Of(y, nameof(b)));
        var (aa, bb, ab) = (Int128.Zero, Int128.Zero, Int128.Zero);
        for (var i = 0; i < a.Length; i++)
        {
            aa += (Int128)first.Values[i] * first.Values[i];
            bb += (Int128)second.Values[i] * second.Values[i];
            ab += (Int128)first.Values[i] * second.Values[i];
        }

        return PearsonSums.Of(first.Count, first.Sum(), second.Sum(), aa, bb, ab);
    }

    private static double[][] Two(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        a.Length == b.Length ? [a.ToArray(), b.ToArray()] : throw new ArgumentException($"{a.Length} and {b.Length} values do not make pairs.", nameof(b));
}
