using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Imputing;

/// <summary>Finds bounds of plausible values. NaN is missing, and no outlier.</summary>
public static class Fences
{
    // The upper quartile of the normal distribution: MAD / this estimates the standard deviation.
    private const double NormalQuartile = 0.6744897501960817;

    /// <summary>Finds low and high for each column. One whose measure of spread is 0 (mostly zeros, say) has none: else all that differs
    /// would lie outside.</summary>
    /// <param name="x">[n × d]; finite, or NaN for missing; not changed.</param>
    /// <param name="options">Which bounds; null: quartiles.</param>
    public static FittedFences Fit(Matrix x, FenceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        options ??= new();
        if (x.Columns < 1 || x.Values.LongLength != (long)x.Rows * x.Columns) throw new ArgumentException($"{x.Values.LongLength} values do not fill {x.Rows} × {x.Columns}.", nameof(x));
        if (options.Kind == FenceKind.Percentiles && options.EffectiveReach >= 50) throw new ArgumentException($"Reach is {options.Reach}; percentiles must be below 50.", nameof(options));
        var (lows, highs, column, sort) = (new double[x.Columns], new double[x.Columns], new double[x.Rows], new ValueSort());
        for (var q = 0; q < x.Columns; q++)
        {
            (lows[q], highs[q]) = (-double.MaxValue, double.MaxValue);
            if (options.Leave.Contains(q)) continue;
            for (var i = 0; i < column.Length; i++) column[i] = x.Values[(i * x.Columns) + q];
            var sorted = sort.Sort(column, $"column {q}");
            if (!sorted.IsEmpty && sorted[0] != sorted[^1]) (lows[q], highs[q]) = Bounds(sorted, options);
        }

        return new(lows, highs);
    }

    private static (double Low, double High) Bounds(Span<double> sorted, FenceOptions options)
    {
        var reach = options.EffectiveReach;
        if (options.Kind == FenceKind.Percentiles)
        {
            var (from, to) = (Quantile.OfSorted(sorted, reach / 100), Quantile.OfSorted(sorted, (100 - reach) / 100));
            return from < to ? (from, to) : (-double.MaxValue, double.MaxValue);
        }

        var (low, high, spread) = options.Kind switch
        {
            FenceKind.Quartiles => Quartiles(sorted),
            FenceKind.ZScore => Around(Moments.Mean(sorted), Moments.SampleSd(sorted)),
            _ => Around(Quantile.OfSorted(sorted, 0.5), Deviation(sorted) / NormalQuartile),
        };
        return spread > 0
            ? (Math.Max(low - (reach * spread), -double.MaxValue), Math.Min(high + (reach * spread), double.MaxValue))
            : (-double.MaxValue, double.MaxValue);
    }

    private static (double Low, double High, double Spread) Quartiles(ReadOnlySpan<double> sorted)
    {
        var (low, high) = (Quantile.OfSorted(sorted, 0.25), Quantile.OfSorted(sorted, 0.75));
        return (low, high, high - low);
    }

    private static (double Low, double High, double Spread) Around(double middle, double spread) => (middle, middle, spread);

    // Median of the distances to the median.
    private static double Deviation(ReadOnlySpan<double> sorted)
    {
        var (median, distances) = (Quantile.OfSorted(sorted, 0.5), sorted.ToArray());
        foreach (ref var value in distances.AsSpan()) value = Math.Min(Math.Abs(value - median), double.MaxValue);
        return Quantile.Median(distances);
    }
}
