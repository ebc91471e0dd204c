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
        var files = new List<string>();
        if (page is not null) PageRuns.Write(PageRuns.Of(report, version), page, (name, write) =>
        {
            using var stream = create(name);
            write(stream);
            files.Add(name);
        });
        var text = new Utf8Text();
        foreach (var result in report.Results)
        {
            if (result.Rows == 0) continue;
            ExploreCsv.Write(result, text);
            Put(NameOf(result.Name));
        }

        ExploreJson.Write(report, text);
        Put(Everything);
        using (var audit = create(AuditName)) new AuditJson().Write(new FinishedRun(report.Totals, version), audit);
        files.Add(AuditName);
        ExploreRunJson.Write(report, version, text);
        Put(Exports.Run);
        return files;

        void Put(string name)
        {
            using var stream = create(name);
            text.FlushTo(stream);
            files.Add(name);
        }
    }

    private const string AuditName = "audit.json";

    private static string NameOf(string analysis) => analysis + ".csv";
}
