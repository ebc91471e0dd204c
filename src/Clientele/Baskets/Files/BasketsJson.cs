using Clientele.Reports.Writing;

namespace Clientele.Baskets.Files;

/// <summary>The best rules of the shop and of each segment, and what each segment leans to.</summary>
public static class BasketsJson
{
    public static byte[] Of(BasketReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Text("level", report.Plan.Level).Number("support", report.Plan.Support).List("scopes");
        foreach (var scope in report.Scopes)
        {
            json.Object().Text("segment", scope.Segment).Integer("orders", scope.Orders).Integer("leastOrders", scope.Least).Integer("sets", scope.Sets.Count)
                .Integer("rules", scope.Rules.Count).Integer("proved", scope.Rules.Count(r => BasketRules.Holds(r, report.Plan))).List("best");
            foreach (var rule in scope.Rules.Take(report.Plan.Top))
            {
                json.Object().Texts("if", [.. rule.If.Select(i => report.Items.Codes[i])]).Text("then", report.Items.Codes[rule.Then]).Integer("orders", rule.Count)
                    .Number("support", rule.Support).Number("confidence", rule.Confidence).Number("lift", rule.Lift).Number("leverage", rule.Leverage)
                    .Number("conviction", rule.Conviction).Number("p", rule.P).Number("holm", rule.Holm).EndObject();
            }

            json.EndList().EndObject();
        }

        json.EndList();
        Affinity(json, report);
        json.Integer("customersWithNext", report.Next.Select(n => n.Customer).Distinct().Count());
        json.List("leftOut");
        foreach (var code in report.LeftOut) json.Object().Text("code", code.Code).Integer("lines", code.Lines).Money("money", code.Money).EndObject();
        json.EndList().Texts("notes", report.Notes).EndObject();
        return text.Written.ToArray();
    }

    private static void Affinity(JsonText json, BasketReport report)
    {
        json.List("affinity");
        foreach (var group in report.Affinities.Where(a => a.P <= Affinities.Level && a.Index > 100).GroupBy(a => (a.Level, a.Segment)))
        {
            json.Object().Text("level", group.Key.Level).Text("segment", group.Key.Segment).List("items");
            foreach (var a in group.Take(report.Plan.Top))
            {
                json.Object().Text("item", a.Level == BasketPlan.Product ? report.Sales.Products.Codes[a.Item] : report.Sales.Categories[a.Item]).Number("index", a.Index)
                    .Integer("buyers", a.Buyers).Number("p", a.P).EndObject();
            }

            json.EndList().EndObject();
        }

        json.EndList();
    }
}
