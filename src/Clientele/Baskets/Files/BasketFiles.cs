using Clientele.Products.Files;
using Clientele.Reports;
using Clientele.Reports.Page;
using Clientele.Reports.Page.Parts;

namespace Clientele.Baskets.Files;

/// <summary>The files of a look into the baskets, in the order in which a reader would open them.</summary>
public static class BasketFiles
{
    public const string Rules = "rules.csv";
    public const string Sets = "sets.csv";
    public const string Affinity = "affinity.csv";
    public const string Next = "next.csv";
    public const string Summary = "baskets.json";

    /// <summary>Whether a run may have written a file of that name, run.json apart.</summary>
    public static bool Writes(string file) => file is Rules or Sets or Affinity or Next or Summary;

    /// <summary>Writes every file, report.html where there is a page, and returns the names.</summary>
    public static IReadOnlyList<string> WriteAll(BasketReport report, string version, Func<string, Stream> create, IReportPage? page = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(create);
        return ShopFiles.WriteAll(create, page, () => PageRuns.Of(report, version),
            (Rules, stream => RulesCsv.Write(report, stream)),
            (Sets, stream => SetsCsv.Write(report, stream)),
            (Affinity, stream => AffinityCsv.Write(report, stream)),
            (Next, stream => NextCsv.Write(report, stream)),
            (Summary, stream => stream.Write(BasketsJson.Of(report))),
            (Exports.Run, stream => ShopRunJson.Write(report, version, stream)));
    }
}
