namespace Clientele.Numerics.Statistics;

/// <summary>Mean and spread. Sums carry twice the digits, and a power of two keeps huge and tiny values in range.</summary>
public static class Moments
{
    /// <summary>Arithmetic mean; never outside the range of the values.</summary>
    /// <param name="values">At least one, finite.</param>
    public static double Mean(ReadOnlySpan<double> values) => Of(values).Mean;

    /// <summary>Root of the mean squared distance to the mean (divided by n); exactly 0 for equal values.</summary>
    /// <param name="values">At least one, finite.</param>
    public static double PopulationSd(ReadOnlySpan<double> values) => MeanAndPopulationSd(values).Sd;

    /// <summary>Both from the same walks over the values.</summary>
    /// <param name="values">At least one, finite.</param>
    public static (double Mean, double Sd) MeanAndPopulationSd(ReadOnlySpan<double> values)
    {
        var (mean, squares, exponent) = Of(values);
        return (mean, Math.ScaleB(Math.Sqrt(squares / values.Length), exponent));
    }

    /// <summary>Root of the squared distances to the mean divided by n − 1; NaN, not defined, for one value.</summary>
    /// <param name="values">At least one, finite.</param>
    public static double SampleSd(ReadOnlySpan<double> values)
    {
        var (_, squares, exponent) = Of(values);
        return values.Length == 1 ? double.NaN : Math.ScaleB(Math.Sqrt(squares / (values.Length - 1)), exponent);
    }

    // Squares are those of the values divided by two to the exponent.
    private static (double Mean, double Squares, int Exponent) Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) throw new ArgumentException("Needs at least one value.", nameof(values));
        var (low, high) = (values[0], values[0]);
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) throw new ArgumentException($"{value} is not finite.", nameof(values));
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (low == high) return (low, 0, 0);
        var largest = Math.Max(Math.Abs(low), Math.Abs(high));
        var down = new Power(-Math.ILogB(largest));
        var sum = default(ExactSum);
        foreach (var value in values) sum.Add(down.Times(value));
        var mean = sum.Value / values.Length;

        // A second power for the distances, which may be far smaller than the values.
        var spread = Math.Max(down.Times(high) - mean, mean - down.Times(low));
        var exponent = Math.ILogB(spread);
        var closer = new Power(-exponent);
        var (steps, squares) = (default(ExactSum), default(ExactSum));
        foreach (var value in values)
        {
            var step = closer.Times(down.Times(value) - mean);
            steps.Add(step);
            squares.Add(step * step);
        }

        // Less what the mean lost when it was rounded: much, where values lie far from 0 and near together.
        var rest = Math.Max(squares.Value - (steps.Value / values.Length * steps.Value), 0);
        var back = Math.ScaleB(mean, Math.ILogB(largest));
        return (Math.Clamp(back, low, high), rest, exponent + Math.ILogB(largest));
    }
}
