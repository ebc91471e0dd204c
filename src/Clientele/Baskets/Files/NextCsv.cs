using System.Globalization;
using Clientele.Reports.Writing;

namespace Clientele.Baskets.Files;

/// <summary>What to show each customer next, and why.</summary>
internal static class NextCsv
{
    public static void Write(BasketReport report, Stream output)
    {
        var (codes, names) = (report.Items.Codes, report.Items.Names);
        var sheet = new CsvSheet(output, "customer,place,item,name,because,confidence,lift,gain,reason");
        foreach (var next in report.Next)
        {
            var rule = next.Rule;
            sheet.Text(report.Sales.Customers.Ids[next.Customer]).Integer(next.Place).Text(codes[rule.Then]).Text(names[rule.Then]).Text(ItemText.Join(rule.If, codes))
                .Number(rule.Confidence).Number(rule.Lift).Number(next.Gain).Text(Reason(report, next)).EndRow();
        }

        sheet.End();
    }

    /// <summary>Why, in words.</summary>
    public static string Reason(BasketReport report, NextItem next) => string.Create(
        CultureInfo.InvariantCulture,
        $"because they bought {ItemText.Join(next.Rule.If, report.Items.Names)}: bought together {next.Rule.Lift:0.0} times as often as by chance");
}
