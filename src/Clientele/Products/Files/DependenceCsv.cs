using Clientele.Reports.Writing;

namespace Clientele.Products.Files;

/// <summary>One row per product that the best segments bought, most of their orders first.</summary>
internal static class DependenceCsv
{
    public static void Write(ProductReport report, Stream output)
    {
        var (names, money) = (report.Sales.Products, report.Sales.Known.Money);
        var sheet = new CsvSheet(output, "product,description,best_customers,best_customer_share,best_orders,best_order_share,best_money,best_basket_money,regulars,regulars_money,shop_basket_money");
        foreach (var d in report.Dependence)
        {
            sheet.Text(names.Codes[d.Product]).Text(names.Descriptions[d.Product]).Integer(d.Customers).Number(d.CustomerShare).Integer(d.Orders).Number(d.OrderShare)
                .Money(money ? d.Own : null).Money(money ? d.Baskets : null).Integer(d.Regulars).Money(money ? d.RegularsMoney : null).Money(money ? d.ShopBaskets : null).EndRow();
        }

        sheet.End();
    }
}
