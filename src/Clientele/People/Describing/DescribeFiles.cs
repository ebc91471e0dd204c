using Clientele.People.Files;
using Clientele.Reports;
using Clientele.Reports.Page;
using Clientele.Reports.Writing;

namespace Clientele.People.Describing;

/// <summary>The files of a description, in the order in which a reader would open them.</summary>
public static class DescribeFiles
{
    private const string Columns = "columns.csv";
    private const string Categories = "categories.csv";
    private const string Histograms = "histograms.csv";
    private const string Relations = "relations.csv";

    /// <summary>Whether a description may have written a file of that name, run.json apart.</summary>
    public static bool Writes(string file) => file is Columns or Categories or Histograms or Relations or DescribeJson.File or CellsCsv.File;

    /// <summary>Writes every file and returns the names.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="version">Of the program.</param>
    /// <param name="create">Makes a file.</param>
    /// <param name="page">The front end, or null for no report.html.</param>
    /// <param name="showValues">The page names customers.</param>
    public static IReadOnlyList<string> WriteAll(DescribeReport report, string version, Func<string, Stream> create, IReportPage? page = null, bool showValues = true)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(create);
        using var files = new FileSet(create);
        if (page is not null) files.Put(Exports.Report, stream => page.Write(DescribeDocument.Of(report, version, showValues), stream));
        files.Put(Columns, stream => DescribeCsv.Columns(report, stream));
        files.Put(Categories, stream => DescribeCsv.Categories(report, stream));
        files.Put(Histograms, stream => DescribeCsv.Histograms(report, stream));
        files.Put(Relations, stream => DescribeCsv.Relations(report, stream));
        files.Put(DescribeJson.File, stream => stream.Write(DescribeJson.Of(report)));
        if (report.People is { } people) files.Put(CellsCsv.File, stream => CellsCsv.Write(people.Audit, stream));
        files.Put(Exports.Run, stream => DescribeRunJson.Write(report, version, showValues, stream));
        return files.Names;
    }
}
