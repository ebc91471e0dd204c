using Clientele.Products;
using Clientele.Reports.Writing;

namespace Clientele.Reports.Page.Parts;

/// <summary>The products, under <c>products</c>: how many are in which class and stage, and the first of every list. The CSV files hold all.</summary>
internal sealed class ProductsPart(ProductReport report) : IReportPart
{
    private const int MostRanked = 300;
    private const int Most = 60;

    public void Write(JsonText json)
    {
        json.Object("products").Integer("count", report.Products.Count).Flag("money", report.Sales.Known.Money).Text("best", report.BestSegments)
            .Integer("coverWeeks", report.Plan.CoverWeeks).Number("service", report.Plan.Service).Integer("recentDays", report.Plan.RecentDays).Texts("notes", report.Notes);
        Classes(json);
        Ranking(json);
        Dependence(json);
        Replenishment(json);
        Cover(json);
        Substitutes(json);
        json.EndObject();
    }

    private void Classes(JsonText json)
    {
        json.List("classes");
        foreach (var group in report.Products.GroupBy(p => (p.Abc, p.Xyz)).OrderBy(g => g.Key.Abc, StringComparer.Ordinal).ThenBy(g => g.Key.Xyz, StringComparer.Ordinal))
            json.Object().Text("abc", group.Key.Abc).Text("xyz", group.Key.Xyz).Integer("products", group.Count()).Number("share", Round.Digits(group.Sum(p => p.Share))).EndObject();
        json.EndList().List("stages");
        foreach (var group in report.Products.GroupBy(p => p.Stage).OrderBy(g => g.Key))
            json.Object().Text("stage", StageWords.Of(group.Key)).Integer("products", group.Count()).Number("share", Round.Digits(group.Sum(p => p.Share))).EndObject();
        json.EndList();
    }

    private void Ranking(JsonText json)
    {
        json.List("ranking");
        foreach (var p in report.Products.Take(MostRanked))
        {
            json.Object().Integer("rank", p.Rank).Text("code", p.Code).Text("name", report.Sales.Products.Show(p.Product)).Text("category", p.Category).Number("money", Round.Cents(p.Money.ToDouble()))
                .Number("share", Round.Digits(p.Share)).Number("cumulative", Round.Digits(p.Cumulative)).Text("abc", p.Abc).Text("xyz", p.Xyz).Text("stage", StageWords.Of(p.Stage))
                .Number("units", Round.Digits(p.Units)).Integer("orders", p.Orders).Integer("customers", p.Customers).Integer("recent", p.RecentOrders).Integer("earlier", p.EarlierOrders)
                .Number("returns", Round.Digits(p.ReturnRate)).Number("price", Round.Cents(p.Prices.Usual)).Number("discounted", Round.Digits(p.Prices.Discounted)).EndObject();
        }

        json.EndList();
    }

    private void Dependence(JsonText json)
    {
        json.List("dependence");
        foreach (var d in report.Dependence.OrderByDescending(d => d.RegularsMoney).ThenByDescending(d => d.Baskets).ThenBy(d => d.Product).Take(Most))
        {
            json.Object().Text("name", report.Sales.Products.Show(d.Product)).Integer("customers", d.Customers).Number("customerShare", Round.Digits(d.CustomerShare)).Number("orderShare", Round.Digits(d.OrderShare))
                .Number("own", Round.Cents(d.Own.ToDouble())).Number("baskets", Round.Cents(d.Baskets.ToDouble())).Integer("regulars", d.Regulars).Number("regularsMoney", Round.Cents(d.RegularsMoney.ToDouble())).EndObject();
        }

        json.EndList();
    }

    private void Replenishment(JsonText json)
    {
        json.List("replenishment");
        foreach (var level in (ReadOnlySpan<string>)["product", "category"])
        {
            foreach (var r in report.Replenishment.Where(r => r.Level == level).Take(Most))
            {
                json.Object().Text("level", r.Level).Text("name", level == "product" ? report.Sales.Products.Show(r.Item) : report.Sales.Categories[r.Item]).Integer("customers", r.Customers).Integer("repeaters", r.Repeaters)
                    .Integer("gaps", r.Gaps).Number("lower", r.Lower).Number("median", r.Median).Number("upper", r.Upper).Number("low", r.Low).Number("high", r.High).EndObject();
            }
        }

        json.EndList();
    }

    private void Cover(JsonText json)
    {
        var shown = report.Cover.Where(c => c.Segment is null).Take(Most).Select(c => c.Product).ToHashSet();
        json.List("cover");
        foreach (var c in report.Cover.Where(c => shown.Contains(c.Product)))
        {
            json.Object().Text("name", report.Sales.Products.Show(c.Product)).Text("segment", c.Segment).Number("perWeek", Round.Digits(c.PerWeek)).Number("expected", Round.Digits(c.Expected))
                .Number("low", c.Low).Number("high", c.High).Number("stock", c.Stock).Number("weeks", Round.Digits(c.StockWeeks)).EndObject();
        }

        json.EndList();
    }

    private void Substitutes(JsonText json)
    {
        json.List("substitutes");
        foreach (var s in report.Substitutes.Take(Most))
        {
            json.Object().Text("one", report.Sales.Products.Show(s.One)).Text("other", report.Sales.Products.Show(s.Other)).Number("similarity", Round.Digits(s.Similarity))
                .Integer("together", s.Together).Number("expected", Round.Digits(s.Expected)).EndObject();
        }

        json.EndList();
    }
}
