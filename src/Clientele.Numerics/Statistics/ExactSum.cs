namespace Clientele.Numerics.Statistics;

/// <summary>A running sum with about 106 bits: the rounding of single additions, and with it their order, does not reach the result.</summary>
/// <remarks>[Knu97] TwoSum; [ORO05] Sum2.</remarks>
internal struct ExactSum
{
    private double _high;
    private double _low;

    public readonly double Value => _high + _low;

    public void Add(double value)
    {
        var sum = _high + value;
        var part = sum - _high;
        var error = (_high - (sum - part)) + (value - part);
        var low = _low + error;
        // Renormalised, so that the low part keeps its bits.
        _high = sum + low;
        _low = low - (_high - sum);
    }
}
