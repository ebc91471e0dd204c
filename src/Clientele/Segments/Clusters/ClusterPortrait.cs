namespace Clientele.Segments.Clusters;

/// <summary>One cluster as its name is made from.</summary>
/// <param name="Name">The first try; two clusters may share it.</param>
/// <param name="Group">Broad group.</param>
/// <param name="Why">The numbers behind the name, without the full stop.</param>
/// <param name="Marks">What could tell it from a cluster of the same name: text and position (0…1), the same kinds in the same order for every cluster.</param>
internal sealed record ClusterPortrait(string Name, string Group, string Why, IReadOnlyList<(string Text, double Position)> Marks);
