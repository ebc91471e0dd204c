namespace Clientele.Segments.Maps;

/// <summary>A name on a map.</summary>
/// <param name="Name">What a shop owner would call it.</param>
/// <param name="Group">One of <see cref="Groups.All"/>: as the map states it, else decided by <see cref="Groups.Of"/> from its codes.</param>
/// <param name="Rule">How the map describes it, as written.</param>
public sealed record MapSegment(string Name, string Group, string Rule);
