using Clientele.Numerics.Statistics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Association;

/// <summary>
/// Correlations of numbers. NaN stands for a missing value; each pair of columns is compared over the rows in which both are there. All
/// sums are of whole numbers and exact: order of rows, order of columns, other columns and threads change no bit.
/// </summary>
/// <remarks>Values are rounded to about 1e-15 of their column's half range first (<see cref="WholeColumn"/>). p-values: Student's t.</remarks>
public static class Correlation
{
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

    /// <summary>Pearson's r of all pairs; costs d² · n / 2 and 8 · d · n bytes.</summary>
    /// <param name="columns">[d], each [n]; finite, or NaN for missing.</param>
    /// <param name="context">Threads, progress, cancellation, limit; null: the defaults.</param>
    public static CorrelationMatrix Pearson(IReadOnlyList<double[]> columns, FitContext? context = null)
    {
        var (n, d) = (ColumnCheck.Rows(columns), columns.Count);
        context ??= FitContext.Default;
        context.Reserve($"the correlation of {d} columns of {n:#,0} rows", 8.2 * d * n, "Compare fewer columns, or a sample of the rows.");
        using var crew = new Crew(context.Threads);
        var whole = new WholeColumn[d];
        crew.Run(d, (q, _) => whole[q] = WholeColumn.Of(columns[q], $"columns[{q}]"), context.Cancellation);
        context.Progress?.Report(0.2);
        var products = PairSums.Of([.. whole.Select(column => column.Values)], narrow: false, crew, Part(context, 0.2, 0.7), context.Cancellation);
        var squares = new Int128[d];
        for (var q = 0; q < d; q++) squares[q] = products[(q * d) + q];
        var masked = MaskedSums.Of(whole, squares, crew, Part(context, 0.7, 1), context.Cancellation);
        var (values, pairs) = (new double[d * d], new int[d * d]);
        crew.Run(d, (a, _) =>
        {
            for (var b = 0; b <= a; b++)
            {
                var (here, there) = ((a * d) + b, (b * d) + a);
                pairs[here] = pairs[there] = MaskedSums.Pairs(whole[a], whole[b]);
                values[here] = values[there] = PearsonSums.Of(pairs[here], masked.Sums[here], masked.Sums[there], masked.Squares[here], masked.Squares[there], products[here]);
            }
        }, context.Cancellation);
        return new(d, values, pairs);
    }

    /// <summary>Spearman's ρ of all pairs; costs d² · n / 2, as much again in slower steps for pairs with different gaps, and 20 · d · n bytes.</summary>
    /// <param name="columns">[d], each [n]; finite, or NaN for missing.</param>
    /// <param name="context">Threads, progress, cancellation, limit; null: the defaults.</param>
    public static CorrelationMatrix Spearman(IReadOnlyList<double[]> columns, FitContext? context = null) => new SpearmanRun(columns, context ?? FitContext.Default).Run();

    /// <summary>Tells the progress of a part of the work.</summary>
    internal static Action<double> Part(FitContext context, double from, double to) =>
        context.Progress is { } progress ? share => progress.Report(from + (share * (to - from))) : static _ => { };

    private static double[][] Two(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        a.Length == b.Length ? [a.ToArray(), b.ToArray()] : throw new ArgumentException($"{a.Length} and {b.Length} values do not make pairs.", nameof(b));
}
