using Clientele.Reports.Writing;

namespace Clientele.Products.Files;

/// <summary>One row per product for the whole shop (no segment), then one per segment that buys it often enough.</summary>
internal static class CoverCsv
{
    public static void Write(ProductReport report, Stream output)
    {
        var names = report.Sales.Products;
        var sheet = new CsvSheet(output, "product,description,segment,weeks,weeks_sold,units_per_week,deviation,cover_weeks,expected_units,low,high,stock_units,stock_weeks");
        foreach (var c in report.Cover)
        {
            sheet.Text(names.Codes[c.Product]).Text(names.Descriptions[c.Product]).Text(c.Segment).Integer(c.Weeks).Integer(c.WeeksSold).Number(c.PerWeek).Number(c.Deviation)
                .Integer(report.Plan.CoverWeeks).Number(c.Expected).Number(c.Low).Number(c.High).Number(c.Stock).Number(c.StockWeeks).EndRow();
        }

        sheet.End();
    }
}
