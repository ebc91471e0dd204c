using Clientele.Reports;
using Clientele.Reports.Page;
using Clientele.Reports.Page.Parts;
using Clientele.Reports.Writing;

namespace Clientele.Actions.Files;

/// <summary>The files of a list of actions, in the order in which a reader would open them.</summary>
public static class ActionFiles
{
    public const string Actions = "actions.csv";
    public const string Json = "actions.json";
    public const string Customers = "customers.csv";

    /// <summary>Named the same in the folder of the whole picture, where products.csv is another file.</summary>
    public const string Products = "actions-products.csv";


    public const string Audit = "audit.json";

    /// <summary>List of the customers of one action, from 1: <c>audience-01-win-back.csv</c>.</summary>
    public static string Audience(int number, string play) => $"audience-{number.ToString("00", System.Globalization.CultureInfo.InvariantCulture)}-{play}.csv";

    /// <summary>Whether a list of actions may have written a file of that name, run.json apart.</summary>
    public static bool Writes(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file is Actions or Json or Customers or Products or Exports.Excluded or Audit || (file.StartsWith("audience-", StringComparison.Ordinal) && file.EndsWith(".csv", StringComparison.Ordinal));
    }

    /// <summary>Writes every file that applies and returns the names.</summary>
    public static IReadOnlyList<string> WriteAll(ActionList list, string version, Func<string, Stream> create, IReportPage? page = null, bool showValues = true)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(create);
        using var files = new FileSet(create);
        if (page is not null) PageRuns.Write(PageRuns.Of(list, version, showValues), page, files.Put);
        files.Put(Actions, stream => ActionsCsv.Write(list, stream));
        files.Put(Json, stream => stream.Write(ActionsJson.Of(list)));
        files.Put(Customers, stream => CustomersCsv.Write(list, stream));
        for (var i = 0; i < list.Actions.Count; i++)
        {
            var (number, action) = (i + 1, list.Actions[i]);
            if (action.Audience.Count > 0) files.Put(Audience(number, action.Play), stream => CustomersCsv.WriteAudience(list, action, stream));
        }

        if (list.Actions.Any(a => a.Products.Count > 0)) files.Put(Products, stream => ProductsCsv.Write(list, stream));
        files.Put(Audit, stream => new AuditJson().Write(new FinishedRun(list.AsReport(), version), stream));
        files.Put(Exports.Run, stream => ActionsRunJson.Write(list, version, showValues, stream));
        return files.Names;
    }
}
