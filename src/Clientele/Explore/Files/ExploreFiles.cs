using Clientele.Reports;
using Clientele.Reports.Page;
using Clientele.Reports.Page.Parts;
using Clientele.Reports.Writing;

namespace Clientele.Explore.Files;

/// <summary>The files of an exploration: one CSV per analysis, explore.json with everything, audit.json and run.json.</summary>
public static class ExploreFiles
{
    public const string Everything = "explore.json";

    /// <summary>Whether an exploration may have written a file of that name, audit.json and run.json apart.</summary>
    public static bool Writes(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file == Everything) return true;
        foreach (var choice in AllAnalyses.Catalog)
        {
            if (file == NameOf(choice.Name)) return true;
        }

        return false;
    }

    /// <summary>Writes every file that applies, report.html where there is a page, and returns the names.</summary>
    public static IReadOnlyList<string> WriteAll(ExploreReport report, string version, Func<string, Stream> create, IReportPage? page = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(create);
        using var files = new FileSet(create);
        if (page is not null) PageRuns.Write(PageRuns.Of(report, version), page, files.Put);
        var text = new Utf8Text();
        foreach (var result in report.Results)
        {
            if (result.Rows == 0) continue;
            ExploreCsv.Write(result, text);
            files.Put(NameOf(result.Name), text.FlushTo);
        }

        ExploreJson.Write(report, text);
        files.Put(Everything, text.FlushTo);
        files.Put(AuditName, stream => new AuditJson().Write(new FinishedRun(report.Totals, version), stream));
        ExploreRunJson.Write(report, version, text);
        files.Put(Exports.Run, text.FlushTo);
        return files.Names;
    }

    private const string AuditName = "audit.json";

    private static string NameOf(string analysis) => analysis + ".csv";
}
