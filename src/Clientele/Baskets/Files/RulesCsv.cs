using Clientele.Reports.Writing;

namespace Clientele.Baskets.Files;

/// <summary>One row per rule: the whole shop (no segment), then segment by segment; proved ones first, highest lift first.</summary>
internal static class RulesCsv
{
    public static void Write(BasketReport report, Stream output)
    {
        var (codes, names) = (report.Items.Codes, report.Items.Names);
        var sheet = new CsvSheet(output,
            "segment,if,then,if_name,then_name,orders,if_orders,then_orders,all_orders,support,confidence,lift,leverage,conviction,improvement,p,p_holm,p_fdr,proved");
        foreach (var scope in report.Scopes)
        {
            foreach (var rule in scope.Rules)
            {
                sheet.Text(scope.Segment).Text(ItemText.Join(rule.If, codes)).Text(codes[rule.Then]).Text(ItemText.Join(rule.If, names)).Text(names[rule.Then])
                    .Integer(rule.Count).Integer(rule.IfCount).Integer(rule.ThenCount).Integer(rule.Transactions)
                    .Number(rule.Support).Number(rule.Confidence).Number(rule.Lift).Number(rule.Leverage).Number(rule.Conviction).Number(rule.Improvement)
                    .Number(rule.P).Number(rule.Holm).Number(rule.FalseDiscovery).Text(BasketRules.Holds(rule, report.Plan) ? "true" : "false").EndRow();
            }
        }

        sheet.End();
    }
}
