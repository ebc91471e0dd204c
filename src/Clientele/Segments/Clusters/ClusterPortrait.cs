namespace Clientele.Segments.Clusters;

/// <summary>One cluster as its name is made from.</summary>
/// <param name="Name">The first try; two clusters may share it.</param>
/// <param name="Group">Broad group.</param>
/// <param name="Why">The numbers behind the name, without the full stop.</param>
/// <param name="Marks">What could tell it from a cluster of the same name: the same kinds in the same order for every cluster.</param>
internal sealed record ClusterPortrait(string Name, string Group, string Why, IReadOnlyList<ClusterMark> Marks);

/// <summary>A number that could tell a cluster from another.</summary>
/// <param name="Text">As it would stand in a name.</param>
/// <param name="Position">Where it stands in the shop, 0…1.</param>
internal sealed record ClusterMark(string Text, double Position);
