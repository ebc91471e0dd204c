namespace Clientele.Clusters;

/// <summary>A running sum that carries its rounding along, so that the order of the terms hardly ever reaches the result.</summary>
/// <remarks>[Knu97] TwoSum.</remarks>
internal struct CarriedSum
{
    private double _high;
    private double _low;

    public readonly double Value => _high + _low;

    public void Add(double value)
    {
        var sum = _high + value;
        var part = sum - _high;
        _low += (_high - (sum - part)) + (value - part);
        _high = sum;
    }
}
