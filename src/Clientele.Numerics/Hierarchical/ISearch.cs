namespace Clientele.Numerics.Hierarchical;

/// <summary>What a walk through a <see cref="CentreTree"/> looks for. A struct, so that the walk is compiled for it.</summary>
internal interface ISearch
{
    /// <summary>Squared centre distance above which no cluster can win, when it has at least this weight and at most this reach.</summary>
    double Square(double leastWeight, double mostReach);

    /// <summary>A cluster within that square.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="weight">Its weight.</param>
    /// <param name="square">Squared distance of its centre, summed column by column.</param>
    void Offer(int id, double weight, double square);
}
