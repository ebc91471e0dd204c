namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// The cluster that costs least to join, 2ab/(a + b) · |x − y|², the earliest of equals. With all weights 1 it is the nearest centre.
/// </summary>
internal struct WardSearch(int self, double weight) : ISearch
{
    private const double Room = 1 + 1e-12;

    /// <summary>Name of the best; <see cref="int.MaxValue"/> while there is none.</summary>
    public int Best { get; private set; } = int.MaxValue;

    /// <summary>What joining it costs.</summary>
    public double Value { get; private set; } = double.PositiveInfinity;

    /// <summary>The cost, the same bits either way round.</summary>
    public static double Cost(double a, double b, double square) => 2 * (a * b) / (a + b) * square;

    public readonly double Square(double leastWeight, double mostReach) =>
        Value * Room * ((weight + leastWeight) / (2 * weight * leastWeight));

    public void Offer(int id, double other, double square)
    {
        if (id == self) return;
        var value = Cost(weight, other, square);
        if (value < Value || (value == Value && id < Best)) (Value, Best) = (value, id);
    }
}
