using Clientele.Reports.Writing;

namespace Clientele.Baskets.Files;

/// <summary>One row per frequent set: the whole shop (no segment), then segment by segment; small sets first.</summary>
internal static class SetsCsv
{
    public static void Write(BasketReport report, Stream output)
    {
        var sheet = new CsvSheet(output, "segment,size,items,names,orders,all_orders,support");
        foreach (var scope in report.Scopes)
        {
            for (var s = 0; s < scope.Sets.Count; s++)
            {
                var items = scope.Sets[s];
                sheet.Text(scope.Segment).Integer(items.Length).Text(ItemText.Join(items, report.Items.Codes)).Text(ItemText.Join(items, report.Items.Names))
                    .Integer(scope.Sets.CountOf(s)).Integer(scope.Orders).Number((double)scope.Sets.CountOf(s) / scope.Orders).EndRow();
            }
        }

        sheet.End();
    }
}
