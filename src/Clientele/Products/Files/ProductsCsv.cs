using Clientele.Reports.Writing;

namespace Clientele.Products.Files;

/// <summary>One row per product, best first.</summary>
internal static class ProductsCsv
{
    public static void Write(ProductReport report, Stream output)
    {
        var money = report.Sales.Known.Money;
        var sheet = new CsvSheet(output,
            "rank,product,description,category,money,share,cumulative_share,abc,units,lines,orders,customers,first_sale,last_sale,variation,xyz,stage,recent_orders,earlier_orders," +
            "returned_units,return_rate,price_min,price_q1,price_median,price_q3,price_max,price_usual,discounted_share,discount_depth");
        foreach (var p in report.Products)
        {
            sheet.Integer(p.Rank).Text(p.Code).Text(p.Description).Text(p.Category).Money(money ? p.Money : null).Number(p.Share).Number(p.Cumulative).Text(p.Abc)
                .Number(p.Units).Integer(p.Lines).Integer(p.Orders).Integer(p.Customers).Day(p.First).Day(p.Last)
                .Number(p.Variation).Text(p.Xyz).Text(StageWords.Of(p.Stage)).Integer(p.RecentOrders).Integer(p.EarlierOrders)
                .Number(p.ReturnedUnits).Number(p.ReturnRate);
            var prices = p.Prices;
            foreach (var value in (ReadOnlySpan<double>)[prices.Least, prices.Lower, prices.Median, prices.Upper, prices.Most, prices.Usual, prices.Discounted, prices.Depth]) sheet.Number(value);
            sheet.EndRow();
        }

        sheet.End();
    }
}
