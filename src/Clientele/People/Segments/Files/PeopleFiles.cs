using Clientele.People.Files;
using Clientele.Reports;
using Clientele.Reports.Page;
using Clientele.Reports.Writing;

namespace Clientele.People.Segments.Files;

/// <summary>The files of a segmented customer table, in the order in which a reader would open them.</summary>
public static class PeopleFiles
{
    public const string Segments = "segments.csv";
    public const string Profiles = "profiles.csv";
    public const string Patterns = "patterns.csv";
    public const string Campaigns = "campaigns.csv";
    public const string Responses = "responses.csv";
    public const string Curve = "curve.csv";
    public const string Rules = "rules.json";
    public const string Columns = "columns.json";
    public const string Audit = "audit.json";

    /// <summary>Whether a segmented customer table may have written a file of that name, run.json apart.</summary>
    public static bool Writes(string file) => file is Segments or Profiles or Patterns or Campaigns or Responses or Curve or Rules or Columns or Audit or CellsCsv.File;

    /// <summary>What was found as one JSON object, customers left out.</summary>
    public static byte[] Totals(PeopleSegmentReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return PeopleRunJson.Totals(report);
    }

    /// <summary>Writes every file that applies and returns the names.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="version">Of the program.</param>
    /// <param name="create">Makes a file of that name; asked by the calling thread.</param>
    /// <param name="page">The page to look at; null for none.</param>
    /// <param name="showValues">Customers are named on the page.</param>
    /// <param name="exports">What is handed over besides.</param>
    /// <param name="threads">0 means one per core; changes nothing but the time.</param>
    public static IReadOnlyList<string> WriteAll(PeopleSegmentReport report, string version, Func<string, Stream> create, IReportPage? page = null, bool showValues = true, IReadOnlyList<string>? exports = null, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(create);
        using var files = new FileSet(create);

        // The page takes as long as all the others.
        if (page is not null) files.Beside(Exports.Report, stream => page.Write(PeopleDocument.Of(report, version, showValues), stream), threads);
        Put(files, report, version, showValues, exports, threads);
        files.Join();
        return files.Names;
    }

    private static void Put(FileSet files, PeopleSegmentReport report, string version, bool showValues, IReadOnlyList<string>? exports, int threads)
    {
        files.Put(Segments, stream => CustomerCsv.Segments(report, stream, threads));
        files.Put(Profiles, stream => FactsCsv.Profiles(report, stream));
        if (report.Patterns.Count > 0) files.Put(Patterns, stream => FactsCsv.Patterns(report, stream));
        if (report.Answers.Count > 0) files.Put(Campaigns, stream => FactsCsv.Campaigns(report, stream));
        if (report.Answers.Count > 0) files.Put(Responses, stream => CustomerCsv.Responses(report, stream, threads));
        if (report.Choice.Tried.Count > 0) files.Put(Curve, stream => FactsCsv.Curve(report, stream));
        files.Put(Rules, stream => RulesJson.Write(report, stream));
        files.Put(Columns, stream => ColumnsJson.Write(report, stream));
        files.Put(Audit, stream => TableAuditJson.Write(report.Data.Audit, stream));
        if (report.Data.Audit.Changes.Count > 0) files.Put(CellsCsv.File, stream => CellsCsv.Write(report.Data.Audit, stream));
        files.Put(Exports.Run, stream => PeopleRunJson.Write(report, version, showValues, stream, exports));
    }
}
