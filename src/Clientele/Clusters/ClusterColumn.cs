namespace Clientele.Clusters;

/// <summary>A column that rows were clustered by, as a later table is held against it.</summary>
/// <param name="Name">As in the table.</param>
/// <param name="Unit">Currency code, <c>%</c>, or null.</param>
/// <param name="Categories">Texts whose place is the value, in ordinal order; null for numbers.</param>
/// <param name="Least">Smallest value that was fitted.</param>
/// <param name="Most">Largest.</param>
/// <param name="Fill">Put in where nothing is known; null when nothing is.</param>
public sealed record ClusterColumn(string Name, string? Unit, IReadOnlyList<string>? Categories, double Least, double Most, double? Fill)
{
    public bool IsCategory => Categories is not null;

    /// <summary>Of words taken by their frequency the share of each, in ordinal order; a later table takes these, whatever its own. Else null.</summary>
    public IReadOnlyList<WordShare>? Shares { get; init; }
}
