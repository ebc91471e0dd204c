using System.Text.Json;
using Clientele.Customers;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Hierarchical;
using Clientele.Numerics.Validity;
using Clientele.Reports;
using Clientele.Segments;
using Clientele.Segments.Clusters;
using Clientele.Tests.Reports;

namespace Clientele.Tests.Segments;

/// <summary>Customers of sales clustered by other methods than K-Means.</summary>
public sealed class SalesMethodsTests
{
    private static readonly CustomerTable s_customers = Customers(150);

    public static TheoryData<string> Methods => [.. SegmentStage.OtherMethods];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_customer_lies_in_one_named_cluster(string method)
    {
        var options = new SegmentOptions { Method = method, LeastK = 2, MostK = 5, Transform = "none" };
        var result = SegmentStage.Run(s_customers, options, new RunContext());
        Assert.Null(result.Map);
        Assert.Equal(method, result.Clusters!.Method);
        Assert.Equal(150, result.Clusters.Segments.Sum(s => s.Count));
        Assert.Equal(result.Clusters.Segments.Count, result.Clusters.Labels.Distinct().Count());
        Assert.Equal(result.Search!.Trials.Select(t => t.K), Enumerable.Range(2, result.Search.Trials.Count));
        Assert.Equal(result.Clusters.Labels, SegmentStage.Run(s_customers, options, new RunContext { Threads = 3 }).Clusters!.Labels);
    }

    [Fact]
    public void Ward_gives_what_the_tree_gives_and_the_page_shows_that_tree()
    {
        var options = new SegmentOptions { Method = "ward", LeastK = 3, MostK = 3, Transform = "none" };
        var result = SegmentStage.Run(s_customers, options, new RunContext());
        var space = new FeatureSpace(FeatureSet.Of(s_customers, options.Features, "none", []), Transforms.Catalog.Find("none").Create(Settings.Defaults), Scales.Catalog.Find(options.Scale).Create(Settings.Defaults));
        var tree = new HierarchicalClusterer(new() { Linkage = Linkage.Ward, K = 3 }).Fit(space.Points);
        Assert.Equal(1, Agreement.AdjustedRand(tree.Labels, result.Clusters!.Labels));

        var report = MadeUp.Report with { Plan = MadeUp.Report.Plan with { Segments = options }, Customers = s_customers, Segments = result };
        using var json = JsonDocument.Parse(ReportDocument.Of(new FinishedRun(report, "1") { Stability = false }));
        var shown = json.RootElement.GetProperty("tree");
        Assert.True(shown.GetProperty("own").GetBoolean());
        Assert.Equal(150, shown.GetProperty("leaves").EnumerateArray().Sum(l => l.GetProperty("rows").GetInt32()));
        Assert.All(shown.GetProperty("leaves").EnumerateArray(), l => Assert.Equal(1, l.GetProperty("share").GetDouble()));
    }

    [Fact]
    public void An_unknown_method_is_told_all_there_are()
    {
        var problem = Assert.Throws<UserException>(() => SegmentStage.Run(s_customers, new SegmentOptions { Method = "wards" }, new RunContext()));
        Assert.Contains("ward", problem.Fix, StringComparison.Ordinal);
        Assert.DoesNotContain("hdbscan", problem.Fix, StringComparison.Ordinal);
    }

    // Three kinds: lately and often, long ago and once, in between with much money.
    private static CustomerTable Customers(int n)
    {
        var draws = new Draws(11, 0, 0);
        double[] Column(Func<int, double> of) => [.. Enumerable.Range(0, n).Select(of)];
        var money = Column(i => Math.Round((i % 3 == 2 ? 900 : 100) + (60 * draws.Uniform(i, 2))));
        return new([.. Enumerable.Range(0, n).Select(i => $"c{i:000}")],
        [
            new("recency", "days", "Days.", ColumnKind.Number) { Numbers = Column(i => Math.Round((i % 3 == 1 ? 300 : 10) + (40 * draws.Uniform(i, 0)))) },
            new("frequency", "orders", "Orders.", ColumnKind.Number) { Numbers = Column(i => Math.Round((i % 3 == 0 ? 30 : 2) + (6 * draws.Uniform(i, 1)))) },
            new("monetary", "money", "Money.", ColumnKind.Money) { Numbers = money, Amounts = Array.ConvertAll(money, m => Money.Of((long)m, 0)) },
        ]);
    }
}
