namespace Clientele.Numerics.Statistics;

/// <summary>A series as trend + season + rest: the trend is a centred moving average over one period, the season the mean distance from it per place in the period.</summary>
/// <remarks>[KS83]; the same numbers as <c>decompose</c> in R where nothing is missing. Linear.</remarks>
/// <param name="Trend">[values]; NaN where less than half of the window is known, so at least for half a period at either end.</param>
/// <param name="Season">One figure per place in the period [period], summing to 0.</param>
/// <param name="Rest">[values]; NaN without a trend or a value.</param>
public sealed record ClassicalDecomposition(double[] Trend, double[] Season, double[] Rest)
{
    /// <summary>Takes a series apart.</summary>
    /// <param name="values">At least two periods; NaN where nothing is known.</param>
    /// <param name="period">At least 2.</param>
    public static ClassicalDecomposition Of(ReadOnlySpan<double> values, int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        if (values.Length < 2 * period) throw new ArgumentException("Needs at least two periods.", nameof(values));
        var trend = new double[values.Length];
        for (var i = 0; i < trend.Length; i++) trend[i] = Smooth(values, i, period);
        var season = new double[period];
        var mean = 0.0;
        for (var place = 0; place < period; place++)
        {
            var (sum, count) = (0.0, 0);
            for (var i = place; i < values.Length; i += period)
            {
                if (!double.IsFinite(values[i] - trend[i])) continue;
                sum += values[i] - trend[i];
                count++;
            }

            season[place] = count == 0 ? 0 : sum / count;
            mean += season[place] / period;
        }

        for (var place = 0; place < period; place++) season[place] -= mean;
        var rest = new double[values.Length];
        for (var i = 0; i < rest.Length; i++) rest[i] = values[i] - trend[i] - season[i % period];
        return new ClassicalDecomposition(trend, season, rest);
    }

    /// <summary>Mean over one period around a place; with an even period the two ends count half. Missing values are left out.</summary>
    private static double Smooth(ReadOnlySpan<double> values, int at, int period)
    {
        var half = period / 2;
        if (at < half || at + half >= values.Length) return double.NaN;
        var (sum, weight) = (0.0, 0.0);
        for (var i = at - half; i <= at + half; i++)
        {
            var own = period % 2 == 0 && (i == at - half || i == at + half) ? 0.5 : 1;
            if (!double.IsFinite(values[i])) continue;
            sum += own * values[i];
            weight += own;
        }

        return 2 * weight >= period ? sum / weight : double.NaN;
    }
}
