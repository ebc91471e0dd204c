using Clientele.Reports;
using Clientele.Reports.Page;
using Clientele.Reports.Page.Parts;

namespace Clientele.Products.Files;

/// <summary>The files of a look at the products, in the order in which a reader would open them.</summary>
public static class ProductFiles
{
    public const string Products = "products.csv";
    public const string Dependence = "dependence.csv";
    public const string Replenishment = "replenishment.csv";
    public const string Cover = "cover.csv";
    public const string Substitutes = "substitutes.csv";
    public const string Tastes = "tastes.csv";
    public const string Summary = "products.json";

    /// <summary>Whether a run may have written a file of that name, run.json apart.</summary>
    public static bool Writes(string file) => file is Products or Dependence or Replenishment or Cover or Substitutes or Tastes or Summary;

    /// <summary>Writes every file, report.html where there is a page, and returns the names.</summary>
    public static IReadOnlyList<string> WriteAll(ProductReport report, string version, Func<string, Stream> create, IReportPage? page = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(create);
        return ShopFiles.WriteAll(create, page, () => PageRuns.Of(report, version),
            (Products, stream => ProductsCsv.Write(report, stream)),
            (Dependence, stream => DependenceCsv.Write(report, stream)),
            (Replenishment, stream => ReplenishmentCsv.Write(report, stream)),
            (Cover, stream => CoverCsv.Write(report, stream)),
            (Substitutes, stream => SubstitutesCsv.Write(report, stream)),
            (Tastes, stream => TastesCsv.Write(report, stream)),
            (Summary, stream => stream.Write(ProductsJson.Of(report))),
            (Exports.Run, stream => ShopRunJson.Write(report, version, stream)));
    }
}
