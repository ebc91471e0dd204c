namespace Clientele.People.Segments.Grouping;

/// <summary>How the number of segments was chosen, and whether there is anything to choose.</summary>
/// <param name="K">Segments.</param>
/// <param name="Reason">Why so many, in words.</param>
/// <param name="Tried">Every number tried, ascending.</param>
/// <param name="Structured">Customers fall into groups; false: the segments divide a continuum. Null: it could not be tested.</param>
/// <param name="Structure">The same in words.</param>
public sealed record GroupChoice(int K, string Reason, IReadOnlyList<GroupTrial> Tried, bool? Structured, string Structure)
{
    /// <summary>The method that the segments were held against.</summary>
    public string Alternative { get; init; } = "";

    /// <summary>How far it finds the same segments: adjusted Rand index; NaN when there is nothing to compare.</summary>
    public double Agreement { get; init; } = double.NaN;

    /// <summary>Customers that were compared.</summary>
    public int Compared { get; init; }
}

/// <summary>One number of segments.</summary>
/// <param name="K">Asked for.</param>
/// <param name="Inertia">Σ squared distances to the means of the segments.</param>
/// <param name="Silhouette">Mean; NaN where it is not defined.</param>
/// <param name="Sizes">Customers of each.</param>
public sealed record GroupTrial(int K, double Inertia, double Silhouette, IReadOnlyList<int> Sizes);
