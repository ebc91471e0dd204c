using Clientele.Cli.Arguments;
using Clientele.Handover;

namespace Clientele.Cli.Commands;

/// <summary>The options that say where results go and how much is said.</summary>
internal sealed class OutputChoices
{
    private readonly Setting _out, _threads, _force, _json, _quiet;
    private readonly Setting? _noValues, _export, _stability;

    /// <summary>Makes the options.</summary>
    /// <param name="choosesValues">Offers <c>--no-values</c>; a repeated run has no choice.</param>
    /// <param name="exports">Offers <c>--export</c>.</param>
    /// <param name="choosesStability">Offers <c>--stability</c>.</param>
    public OutputChoices(bool choosesValues, bool exports = false, bool choosesStability = false)
    {
        var group = Group;
        _out = group.Value("--out", "FOLDER", "Folder for the results. It appears whole, or not at all.");
        _force = group.Flag("--force", "Replaces the folder of an earlier run.");
        _noValues = choosesValues ? group.Flag("--no-values", "Keeps the text of lines out of excluded.csv.") : null;
        _export = exports ? group.Value("--export", "A,B,…", $"Also writes, into folders of their own, {ExportWords()}.") : null;
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
            Exports = _export is not null && invocation[_export] is { } exports ? Names(exports) : [],
            ShowValues = _noValues is null || !invocation.Has(_noValues),
            Stability = _stability is not null && invocation.Has(_stability),
            Json = invocation.Has(_json),
            Quiet = invocation.Has(_quiet),
            Threads = invocation[_threads] is { } threads ? Values.Integer("--threads", threads, 1, 256) : 0,
        };
        if (options is { Json: true, Quiet: true }) throw new UserException("usage.contradiction", "--json and --quiet contradict each other.", "Give one of them.");
        if (options is { Folder: null, Exports.Count: > 0 }) throw new UserException("usage.no-folder", "--export writes into the results folder, and there is none.", "Add --out FOLDER.");
        return options;
    }

    /// <summary>The catalog in half a sentence: <c>star: tables …; charts: the data …</c>.</summary>
    private static string ExportWords()
    {
        var words = new List<string>();
        foreach (var export in Handovers.Catalog) words.Add($"{export.Name}: {char.ToLowerInvariant(export.Summary[0])}{export.Summary[1..].TrimEnd('.')}");
        return string.Join("; ", words);
    }

    private static IReadOnlyList<string> Names(string text) => Handovers.Names(Values.List("--export", text));
}

/// <summary>Where results go and how much is said.</summary>
internal sealed record OutputOptions
{
    /// <summary>The run folder, or null to write nothing.</summary>
    public string? Folder { get; init; }

    public bool Replace { get; init; }

    /// <summary>Names of exports that go into folders of their own.</summary>
    public IReadOnlyList<string> Exports { get; init; } = [];

    public bool ShowValues { get; init; } = true;

    /// <summary>The page of clusters of sales tells how stable they are.</summary>
    public bool Stability { get; init; }

    public bool Json { get; init; }

    public bool Quiet { get; init; }

    public int Threads { get; init; }
}
