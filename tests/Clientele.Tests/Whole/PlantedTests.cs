using System.Text;
using Clientele.Baskets;
using Clientele.Explore;
using Clientele.Products;
using Clientele.Products.Tastes;
using Clientele.Samples;
using Clientele.Tests.Samples;

namespace Clientele.Tests.Whole;

/// <summary>What the sample shop has planted is found again, and ranked first.</summary>
public sealed class PlantedTests(PlantedShop shop) : IClassFixture<PlantedShop>
{
    [Theory]
    [InlineData(TasteKind.Category, 60, "category-lover")]
    [InlineData(TasteKind.Reduced, 50, "discount-hunter")]
    [InlineData(TasteKind.Season, 20, "christmas-only", "summer-only")]
    public void Those_who_stand_out_most_are_the_planted_ones(TasteKind kind, int first, params string[] planted)
    {
        var found = ProductJob.Run(new ProductPlan { Sales = shop.Plan }, new RunContext());
        var kinds = found.Tastes.Where(t => t.Kind == kind).Select(t => shop.Kinds[found.Sales.Customers.Ids[t.Customer]]).ToArray();
        Assert.True(kinds.Length >= first, $"{kinds.Length} found");
        Assert.All(kinds.Take(first / 2), k => Assert.Contains(k, planted));
        Assert.True(kinds.Take(first).Count(planted.Contains) >= 0.95 * first);
        Assert.True(kinds.Count(planted.Contains) >= 0.75 * kinds.Length);
    }

    [Fact]
    public void Lovers_are_found_with_their_own_category_and_none_is_found_twice()
    {
        var found = ProductJob.Run(new ProductPlan { Sales = shop.Plan }, new RunContext { Threads = 1 });
        foreach (var taste in found.Tastes.Where(t => t.Kind == TasteKind.Category).Take(50))
            Assert.Equal(shop.Homes[found.Sales.Customers.Ids[taste.Customer]], taste.Name);
        Assert.Equal(found.Tastes.Count, found.Tastes.DistinctBy(t => (t.Kind, t.Customer)).Count());
        Assert.All(found.Tastes, t => Assert.True(t is { Orders: >= 3, P: <= 0.05 } && t.Share > t.Usual && t.Orders <= t.Of));
    }

    [Fact]
    public void Seasons_of_the_shop_are_those_of_its_calendar()
    {
        var season = ExploreJob.Run(new ExplorePlan { Sales = shop.Plan, Only = ["season"] }, new RunContext())["season"]!;
        Assert.Equal(("Saturday", "Sunday"), (season.TextFigure("best_weekday"), season.TextFigure("worst_weekday")));
        Assert.Contains(season.TextFigure("best_month"), (string[])["November", "December"]);
        Assert.Contains(season.TextFigure("worst_month"), (string[])["January", "February"]);
    }

    [Fact]
    public void The_first_rules_are_companions()
    {
        var baskets = BasketJob.Run(new BasketPlan { Sales = shop.Plan }, new RunContext());
        var companions = shop.Summary.Companions.SelectMany(c => (string[])[$"{c.One} {c.Other}", $"{c.Other} {c.One}"]).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in baskets.Scopes[0].Rules.Where(r => r.If.Length == 1).Take(20))
            Assert.Contains($"{baskets.Items.Codes[rule.If[0]]} {baskets.Items.Codes[rule.Then]}", companions);
    }
}

/// <summary>A sample shop in a file, and the truth about its customers.</summary>
public sealed class PlantedShop : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"clientele-{Guid.NewGuid():N}.csv");

    public PlantedShop()
    {
        var (sales, truth, summary) = SampleShopTests.Write(new SampleOptions { Customers = 2500, Seed = 17 });
        File.WriteAllBytes(_path, sales);
        Summary = summary;
        Plan = new Plan { Inputs = [_path] };
        var rows = Encoding.UTF8.GetString(truth).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.TrimEnd('\r').Split(',')).ToArray();
        var home = Array.IndexOf(rows[0], "home_category");
        Kinds = rows.Skip(1).ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
        Homes = rows.Skip(1).ToDictionary(r => r[0], r => r[home], StringComparer.Ordinal);
    }

    public SampleSummary Summary { get; }

    public Plan Plan { get; }

    /// <summary>Planted kind of each customer.</summary>
    public IReadOnlyDictionary<string, string> Kinds { get; }

    /// <summary>Planted home category of each customer.</summary>
    public IReadOnlyDictionary<string, string> Homes { get; }

    public void Dispose() => File.Delete(_path);
}
