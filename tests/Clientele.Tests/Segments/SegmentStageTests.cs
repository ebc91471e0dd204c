using Clientele.Customers;
using Clientele.Segments;

namespace Clientele.Tests.Segments;

public sealed class SegmentStageTests
{
    private static SegmentsResult Run(CustomerTable table, SegmentOptions? options = null, int threads = 0) =>
        SegmentStage.Run(table, options ?? new SegmentOptions(), new RunContext { Threads = threads });

    [Fact]
    public void Method_asks_for_one_thing_or_both()
    {
        var table = Shop.Believable(200, 1);
        var (both, rfm, kmeans) = (Run(table), Run(table, new() { Method = "rfm" }), Run(table, new() { Method = "kmeans" }));
        Assert.NotNull(both.Agreement);
        Assert.Null(rfm.Clusters);
        Assert.Null(rfm.Agreement);
        Assert.Null(kmeans.Map);
        Assert.Equal(both.Map!.Labels, rfm.Map!.Labels);
        Assert.Equal(both.Clusters!.Labels, kmeans.Clusters!.Labels);
        Assert.Equal("method.unknown", Assert.Throws<UserException>(() => Run(table, new() { Method = "magic" })).Code);
    }

    [Theory]
    [InlineData("codes")]
    [InlineData("klaviyo")]
    public void Any_row_order_and_thread_count_gives_the_same_segments(string map)
    {
        var table = Shop.Believable(700, 2);
        var order = Shop.Shuffle(table.Count, 3);
        var options = new SegmentOptions { Map = map, Seed = 5, MostK = 6 };
        var (one, other) = (Run(table, options, 1), Run(Shop.Permuted(table, order), options, 3));
        Assert.Equal(order.Select(i => one.Map!.Labels[i]), other.Map!.Labels);
        Assert.Equal(order.Select(i => one.Clusters!.Labels[i]), other.Clusters!.Labels);
        Assert.Equal(one.Map!.Segments, other.Map!.Segments);
        Assert.Equal(one.Clusters!.Segments, other.Clusters!.Segments);
        Assert.Equal(one.Search!.Reason, other.Search!.Reason);
        Assert.Equal(one.Search!.Centres.SelectMany(c => c), other.Search!.Centres.SelectMany(c => c));
        Assert.Equal(one.Notes, other.Notes);
        Assert.Equal(one.Agreement, other.Agreement);
    }

    [Fact]
    public void No_customers_and_one_customer_are_well_defined()
    {
        var nobody = Run(Shop.Of([], [], []));
        Assert.Empty(nobody.Main.Segments);
        Assert.Empty(nobody.Clusters!.Labels);
        var one = Run(Shop.Of([3], [1], [1000]));
        Assert.Equal((3, 1, 3), (one.Scores!.R[0], one.Scores.F[0], one.Scores.M[0]));
        Assert.Equal("All customers", Assert.Single(one.Clusters!.Segments).Name);
        Assert.Equal("10.00", Assert.Single(one.Map!.Segments).Money.ToText());
    }

    [Fact]
    public void Few_distinct_customers_lower_k_and_say_so()
    {
        var result = Run(Shop.Of([1, 1, 9, 9, 50, 50], [1, 1, 2, 2, 3, 3], [5, 5, 6, 6, 7, 7]), new() { LeastK = 5, MostK = 8 });
        Assert.Equal(3, result.Search!.ChosenK);
        Assert.Contains("The customers show only 3 different combinations of recency, frequency and monetary, so k stops at 3.", result.Notes);
        Assert.Equal([2, 2, 2], result.Clusters!.Segments.Select(s => s.Count));
    }

    [Fact]
    public void Constant_features_are_dropped_and_named()
    {
        var result = Run(Shop.Of([1, 2, 30, 31], [1, 1, 1, 1], [100, 110, 9000, 9100]), new() { LeastK = 2, MostK = 2 });
        Assert.Equal(["recency", "monetary"], result.Search!.Features);
        Assert.Contains("frequency is 1 for every customer, tells nobody apart and takes no part in the clusters.", result.Notes);
        Assert.Equal("All customers", Assert.Single(Run(Shop.Of([1, 1], [1, 1], [1, 1])).Clusters!.Segments).Name);
    }

    [Fact]
    public void Undefined_values_take_the_median_and_say_so()
    {
        var gaps = new CustomerColumn("mean_gap", "days", "Mean days between orders.", ColumnKind.Number) { Numbers = [double.NaN, 10, 20, 60, double.NaN] };
        var table = Shop.Of([1, 2, 3, 4, 5], [1, 2, 3, 4, 1], [1, 2, 3, 4, 5], gaps);
        var result = Run(table, new() { Features = ["mean_gap"], Transform = "none", Scale = "none", LeastK = 3, MostK = 3 });
        Assert.Contains("mean_gap is not defined for 2 customers; in the clusters they take its median over the others, 20.", result.Notes);
        Assert.Equal([10, 20, 60], result.Search!.Centres.Select(c => c[0]).Order());
    }

    [Fact]
    public void Money_below_zero_is_mirrored_by_log1p_and_comes_back()
    {
        var result = Run(Shop.Of([1, 2], [1, 2], [-5000, 7000]), new() { Features = ["monetary"], LeastK = 2, MostK = 2 });
        Assert.Contains("monetary is below zero for 1 customer; log1p is mirrored there.", result.Notes);
        Assert.Equal([70, -50], result.Search!.Centres.Select(c => Math.Round(c[0], 9)));
    }

    [Theory]
    [InlineData("no_such", "features.unknown")]
    [InlineData("first", "features.not-numeric")]
    [InlineData("wild", "features.not-finite")]
    [InlineData("huge", "features.too-large")]
    [InlineData("recency,recency", "features.twice")]
    [InlineData("", "features.none")]
    public void Wrong_features_are_refused_by_name(string features, string code)
    {
        var table = Shop.Of([1, 2], [1, 2], [1, 2],
            new CustomerColumn("first", "", "First order.", ColumnKind.Date) { Ticks = [1, 2] },
            new CustomerColumn("wild", "", "Not finite.", ColumnKind.Number) { Numbers = [1, double.PositiveInfinity] },
            new CustomerColumn("huge", "", "Huge.", ColumnKind.Number) { Numbers = [double.MinValue, double.MaxValue] });
        var options = new SegmentOptions { Features = features.Split(',', StringSplitOptions.RemoveEmptyEntries), Transform = "none" };
        Assert.Equal(code, Assert.Throws<UserException>(() => Run(table, options)).Code);
    }

    [Theory]
    [InlineData(0, 5, 1)]
    [InlineData(5, 4, 1)]
    [InlineData(-1, -1, 1)]
    [InlineData(2, 1_000_000_000, 1)]
    [InlineData(2, 3, 0)]
    public void Impossible_counts_are_refused(int least, int most, int starts) =>
        Assert.StartsWith("kmeans.", Assert.Throws<UserException>(() => Run(Shop.Believable(9, 1), new() { LeastK = least, MostK = most, Starts = starts })).Code, StringComparison.Ordinal);

    [Fact]
    public void Wishes_that_would_be_ignored_are_refused()
    {
        var table = Shop.Believable(20, 1);
        var bounds = new Dictionary<string, double[]> { ["recency"] = [1, 2, 3, 4] };
        Assert.Equal("scoring.thresholds-unused", Assert.Throws<UserException>(() => Run(table, new() { Thresholds = bounds })).Code);
        Assert.Equal("map.own-scoring", Assert.Throws<UserException>(() => Run(table, new() { Map = "klaviyo", Scoring = "nested" })).Code);
        Assert.Equal("scoring.unknown", Assert.Throws<UserException>(() => Run(table, new() { Scoring = "magic" })).Code);
    }

    [Fact]
    public void Klaviyo_scores_recency_by_its_own_days()
    {
        var result = Run(Shop.Of([180, 181, 365, 366], [2, 3, 4, 5], [1, 2, 3, 4]), new() { Method = "rfm", Map = "klaviyo" });
        Assert.Equal("3221", string.Concat(result.Scores!.R));
        Assert.Equal("1123".Length, result.Scores.F.Length);
        Assert.All(result.Scores.F, f => Assert.InRange(f, 1, 3));
    }

    [Fact]
    public void Sales_without_money_still_get_scores_a_map_and_clusters()
    {
        var full = Shop.Believable(100, 4);
        var result = Run(new CustomerTable(full.Ids, [full["recency"], full["frequency"]]));
        Assert.All(result.Scores!.M, m => Assert.Equal(3, m));
        Assert.Contains("carry no money", result.Scores.Notes[2], StringComparison.Ordinal);
        Assert.Equal(["recency", "frequency"], result.Search!.Features);
        Assert.All(result.Clusters!.Segments, s => Assert.DoesNotContain("spend", s.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_of_a_map_and_its_empty_names_are_in_the_notes()
    {
        var notes = Run(Shop.Believable(300, 6), new() { Method = "rfm", Map = "putler" }).Notes;
        Assert.Contains("The map putler is not a partition: 76 of 125 codes match several rows, of which the first wins; New, Promising, Can't Lose and Lost can never be reached.", notes);
        Assert.Contains(notes, n => n.StartsWith("Nobody is in New, Promising", StringComparison.Ordinal));
    }

    [Fact]
    public void Large_shops_get_sampled_silhouettes_and_are_told()
    {
        var table = Shop.Believable(20_001, 7);
        var options = new SegmentOptions { Method = "kmeans", LeastK = 2, MostK = 3, Starts = 1 };
        Assert.Contains(Run(table, options).Notes, n => n.StartsWith("Silhouettes are estimates from 19,999 customers", StringComparison.Ordinal));
    }
}
