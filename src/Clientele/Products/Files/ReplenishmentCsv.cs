using Clientele.Reports.Writing;

namespace Clientele.Products.Files;

/// <summary>One row per product and category that enough customers bought again. Empty days: so many purchases were not followed by another.</summary>
internal static class ReplenishmentCsv
{
    public static void Write(ProductReport report, Stream output)
    {
        var sheet = new CsvSheet(output, "level,item,description,customers,repeaters,gaps,open_gaps,days_q1,days_median,days_q3,median_low,median_high");
        foreach (var r in report.Replenishment)
        {
            var product = r.Level == "product";
            sheet.Text(r.Level).Text(product ? report.Sales.Products.Codes[r.Item] : report.Sales.Categories[r.Item]).Text(product ? report.Sales.Products.Descriptions[r.Item] : "")
                .Integer(r.Customers).Integer(r.Repeaters).Integer(r.Gaps).Integer(r.Open)
                .Number(r.Lower).Number(r.Median).Number(r.Upper).Number(r.Low).Number(r.High).EndRow();
        }

        sheet.End();
    }
}
