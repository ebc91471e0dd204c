using Clientele.People.Files;
using Clientele.Reports;
using Clientele.Reports.Page;
using Clientele.Reports.Writing;

namespace Clientele.People.Describing;

/// <summary>The files of a description, in the order in which a reader would open them.</summary>
public static class DescribeFiles
{
    /// <summary>What a run.json of this command says.</summary>
    public const string Command = "describe";

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
        var files = new List<string>();
        if (page is not null) Put(Exports.Report, stream => page.Write(DescribeDocument.Of(report, version, showValues), stream));
        Put(Columns, stream => DescribeCsv.Columns(report, stream));
        Put(Categories, stream => DescribeCsv.Categories(report, stream));
        Put(Histograms, stream => DescribeCsv.Histograms(report, stream));
        Put(Relations, stream => DescribeCsv.Relations(report, stream));
        Put(DescribeJson.File, stream => stream.Write(DescribeJson.Of(report)));
        if (report.People is { } people) Put(CellsCsv.File, stream => CellsCsv.Write(people.Audit, stream));
        Put(Exports.Run, stream => Run(report, version, stream));
        return files;

        void Put(string name, Action<Stream> write)
        {
            using var stream = create(name);
            using var buffer = new BufferedStream(stream, 1 << 16);
            write(buffer);
            buffer.Flush();
            files.Add(name);
        }
    }

    private static void Run(DescribeReport report, string version, Stream output)
    {
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Integer("format", 1).Text("version", version).Text("command", Command);
        if (report.People is { } people) PeoplePlanJson.Write(json, people.Plan);
        PeopleJson.Files(json, report.Files);
        json.Integer("customers", report.Customers.Count).EndObject();
        text.FlushTo(output);
    }
}
