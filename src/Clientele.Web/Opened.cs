using Clientele.Reports;
using Clientele.Web.Runs;
using Clientele.Web.Sources;

namespace Clientele.Web;

/// <summary>What <c>clientele serve</c> was pointed at: where runs are kept, and the page to open first.</summary>
/// <param name="Landing">Address of the first page, without the server.</param>
/// <param name="Says">What the terminal tells.</param>
internal sealed record Opened(RunStore Runs, SourceStore Sources, string Landing, string Says)
{
    /// <summary>Finds out what stands at a path.</summary>
    /// <param name="target">A run folder, its run.json, a folder of runs, a file to understand, or null.</param>
    /// <param name="options">Names the folder that keeps what is new.</param>
    /// <exception cref="UserException">There is nothing at that path, or the run cannot be read.</exception>
    public static Opened Of(string? target, ServeOptions options)
    {
        if (target is not null && File.Exists(target) && Path.GetFileName(target) == Exports.Run) target = Path.GetDirectoryName(Path.GetFullPath(target))!;
        if (target is null) return Store(options.Runs, options);
        if (File.Exists(target))
        {
            var sources = new SourceStore(options.Runs, target, options);
            return new Opened(new RunStore(options.Runs, null, options), sources, $"/?source={sources.Given!.Id}", $"The file {target} is shown at");
        }

        if (!Directory.Exists(target)) throw Problems.Nothing(target);
        if (!File.Exists(Path.Combine(target, Exports.Run))) return Store(target, options);
        var runs = new RunStore(options.Runs, target, options);
        _ = RunSummary.Read(runs.Given!);
        return new Opened(runs, new SourceStore(options.Runs, null, options), $"/?run={runs.Given!.Id}", $"The run in {target} is shown at");
    }

    private static Opened Store(string folder, ServeOptions options)
    {
        if (File.Exists(folder)) throw Problems.Nothing($"folder {folder}: it is a file");
        return new(new RunStore(folder, null, options), new SourceStore(folder, null, options), "/", $"The runs in {folder} are shown at");
    }
}
