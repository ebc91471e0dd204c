using Clientele.Products.Tastes;
using Clientele.Reports.Writing;

namespace Clientele.Products.Files;

/// <summary>The best of each list, and how many products are of which kind.</summary>
public static class ProductsJson
{
    public static byte[] Of(ProductReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Integer("products", report.Products.Count).Text("bestSegments", report.BestSegments);
        Kinds(json, report);
        json.List("best");
        foreach (var p in report.Products.Take(report.Plan.Top))
        {
            json.Object().Integer("rank", p.Rank).Text("product", p.Code).Text("description", p.Description);
            if (report.Sales.Known.Money) json.Money("money", p.Money);
            json.Number("share", p.Share).Text("abc", p.Abc).Text("xyz", p.Xyz).Text("stage", StageWords.Of(p.Stage)).Number("returnRate", p.ReturnRate).EndObject();
        }

        json.EndList();
        Dependence(json, report);
        Others(json, report);
        json.List("tastes");
        foreach (var group in report.Tastes.GroupBy(t => (t.Kind, t.Name)).OrderBy(g => g.Key.Kind).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Name, StringComparer.Ordinal))
            json.Object().Text("kind", TasteWords.Of(group.Key.Kind)).Text("name", group.Key.Name).Integer("customers", group.Count()).EndObject();
        json.EndList().List("leftOut");
        foreach (var code in report.LeftOut) json.Object().Text("code", code.Code).Integer("lines", code.Lines).Money("money", code.Money).EndObject();
        json.EndList().Texts("notes", report.Notes).EndObject();
        return text.Written.ToArray();
    }

    private static void Kinds(JsonText json, ProductReport report)
    {
        json.Object("classes");
        foreach (var abc in (string[])["A", "B", "C"])
        {
            foreach (var xyz in (string[])["X", "Y", "Z", ""]) json.Integer(abc + (xyz.Length > 0 ? xyz : "-"), report.Products.Count(p => p.Abc == abc && p.Xyz == xyz));
        }

        json.EndObject().Object("stages");
        foreach (var stage in Enum.GetValues<LifeStage>()) json.Integer(StageWords.Of(stage), report.Products.Count(p => p.Stage == stage));
        json.EndObject();
    }

    private static void Dependence(JsonText json, ProductReport report)
    {
        json.List("dependence");
        foreach (var d in report.Dependence.Take(report.Plan.Top))
        {
            json.Object().Text("product", report.Sales.Products.Codes[d.Product]).Text("description", report.Sales.Products.Descriptions[d.Product]).Integer("orders", d.Orders).Number("orderShare", d.OrderShare)
                .Integer("customers", d.Customers).Money("money", d.Own).Money("basketMoney", d.Baskets).Integer("regulars", d.Regulars).Money("regularsMoney", d.RegularsMoney).EndObject();
        }

        json.EndList();
    }

    private static void Others(JsonText json, ProductReport report)
    {
        var names = report.Sales.Products;
        json.List("replenishment");
        foreach (var r in report.Replenishment.GroupBy(r => r.Level).SelectMany(g => g.Take(report.Plan.Top)))
        {
            json.Object().Text("level", r.Level).Text("item", r.Level == "product" ? names.Codes[r.Item] : report.Sales.Categories[r.Item]).Integer("repeaters", r.Repeaters)
                .Number("lower", r.Lower).Number("median", r.Median).Number("upper", r.Upper).EndObject();
        }

        json.EndList().List("cover");
        foreach (var c in report.Cover.Where(c => c.Segment is null).Take(report.Plan.Top))
        {
            json.Object().Text("product", names.Codes[c.Product]).Number("unitsPerWeek", c.PerWeek).Number("expected", c.Expected).Number("low", c.Low).Number("high", c.High)
                .Number("stock", c.Stock).EndObject();
        }

        json.EndList().List("substitutes");
        foreach (var s in report.Substitutes.Take(report.Plan.Top))
            json.Object().Text("product", names.Codes[s.One]).Text("other", names.Codes[s.Other]).Number("similarity", s.Similarity).Number("lift", s.Lift).Number("p", s.P).EndObject();
        json.EndList();
    }
}
