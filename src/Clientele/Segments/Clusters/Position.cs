using Clientele.Segments.Scoring;

namespace Clientele.Segments.Clusters;

/// <summary>Where a value stands among all customers: 0 below everyone, 1 above everyone.</summary>
/// <param name="values">Values of the whole shop; NaN is left out.</param>
internal sealed class Position(double[] values)
{
    private readonly double[] _sorted = RankOrder.Ascending(values);

    /// <summary>Median of the shop; NaN when nobody has the measure.</summary>
    public double Median => _sorted.Length == 0 ? double.NaN : (_sorted[(_sorted.Length - 1) / 2] + _sorted[_sorted.Length / 2]) / 2;

    /// <summary>Share of customers below, plus half of those equal; .5 when nobody has the measure.</summary>
    public double Of(double value)
    {
        if (_sorted.Length == 0 || double.IsNaN(value)) return 0.5;
        double below = Below(value, orEqual: false);
        return (below + Below(value, orEqual: true)) / 2 / _sorted.Length;
    }

    private int Below(double value, bool orEqual)
    {
        var (low, high) = (0, _sorted.Length);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (_sorted[middle] < value || (orEqual && _sorted[middle] == value)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
