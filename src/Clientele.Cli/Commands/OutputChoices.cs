using Clientele.Cli.Arguments;

namespace Clientele.Cli.Commands;

/// <summary>The options that say where results go and how much is said.</summary>
internal sealed class OutputChoices
{
    private readonly Setting _out, _threads, _force, _json, _quiet;
    private readonly Setting? _noValues, _stability;

    /// <summary>Makes the options.</summary>
    /// <param name="choosesValues">Offers <c>--no-values</c>; a repeated run has no choice.</param>
    /// <param name="choosesStability">Offers <c>--stability</c>.</param>
    public OutputChoices(bool choosesValues, bool choosesStability = false)
    {
        var group = Group;
        _out = group.Value("--out", "FOLDER", "Folder for the results. It appears whole, or not at all.");
        _force = group.Flag("--force", "Replaces the folder of an earlier run.");
        _noValues = choosesValues ? group.Flag("--no-values", "Keeps the text of lines out of excluded.csv.") : null;
        _stability = choosesStability ? group.Flag("--stability", "Also shows in report.html whether clusters come back among customers drawn anew, where they lie, and how they join. Customer tables and 'clientele report' always do.") : null;
        _json = group.Flag("--json", "Prints the totals as JSON and nothing else.");
        _quiet = group.Flag("--quiet", "Prints nothing but errors.", "-q");
        _threads = group.Value("--threads", "N", "Worker threads [one per core]. The result does not depend on it.");
    }

    public OptionGroup Group { get; } = new("Output");

    public OutputOptions Read(Invocation invocation)
    {
        var options = new OutputOptions
        {
            Folder = invocation[_out],
            Replace = invocation.Has(_force),
            ShowValues = _noValues is null || !invocation.Has(_noValues),
            Stability = _stability is not null && invocation.Has(_stability),
            Json = invocation.Has(_json),
            Quiet = invocation.Has(_quiet),
            Threads = invocation[_threads] is { } threads ? Values.Integer("--threads", threads, 1, 256) : 0,
        };
        if (options is { Json: true, Quiet: true }) throw new UserException("usage.contradiction", "--json and --quiet contradict each other.", "Give one of them.");
        return options;
    }
}

/// <summary>Where results go and how much is said.</summary>
internal sealed record OutputOptions
{
    /// <summary>The run folder, or null to write nothing.</summary>
    public string? Folder { get; init; }

    public bool Replace { get; init; }

    public bool ShowValues { get; init; } = true;

    /// <summary>The page of clusters of sales tells how stable they are.</summary>
    public bool Stability { get; init; }

    public bool Json { get; init; }

    public bool Quiet { get; init; }

    public int Threads { get; init; }
}
