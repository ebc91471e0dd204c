namespace Clientele.Explore;

/// <summary>Everything that an exploration depends on. Written into run.json; <c>clientele run</c> repeats it.</summary>
public sealed record ExplorePlan
{
    /// <summary>What to read and how to clean; its segments are not looked at.</summary>
    public Plan Sales { get; init; } = new();

    /// <summary>Names of analyses, in any order; empty means all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>The two periods to compare, <c>2011-03..2011-05,2011-06..2011-08</c>; null means the last two comparable ones.</summary>
    public string? Compare { get; init; }
}
