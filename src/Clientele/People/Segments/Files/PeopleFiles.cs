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
    public static IReadOnlyList<string> WriteAll(PeopleSegmentReport report, string version, Func<string, Stream> create, IReportPage? page = null, bool showValues = true, IReadOnlyList<string>? exports = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(create);
        var files = new FileSet(create);
        if (page is not null) files.Put(Exports.Report, stream => page.Write(PeopleDocument.Of(report, version, showValues), stream));
        files.Put(Segments, stream => CustomerCsv.Segments(report, stream));
        files.Put(Profiles, stream => FactsCsv.Profiles(report, stream));
        if (report.Patterns.Count > 0) files.Put(Patterns, stream => FactsCsv.Patterns(report, stream));
        if (report.Answers.Count > 0) files.Put(Campaigns, stream => FactsCsv.Campaigns(report, stream));
        if (report.Answers.Count > 0) files.Put(Responses, stream => CustomerCsv.Responses(report, stream));
        if (report.Choice.Tried.Count > 0) files.Put(Curve, stream => FactsCsv.Curve(report, stream));
        files.Put(Rules, stream => RulesJson.Write(report, stream));
        files.Put(Columns, stream => ColumnsJson.Write(report, stream));
        files.Put(Audit, stream => TableAuditJson.Write(report.Data.Audit, stream));
        if (report.Data.Audit.Changes.Count > 0) files.Put(CellsCsv.File, stream => CellsCsv.Write(report.Data.Audit, stream));
        files.Put(Exports.Run, stream => PeopleRunJson.Write(report, version, showValues, stream, exports));
        return files.Names;
    }
}
