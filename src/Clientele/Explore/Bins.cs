using System.Globalization;

namespace Clientele.Explore;

/// <summary>Stretches of a measure: from … up to but without to.</summary>
internal sealed class Bins
{
    private readonly double[] _bounds;

    private Bins(double[] bounds) => _bounds = bounds;

    /// <summary>1, 2, 3, 4, 5, 6 to 10, 11 to 20, 21 to 50, 51 to 100 and more.</summary>
    public static Bins OfCounts() => new([0, 1, 2, 3, 4, 5, 6, 11, 21, 51, 101, double.PositiveInfinity]);

    /// <summary>Up to a day, a week, two, a month, two, a quarter, half a year, a year and more.</summary>
    public static Bins OfDays() => new([0, 1, 8, 15, 31, 61, 92, 183, 366, double.PositiveInfinity]);

    /// <summary>0, then 1, 2, 5, 10 … steps over the values, at most 40.</summary>
    public static Bins OfAmounts(ReadOnlySpan<double> values)
    {
        var (least, most) = (double.PositiveInfinity, 0.0);
        foreach (var value in values)
        {
            if (!(value > 0)) continue;
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        if (most == 0) return new([double.NegativeInfinity, double.PositiveInfinity]);
        var lowest = Math.Max((int)Math.Floor(Math.Log10(least)), (int)Math.Floor(Math.Log10(most)) - 11);
        var bounds = new List<double> { double.NegativeInfinity, 0 };
        for (var power = lowest; bounds[^1] <= most; power++)
        {
            foreach (var step in (ReadOnlySpan<double>)[1, 2, 5])
            {
                var bound = power < 0 ? step / Math.Pow(10, -power) : step * Math.Pow(10, power);
                if (bounds[^1] <= most && (bounds.Count > 2 || Next(step, power) > least)) bounds.Add(bound);
            }
        }

        return new([.. bounds]);
    }

    public int Count => _bounds.Length - 1;

    public int Of(double value)
    {
        var at = 0;
        while (at < _bounds.Length - 2 && value >= _bounds[at + 1]) at++;
        return at;
    }

    public double From(int bin) => _bounds[bin];

    public double To(int bin) => _bounds[bin + 1];

    public override string ToString() => string.Join(' ', _bounds.Select(b => b.ToString(CultureInfo.InvariantCulture)));

    private static double Next(double step, int power) => (step == 2 ? 5 : 2 * step) * Math.Pow(10, power);
}
