using Clientele.Clusters;

namespace Clientele.People.Segments.Grouping;

/// <summary>The methods that put every customer into a segment and can be asked for a number of them.</summary>
public static class PeopleMethods
{
    /// <summary>Names, in menu order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Choices().Select(c => c.Name)];

    /// <summary>The method of that name.</summary>
    public static Choice<ClusterMethod> Find(string name) =>
        Choices().FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)) ?? throw SegmentProblems.Method(name, Names);

    private static IEnumerable<Choice<ClusterMethod>> Choices() => Clusterers.Catalog.Where(c => c.Create(Settings.Defaults) is { FindsK: null, LeavesNoise: null });
}
