using Clientele.Reports.Writing;

namespace Clientele.Products.Files;

/// <summary>One row per pair, most alike first.</summary>
internal static class SubstitutesCsv
{
    public static void Write(ProductReport report, Stream output)
    {
        var names = report.Sales.Products;
        var sheet = new CsvSheet(output, "product,description,other,other_description,similarity,orders_together,expected,lift,p_fdr");
        foreach (var s in report.Substitutes)
        {
            sheet.Text(names.Codes[s.One]).Text(names.Descriptions[s.One]).Text(names.Codes[s.Other]).Text(names.Descriptions[s.Other])
                .Number(s.Similarity).Integer(s.Together).Number(s.Expected).Number(s.Lift).Number(s.P).EndRow();
        }

        sheet.End();
    }
}
