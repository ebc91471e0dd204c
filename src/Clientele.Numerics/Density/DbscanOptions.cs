namespace Clientele.Numerics.Density;

/// <summary>What DBSCAN calls dense.</summary>
public sealed record DbscanOptions
{
    /// <summary>
    /// Largest distance of neighbours, in the units of the rows, above 0 and finite. [EKSX96] Eps. Null: the knee of the rows' distances to
    /// their neighbour number <see cref="MinPoints"/>, themselves included, from the farthest on; the farthest where there is no knee.
    /// </summary>
    public double? Epsilon
    {
        get;
        init => field = value is null or (> 0 and < double.PositiveInfinity)
            ? value : throw new ArgumentOutOfRangeException(nameof(Epsilon), value, "Must be above 0 and finite.");
    }

    /// <summary>Weight of neighbours, the row itself included, from which on a row is a core row; at least 1. [EKSX96] MinPts.</summary>
    public int MinPoints { get; init => field = Require.AtLeast(1, value); } = 5;
}
