using Clientele.Reports;
using Clientele.Reports.Page;
using Clientele.Reports.Writing;

namespace Clientele.Clusters.Files;

/// <summary>The files of a clustering, in the order in which a reader would open them.</summary>
public static class ClusterFiles
{
    public const string Labels = "labels.csv";
    public const string Scores = "scores.json";
    public const string Comparison = "comparison.csv";
    public const string Curve = "curve.csv";
    public const string Model = "model.json";

    /// <summary>Whether a clustering may have written a file of that name, run.json apart.</summary>
    public static bool Writes(string file) => file is Labels or Scores or Comparison or Curve or Model;

    /// <summary>Writes every file that applies and returns the names; without <paramref name="page"/> no report.html.</summary>
    public static IReadOnlyList<string> WriteAll(ClusterReport report, string version, Func<string, Stream> create, IReportPage? page = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(create);
        using var files = new FileSet(create);
        if (page is not null) files.Put(Exports.Report, stream => page.Write(ClusterDocument.Of(report, version), stream));
        files.Put(Labels, stream => LabelsCsv.Write(report, stream));
        files.Put(Scores, stream => stream.Write(ScoresJson.Of(report)));
        if (report.Comparison is { } comparison) files.Put(Comparison, stream => ComparisonCsv.Write(comparison, stream));
        if (report.Search is { } search) files.Put(Curve, stream => ComparisonCsv.Write(search, stream));
        if (report.Plan.Model is null) files.Put(Model, stream => report.Model.Write(stream));
        files.Put(Exports.Run, stream => ClusterRunJson.Write(report, version, stream));
        return files.Names;
    }
}
