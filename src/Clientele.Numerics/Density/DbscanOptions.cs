namespace Clientele.Numerics.Density;

/// <summary>What DBSCAN calls dense.</summary>
public sealed record DbscanOptions
{
    /// <summary>Largest distance of neighbours, in the units of the rows, above 0 and finite. [EKSX96] Eps.</summary>
    public double Epsilon
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Epsilon), value, "Must be above 0 and finite.");
    } = 0.5;

    /// <summary>Weight of neighbours, the row itself included, from which on a row is a core row; at least 1. [EKSX96] MinPts.</summary>
    public int MinPoints { get; init => field = Require.AtLeast(1, value); } = 5;
}
