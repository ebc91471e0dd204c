using Clientele.Reports.Writing;

namespace Clientele.Baskets.Files;

/// <summary>One row per segment and category or product; within a segment proved ones first, highest index first.</summary>
internal static class AffinityCsv
{
    public static void Write(BasketReport report, Stream output)
    {
        var sales = report.Sales;
        var sheet = new CsvSheet(output, "level,segment,item,name,index,buyers,penetration,all_buyers,p_fdr");
        foreach (var a in report.Affinities)
        {
            var product = a.Level == BasketPlan.Product;
            sheet.Text(a.Level).Text(a.Segment).Text(product ? sales.Products.Codes[a.Item] : sales.Categories[a.Item]).Text(product ? sales.Products.Show(a.Item) : sales.Categories[a.Item])
                .Number(a.Index).Integer(a.Buyers).Number(a.Penetration).Integer(a.AllBuyers).Number(a.P).EndRow();
        }

        sheet.End();
    }
}
