using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Statistics;

/// <summary>
/// Describes columns of numbers; NaN stands for a missing value and counts only as missing. Each column is sorted once, and everything is
/// read from the sorted values: rows in another order give the same bits. Costs n a column (radix sort), memory 24 · n bytes a thread.
/// </summary>
public static class Description
{
    /// <summary>One column.</summary>
    /// <param name="values">Any number of values; finite, or NaN for missing.</param>
    /// <param name="histogram">Bins; null: as the values decide.</param>
    public static ColumnDescription Of(ReadOnlySpan<double> values, HistogramOptions? histogram = null) =>
        OfSorted(new ValueSort().Sort(values, nameof(values)), values.Length, histogram ?? new());

    /// <summary>Several columns, a thread to a column.</summary>
    /// <param name="columns">[d], each [n]; finite, or NaN for missing.</param>
    /// <param name="histogram">Bins of each; null: as the values decide.</param>
    /// <param name="context">Threads, progress, cancellation; null: the defaults.</param>
    public static ColumnDescription[] Of(IReadOnlyList<double[]> columns, HistogramOptions? histogram = null, FitContext? context = null)
    {
        var n = ColumnCheck.Rows(columns);
        context ??= FitContext.Default;
        var threads = Math.Min(Crew.Count(context.Threads), columns.Count);
        context.Reserve($"describing {columns.Count} columns of {n:#,0} rows", 24.0 * n * threads, "Use fewer threads.");
        using var crew = new Crew(threads);
        var (described, sorts, done) = (new ColumnDescription[columns.Count], new ValueSort[crew.Threads], 0);
        crew.Run(columns.Count, (q, worker) =>
        {
            described[q] = OfSorted((sorts[worker] ??= new()).Sort(columns[q], $"columns[{q}]"), n, histogram ?? new());
            context.Progress?.Report((double)Interlocked.Increment(ref done) / columns.Count);
        }, context.Cancellation);
        return described;
    }

    private static ColumnDescription OfSorted(ReadOnlySpan<double> sorted, int rows, HistogramOptions histogram)
    {
        var (n, bins) = (sorted.Length, Histogram.OfSorted(sorted, histogram));
        if (n == 0)
        {
            const double Not = double.NaN;
            return new(0, rows, 0, Not, Not, Not, 0, Not, Not, Not, Not, Not, Not, Not, bins);
        }

        var (distinct, mode, modeCount) = Runs(sorted);
        var sums = PowerSums.OfSorted(sorted);
        var sd = n < 2 ? double.NaN : Math.ScaleB(Math.Sqrt(sums.Second * n / (n - 1)), sums.Exponent);
        return new(
            n, rows - n, distinct, sums.Mean, Quantile.OfSorted(sorted, 0.5), mode, modeCount, sd, sorted[0], sorted[^1],
            Quantile.OfSorted(sorted, 0.25), Quantile.OfSorted(sorted, 0.75), Skewness(sums, n), Kurtosis(sums, n), bins);
    }

    private static double Skewness(PowerSums sums, double n) =>
        n < 3 || sums.Second == 0 ? double.NaN : sums.Third / (sums.Second * Math.Sqrt(sums.Second)) * Math.Sqrt(n * (n - 1)) / (n - 2);

    private static double Kurtosis(PowerSums sums, double n)
    {
        if (n < 4 || sums.Second == 0) return double.NaN;
        var excess = (sums.Fourth / (sums.Second * sums.Second)) - 3;
        return (n - 1) / ((n - 2) * (n - 3)) * (((n + 1) * excess) + 6);
    }

    private static (int Distinct, double Mode, int ModeCount) Runs(ReadOnlySpan<double> sorted)
    {
        var (distinct, mode, modeCount, start) = (1, sorted[0], 0, 0);
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1]) continue;
            if (i - start > modeCount) (mode, modeCount) = (sorted[start], i - start);
            start = i;
            distinct++;
        }

        return sorted.Length - start > modeCount ? (distinct, sorted[start], sorted.Length - start) : (distinct, mode, modeCount);
    }
}
