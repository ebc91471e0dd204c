using Clientele.Clusters;

namespace Clientele.People.Segments;

/// <summary>Everything that the segments of a customer table depend on. Written into run.json; <c>clientele run</c> repeats it.</summary>
public sealed record PeopleSegmentPlan
{
    /// <summary>What is read, and how it is cleaned.</summary>
    public PeoplePlan Table { get; init; } = new();

    /// <summary>Columns that form the segments; empty means chosen, with a reason for each.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Columns that take no part in the choice.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>How words of single columns form segments: <c>column=frequency</c>; names of <see cref="Encoded.ColumnEncodings"/>.</summary>
    public IReadOnlyList<string> Encodings { get; init; } = [];

    /// <summary>A name of <see cref="Grouping.PeopleMethods"/>.</summary>
    public string Method { get; init; } = "kmeans";

    /// <summary>Least and largest number of segments; the elbow chooses among them.</summary>
    public KRange K { get; init; } = KRange.Default;

    public ulong Seed { get; init; }
}
