using Clientele.Web.Jobs;

namespace Clientele.Web.Api;

/// <summary>Trouble as RFC 9457 has it, with our code; detail says what to do.</summary>
internal sealed record ProblemAnswer(string Type, string Title, int Status, string Code, string Detail);

/// <summary>What a page must know to change something.</summary>
/// <param name="Key">For the header X-Clientele-Key.</param>
/// <param name="MostUpload">Most bytes of one file.</param>
internal sealed record SessionAnswer(string Key, string Version, long MostUpload);

/// <summary>A file of a run.</summary>
internal sealed record RunFileAnswer(string Name, long Bytes);

/// <summary>A file that a run can be made of.</summary>
internal sealed record SourceAnswer(string Id, string Name, long Bytes, bool Uploaded);

/// <summary>A segment's new name.</summary>
internal sealed record RenameRequest
{
    /// <summary>segment or cluster.</summary>
    public required string Kind { get; init; }

    /// <summary>The name that the run gave.</summary>
    public required string From { get; init; }

    /// <summary>At most 60 characters; empty brings the run's own back.</summary>
    public required string To { get; init; }
}

/// <summary>What is said about a file before it is looked at.</summary>
internal sealed record InspectRequest
{
    /// <summary>sales or table; left out, it is found out.</summary>
    public string? Kind { get; init; }

    public ReadingRequest? Reading { get; init; }

    public TableRequest? Table { get; init; }
}

/// <summary>Everything that can be chosen by name.</summary>
internal sealed record CatalogsAnswer(
    IReadOnlyList<ChoiceAnswer> Methods, IReadOnlyList<ChoiceAnswer> Maps, IReadOnlyList<ChoiceAnswer> Scorings, IReadOnlyList<ChoiceAnswer> Features,
    IReadOnlyList<ChoiceAnswer> Transforms, IReadOnlyList<ChoiceAnswer> Scales, IReadOnlyList<ChoiceAnswer> Returns, IReadOnlyList<ChoiceAnswer> Rules,
    IReadOnlyList<ChoiceAnswer> TableMethods, IReadOnlyList<ChoiceAnswer> TableRules, IReadOnlyList<ChoiceAnswer> Types, IReadOnlyList<ChoiceAnswer> Roles,
    IReadOnlyList<ChoiceAnswer> SalesRuns, IReadOnlyList<ChoiceAnswer> TableRuns, IReadOnlyList<ChoiceAnswer> Plays, IReadOnlyList<ChoiceAnswer> ClusterMethods, IReadOnlyList<ChoiceAnswer> Exports,
    PlanDefaults Defaults);

/// <summary>One choice.</summary>
/// <param name="Standard">At work unless switched off (rules), or the usual one.</param>
internal sealed record ChoiceAnswer(string Name, string Summary, bool Standard, IReadOnlyList<KnobAnswer> Knobs);

/// <summary>One setting of a choice; a knob with words takes one of them.</summary>
internal sealed record KnobAnswer(string Name, string Summary, double Default, double Least, double Most, bool Whole, IReadOnlyList<string> Words);

/// <summary>What the command does when nothing is said.</summary>
internal sealed record PlanDefaults(CleaningRequest Cleaning, SegmentsRequest Segments, ActionsRequest Actions, ClusterRequest Cluster);
