namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// The cluster at the least mean (or largest) distance between rows, the earliest of equals. Neither can be less than the distance of
/// the centres, so that only clusters whose centres are nearer than the best so far are worked out.
/// </summary>
internal struct MeanSearch(int self, double reach, Members members) : ISearch
{
    // What rounding of sums and of centres may add up to.
    private const double Room = 1 + 1e-10;
    private const double CentreError = 1e-12;

    public int Best { get; private set; } = int.MaxValue;

    public double Value { get; private set; } = double.PositiveInfinity;

    public readonly double Square(double leastWeight, double mostReach)
    {
        var most = (Value * Room) + (CentreError * (reach + mostReach));
        return most * most;
    }

    public void Offer(int id, double weight, double square)
    {
        if (id == self || id == Best) return;
        var value = members.Distance(self, id, Value);
        if (value < Value || (value == Value && id < Best)) (Value, Best) = (value, id);
    }
}
