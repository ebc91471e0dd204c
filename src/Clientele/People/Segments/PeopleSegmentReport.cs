using Clientele.People.Segments.Answers;
using Clientele.People.Segments.Explaining;
using Clientele.People.Segments.Grouping;
using Clientele.People.Segments.Profiling;
using Clientele.People.Segments.Selecting;
using Clientele.Reports;

namespace Clientele.People.Segments;

/// <summary>All that the segmentation of a customer table found; every output is written from it.</summary>
public sealed record PeopleSegmentReport
{
    public required PeopleSegmentPlan Plan { get; init; }

    public required PeopleData Data { get; init; }

    /// <summary>Whether each column forms the segments, and why; by name.</summary>
    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>How each column that does became a coordinate; by name.</summary>
    public required IReadOnlyList<FeatureColumn> Features { get; init; }

    /// <summary>How many segments and why.</summary>
    public required GroupChoice Choice { get; init; }

    /// <summary>Segment of each customer, in the order of the customer table.</summary>
    public required IReadOnlyList<int> Labels { get; init; }

    public required IReadOnlyList<PeopleSegment> Segments { get; init; }

    /// <summary>Why they stand in this order: <c>money</c> or <c>size</c>.</summary>
    public required string Order { get; init; }

    /// <summary>What each segment is like by every column.</summary>
    public required IReadOnlyList<ProfileFact> Profile { get; init; }

    /// <summary>What each segment buys, and where.</summary>
    public required IReadOnlyList<Pattern> Patterns { get; init; }

    /// <summary>How each segment answered campaigns.</summary>
    public required IReadOnlyList<Answer> Answers { get; init; }

    public required SegmentRules Rules { get; init; }

    /// <summary>What a reader must know before trusting a figure.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<StageTime> Timings { get; init; } = [];

    internal Traits Traits { get; init; } = null!;

    internal Reasons Reasons { get; init; } = null!;

    internal Middles Middles { get; init; } = null!;

    /// <summary>The columns as coordinates.</summary>
    internal FeatureSpace Space { get; init; } = null!;

    /// <summary>Where the segments were found, numbered as the method did.</summary>
    internal Groups Groups { get; init; } = null!;

    /// <summary>Why a customer is in its segment.</summary>
    /// <param name="id">As in the table.</param>
    /// <exception cref="UserException">No customer has that id; the id is not in the text.</exception>
    public CustomerReason Explain(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var ids = Data.Customers.Ids;
        var at = Array.FindIndex(ids, other => string.Equals(other, id, StringComparison.Ordinal));
        return at < 0 ? throw SegmentProblems.NoSuchCustomer(Data.IdColumn is { } column ? $"column '{column}'" : "the rows") : Reasons.Of(at) with { Yes = [.. Traits.Answers.Where(a => a.Codes[at] == 1).Select(a => a.Name)] };
    }
}
