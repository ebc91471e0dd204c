using Clientele.Baskets;
using Clientele.Baskets.Files;
using Clientele.Reports.Writing;

namespace Clientele.Reports.Page.Parts;

/// <summary>What is bought together, under <c>baskets</c>: the first rules of the shop and of every segment, what segments lean to, what to offer next.</summary>
internal sealed class BasketsPart(BasketReport report) : IReportPart
{
    private const int MostRules = 40;
    private const int MostNext = 30;
    private const int MostCategories = 30;
    private const int PerSegment = 3;
    private const int MostProducts = 30;

    public void Write(JsonText json)
    {
        json.Object("baskets").Text("level", report.Plan.Level).Number("support", report.Plan.Support).Texts("notes", report.Notes);
        Rules(json);
        json.Texts("segments", [.. report.Scopes.Where(s => s.Segment is not null).Select(s => s.Segment!)]).List("affinity");
        Affinity(json, BasketPlan.Category, Categories());
        Affinity(json, BasketPlan.Product, Products());
        json.EndList();
        Next(json);
        json.EndObject();
    }

    private void Rules(JsonText json)
    {
        json.List("scopes");
        foreach (var scope in report.Scopes)
        {
            json.Object().Text("segment", scope.Segment).Integer("orders", scope.Orders).Integer("least", scope.Least).Integer("sets", scope.Sets.Count).Integer("rules", scope.Rules.Count)
                .Integer("proved", scope.Rules.Count(r => BasketRules.Holds(r, report.Plan))).List("best");
            foreach (var rule in scope.Rules.Take(MostRules))
            {
                json.Object().Text("if", ItemText.Join(rule.If, report.Items.Names)).Text("then", report.Items.Names[rule.Then]).Integer("orders", rule.Count).Number("support", Round.Digits(rule.Support))
                    .Number("confidence", Round.Digits(rule.Confidence)).Number("lift", Round.Digits(rule.Lift)).Number("p", Round.Digits(rule.Holm)).Flag("proved", BasketRules.Holds(rule, report.Plan)).EndObject();
            }

            json.EndList().EndObject();
        }

        json.EndList();
    }

    private List<int> Categories() => [.. report.Affinities.Where(a => a.Level == BasketPlan.Category).GroupBy(a => a.Item)
        .OrderByDescending(g => g.Max(a => a.AllBuyers)).ThenBy(g => g.Key).Take(MostCategories).Select(g => g.Key)];

    // What each segment leans to most, proved, until there are enough.
    private List<int> Products()
    {
        var shown = new List<int>();
        foreach (var segment in report.Affinities.Where(a => a.Level == BasketPlan.Product && a.Index > 100 && a.P <= Affinities.Level).GroupBy(a => a.Segment))
        {
            foreach (var a in segment.Take(PerSegment))
            {
                if (shown.Count < MostProducts && !shown.Contains(a.Item)) shown.Add(a.Item);
            }
        }

        return shown;
    }

    private void Affinity(JsonText json, string level, List<int> items)
    {
        if (items.Count == 0) return;
        json.Object().Text("level", level).Texts("items", [.. items.Select(i => level == BasketPlan.Product ? report.Sales.Products.Show(i) : report.Sales.Categories[i])]).List("cells");
        foreach (var a in report.Affinities.Where(a => a.Level == level && items.Contains(a.Item)))
        {
            json.Object().Text("segment", a.Segment).Integer("item", items.IndexOf(a.Item)).Number("index", Round.Digits(a.Index)).Integer("buyers", a.Buyers)
                .Number("penetration", Round.Digits(a.Penetration)).Flag("proved", a.P <= Affinities.Level).EndObject();
        }

        json.EndList().EndObject();
    }

    private void Next(JsonText json)
    {
        json.Integer("customersWithNext", report.Next.Select(n => n.Customer).Distinct().Count()).List("next");
        foreach (var item in report.Next.Where(n => n.Place == 1).GroupBy(n => n.Rule.Then).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(MostNext))
            json.Object().Text("name", report.Items.Names[item.Key]).Integer("customers", item.Count()).Number("gain", Round.Digits(item.Average(n => n.Gain))).EndObject();
        json.EndList();
    }
}
