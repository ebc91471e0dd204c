using Clientele.Segments;

namespace Clientele.Tests.Segments;

/// <summary>The whole stage on real customers against the published figures.</summary>
public sealed class RetailSegmentsTests
{
    private static readonly Lazy<SegmentsResult> s_result = new(() => SegmentStage.Run(RetailCustomers.Table, new SegmentOptions(), new RunContext()));

    [Fact]
    public void Customers_orders_and_money_are_the_known_totals()
    {
        var table = RetailCustomers.Table;
        Assert.Equal(4338, table.Count);
        Assert.Equal(18532, table["frequency"].Numbers.Sum());
        Assert.Equal("8887208.894", table["monetary"].Amounts.Aggregate((a, b) => a + b).ToText());
    }

    [Fact]
    public void Every_customer_is_in_one_segment_and_money_balances()
    {
        foreach (var segmentation in new[] { s_result.Value.Map!, s_result.Value.Clusters! })
        {
            Assert.Equal(4338, segmentation.Segments.Sum(s => s.Count));
            Assert.Equal("8887208.894", segmentation.Segments.Select(s => s.Money).Aggregate((a, b) => a + b).ToText());
            Assert.Equal(segmentation.Segments.Select((_, i) => segmentation.Labels.Count(l => l == i)), segmentation.Segments.Select(s => s.Count));
            Assert.Equal(segmentation.Segments.OrderByDescending(s => s.Money), segmentation.Segments);
            Assert.All(new[] { Groups.HighValue, Groups.Occasional, Groups.AtRisk }, g => Assert.Contains(s_result.Value.Map!.Segments, s => s.Group == g));
        }
    }

    /// <summary>scikit-learn 1.2.1, best of 10 starts, after log1p and z-scores with the population sd; six printed digits.</summary>
    [Theory]
    [InlineData(2, 6483.642880, 0.432919)]
    [InlineData(3, 4869.681157, 0.336063)]
    [InlineData(4, 3939.083529, 0.337608)]
    [InlineData(5, 3296.781829, 0.316269)]
    [InlineData(6, 2855.216991, 0.314139)]
    [InlineData(7, 2548.895273, 0.310366)]
    [InlineData(8, 2336.510203, 0.304133)]
    [InlineData(9, 2155.999293, 0.281116)]
    [InlineData(10, 2001.784766, 0.278105)]
    public void KMeans_is_as_good_as_the_reference_or_better(int k, double inertia, double silhouette)
    {
        var trial = s_result.Value.Search!.Trials.Single(t => t.K == k);
        Assert.InRange(trial.Inertia, inertia * 0.99, inertia + 1e-6);
        Assert.True(trial.Converged);
        if (trial.Inertia > inertia - 1e-3) Assert.Equal(silhouette, trial.Silhouette, 0.0005);
    }

    [Fact]
    public void One_time_buyers_score_one_and_the_notes_say_so()
    {
        var (orders, scores) = (RetailCustomers.Table["frequency"].Numbers, s_result.Value.Scores!);
        Assert.All(orders.Zip(scores.F), p => Assert.Equal(p.First == 1, p.Second == 1));
        Assert.Contains($"{orders.Count(o => o == 1):N0} customers with 1 order all score 1.", scores.Notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_choice_of_k_names_elbow_and_silhouette()
    {
        var search = s_result.Value.Search!;
        Assert.Contains("The inertia curve bends at k = ", search.Reason, StringComparison.Ordinal);
        Assert.Contains("k = 2 has more, 0.433, but below .5", search.Reason, StringComparison.Ordinal);
        Assert.InRange(search.ChosenK, search.ElbowK - 1, search.ElbowK + 1);
        Assert.Equal(search.ChosenK, s_result.Value.Clusters!.Segments.Count);
    }

    [Fact]
    public void Map_and_clusters_are_shown_against_each_other()
    {
        var result = s_result.Value;
        Assert.InRange(result.Agreement!.Value, 0.1, 0.9);
        Assert.Equal(result.Map!.Segments.Select(s => s.Count), result.Crossing!.Select(row => row.Sum()));
        Assert.Equal(result.Clusters!.Segments.Select(s => s.Count), Enumerable.Range(0, result.Clusters.Segments.Count).Select(c => result.Crossing!.Sum(row => row[c])));
    }
}
