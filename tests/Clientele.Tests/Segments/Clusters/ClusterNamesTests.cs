using Clientele.Segments;
using Clientele.Segments.Clusters;

namespace Clientele.Tests.Segments.Clusters;

public sealed class ClusterNamesTests
{
    [Fact]
    public void Heavy_buyers_passing_buyers_and_lost_ones_are_called_so()
    {
        // 40 who buy weekly and much, 120 now and then, 80 who came once long ago.
        var chance = new Random(1);
        var rows = new List<(double R, double F, long M)>();
        for (var i = 0; i < 40; i++) rows.Add((1 + chance.Next(5), 30 + chance.Next(10), 500_000 + chance.Next(100_000)));
        for (var i = 0; i < 120; i++) rows.Add((30 + chance.Next(20), 4 + chance.Next(3), 20_000 + chance.Next(5_000)));
        for (var i = 0; i < 80; i++) rows.Add((300 + chance.Next(60), 1, 2_000 + chance.Next(500)));
        var table = Shop.Of([.. rows.Select(r => r.R)], [.. rows.Select(r => r.F)], [.. rows.Select(r => r.M)]);
        var result = SegmentStage.Run(table, new SegmentOptions { Method = "kmeans" }, new RunContext());
        Assert.Equal(
            [("Frequent big spenders, most recently seen", Groups.HighValue, 40), ("Occasional average spenders, seen a while ago", Groups.Occasional, 120), ("One-time small buyers, long gone", Groups.Lost, 80)],
            result.Clusters!.Segments.Select(s => (s.Name, s.Group, s.Count)));
        Assert.Contains("so it decides", result.Search!.Reason, StringComparison.Ordinal);
        Assert.Matches("^Median [0-9.]+ days since the last order, 3[0-9](.5)? orders, 5,[0-9]+ spent; the shop's median is [0-9.]+ days, [0-9.]+ orders, [0-9,.]+\\.$", result.Clusters.Segments[0].Why);
    }

    [Fact]
    public void A_chosen_feature_that_stands_out_is_in_the_name()
    {
        var table = Shop.Of(
            [.. Enumerable.Repeat(10.0, 40)], [.. Enumerable.Repeat(3.0, 40)], [.. Enumerable.Range(0, 40).Select(i => 1000L + i)],
            new Clientele.Customers.CustomerColumn("return_rate", "share", "Share returned.", Clientele.Customers.ColumnKind.Number) { Numbers = [.. Enumerable.Range(0, 40).Select(i => i < 8 ? 0.8 + i * 0.001 : 0.01 + i * 0.0001)] });
        var result = SegmentStage.Run(table, new SegmentOptions { Method = "kmeans", Features = ["return_rate"], LeastK = 2, MostK = 2 }, new RunContext());
        var returners = result.Clusters!.Segments.Single(s => s.Count == 8);
        Assert.EndsWith(", high return rate", returners.Name, StringComparison.Ordinal);
        Assert.Contains("return rate 0.80", returners.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_unique_and_never_numbered_for_any_shop_and_k()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var table = Shop.Believable(60 + seed * 20, seed);
            var result = SegmentStage.Run(table, new SegmentOptions { Method = "kmeans", LeastK = 2 + seed % 12, MostK = 2 + seed % 12, Starts = 1, Seed = (ulong)seed }, new RunContext { Threads = 1 });
            var names = result.Clusters!.Segments.Select(s => s.Name).ToArray();
            Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
            Assert.All(names, n => Assert.DoesNotContain("cluster", n, StringComparison.OrdinalIgnoreCase));
            Assert.All(result.Clusters.Segments, s => Assert.Contains(s.Group, Groups.All));
        }
    }

    [Fact]
    public void Equal_portraits_are_told_apart_by_a_number_that_differs_clearly()
    {
        static ClusterPortrait Of(string spent, double position) => new("Regular buyers", "", "", [new("about 3 orders", 0.5), new(spent, position), new("9 customers", 0)]);
        Assert.Equal(["Regular buyers (about 90 spent)", "Regular buyers (about 20 spent)"], UniqueNames.Of([Of("about 90 spent", 0.9), Of("about 20 spent", 0.2)]));
        Assert.Equal(["Regular buyers (first of 2 alike)", "Regular buyers (second of 2 alike)"], UniqueNames.Of([Of("about 90 spent", 0.9), Of("about 90 spent", 0.9)]));
    }
}
