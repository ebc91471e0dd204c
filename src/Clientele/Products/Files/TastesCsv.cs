using Clientele.Products.Tastes;
using Clientele.Reports.Writing;

namespace Clientele.Products.Files;

/// <summary>Customers who stand out by what, when and at which price they buy; by kind, the surest first.</summary>
internal static class TastesCsv
{
    public static void Write(ProductReport report, Stream output)
    {
        var sheet = new CsvSheet(output, "customer,kind,name,orders,of,share,usual_share,p");
        foreach (var taste in report.Tastes)
            sheet.Text(report.Sales.Customers.Ids[taste.Customer]).Text(TasteWords.Of(taste.Kind)).Text(taste.Name).Integer(taste.Orders).Integer(taste.Of).Number(taste.Share).Number(taste.Usual).Number(taste.P).EndRow();
        sheet.End();
    }
}
