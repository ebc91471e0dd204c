using Clientele.Numerics.Statistics;

namespace Clientele.Segments;

/// <summary>The median without sorting.</summary>
internal static class Middle
{
    /// <summary>Middle value, or the mean of the two middle values; NaN for none. Reorders <paramref name="values"/>, which hold no NaN.</summary>
    public static double Of(Span<double> values)
    {
        var (lower, upper) = Two(values);
        return Of(lower, upper);
    }

    /// <summary>Between the two middle values.</summary>
    public static double Of(double lower, double upper) => lower == upper ? lower : lower + (upper - lower) / 2;

    /// <summary>The same for amounts: the mean of two amounts is taken in decimal, so that 0.10 and 0.20 give 0.15.</summary>
    public static double OfMoney(Span<double> values)
    {
        var (lower, upper) = Two(values);
        return OfMoney(lower, upper);
    }

    /// <summary>Between the two middle amounts.</summary>
    public static double OfMoney(double lower, double upper)
    {
        const double Most = 1e20;
        return Math.Abs(lower) <= Most && Math.Abs(upper) <= Most ? (double)(((decimal)lower + (decimal)upper) / 2) : lower + (upper - lower) / 2;
    }

    private static (double Lower, double Upper) Two(Span<double> values)
    {
        if (values.IsEmpty) return (double.NaN, double.NaN);
        var upper = Selection.At(values, values.Length / 2);
        if ((values.Length & 1) == 1) return (upper, upper);
        var lower = double.NegativeInfinity;
        foreach (var value in values[..(values.Length / 2)]) lower = Math.Max(lower, value);
        return (lower, upper);
    }
}
