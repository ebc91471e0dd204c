using System.Text.Json;

namespace Clientele.Handover.Charts.Sources;

/// <summary>Products, baskets and actions: the lists behind their charts.</summary>
internal static class ShopCharts
{
    public static IEnumerable<Chart> Of(JsonElement document)
    {
        var products = document.At("products");
        yield return new Chart("product-classes", "heatmap", "Classes of products", "Products by what they bring (A to C) and how steadily they sell (X to Z).", new("abc"), new("xyz"), new("products"), new("share", "share"))
            .Take(products.At("classes"), "abc", "xyz", "products", "share");
        yield return new Chart("product-stages", "bar", "Life of products", "Products by whether they sell more or less than before.", new("stage"), new("products"), new("share", "share"))
            .Take(products.At("stages"), "stage", "products", "share");
        yield return new Chart(
            "product-ranking", "treemap", "The largest products", "By money; units are pieces, prices are means.",
            new("rank"), new("code"), new("product"), new("category"), new("money", "money"), new("share", "share"), new("cumulative", "share"), new("abc"), new("xyz"), new("stage"), new("units", "pieces"), new("orders", "orders"), new("customers", "customers"), new("price", "money"))
            .Take(products.At("ranking"), "rank", "code", "name", "category", "money", "share", "cumulative", "abc", "xyz", "stage", "units", "orders", "customers", "price");
        yield return new Chart("product-dependence", "bar", "What the best customers lean on", "Share of the best customers, and of their orders, that hold the product.",
            new("product"), new("customers", "customers"), new("customers_share", "share"), new("orders_share", "share"), new("own_money", "money"), new("money_of_baskets", "money"))
            .Take(products.At("dependence"), "name", "customers", "customerShare", "orderShare", "own", "baskets");
        yield return new Chart("product-rebuying", "interval", "When it is bought again", "Days until half of those who buy it repeatedly have bought it again, with the range that holds it 95 times in 100.",
            new("level"), new("item"), new("customers", "customers"), new("repeaters", "customers"), new("median", "days"), new("low", "days"), new("high", "days"))
            .Take(products.At("replenishment"), "level", "name", "customers", "repeaters", "median", "low", "high");
        yield return new Chart("product-cover", "interval", "What to hold", "Pieces expected until the cover ends, with low and high; a missing segment means all customers.",
            new("product"), new("segment"), new("per_week", "pieces"), new("expected", "pieces"), new("low", "pieces"), new("high", "pieces"), new("stock", "pieces"))
            .Take(products.At("cover"), "name", "segment", "perWeek", "expected", "low", "high", "stock");
        yield return Rules(document.At("baskets"));
        yield return Affinity(document.At("baskets"));
        yield return new Chart("basket-next", "bar", "What to offer next", "The best next offer per customer, counted.", new("item"), new("customers", "customers"), new("gain"))
            .Take(document.At("baskets", "next"), "name", "customers", "gain");
        yield return Actions(document.At("actions", "list"));
    }

    private static Chart Rules(JsonElement baskets)
    {
        var chart = new Chart("basket-rules", "scatter", "What is bought together", "Rules by segment; a missing segment means all orders. Lift 1 is what chance gives.",
            new("segment"), new("if"), new("then"), new("orders", "orders"), new("support", "share"), new("confidence", "share"), new("lift"), new("proved"));
        foreach (var scope in baskets.At("scopes").Entries())
        {
            foreach (var r in scope.At("best").Entries()) chart.Add(scope.At("segment"), r.At("if"), r.At("then"), r.At("orders"), r.At("support"), r.At("confidence"), r.At("lift"), r.At("proved"));
        }

        return chart;
    }

    private static Chart Affinity(JsonElement baskets)
    {
        var chart = new Chart("basket-affinity", "heatmap", "What each segment prefers", "100 is the shop's average; proved where chance is ruled out.",
            new("level"), new("item"), new("segment"), new("index"), new("buyers", "customers"), new("proved"));
        foreach (var level in baskets.At("affinity").Entries())
        {
            var items = level.At("items").Texts();
            foreach (var cell in level.At("cells").Entries()) chart.Add(level.At("level"), items[cell.At("item").GetInt32()], cell.At("segment"), cell.At("index"), cell.At("buyers"), cell.At("proved"));
        }

        return chart;
    }

    private static Chart Actions(JsonElement list)
    {
        var chart = new Chart("actions", "interval", "Expected gain of each action", "Gain after cost, with the range it may lie in; gains do not add up where the same customers stand in several lists.",
            new("play"), new("title"), new("customers", "customers"), new("expected", "money"), new("low", "money"), new("high", "money"));
        foreach (var a in list.Entries()) chart.Add(a.At("play"), a.At("title"), a.At("customers"), a.At("gain", "expected"), a.At("gain", "low"), a.At("gain", "high"));
        return chart;
    }
}
