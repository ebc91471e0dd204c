using Clientele.Segments.Scoring;

namespace Clientele.Tests.Segments.Scoring;

public sealed class QuantileScoringTests
{
    [Theory]
    [InlineData(1, "3")]
    [InlineData(2, "24")]
    [InlineData(3, "135")]
    [InlineData(4, "1245")]
    [InlineData(5, "12345")]
    [InlineData(10, "1122334455")]
    [InlineData(12, "112223344455")]
    public void Different_values_split_evenly_and_symmetrically(int n, string expected)
    {
        var cents = Enumerable.Range(1, n).Select(i => (long)i * 7).ToArray();
        var scores = Shop.Scores("quantile", Shop.Of(new double[n], Array.ConvertAll(cents, c => c + 1.0), cents));
        Assert.Equal(expected, string.Concat(scores.M));
        Assert.Equal(expected, string.Concat(scores.F));
    }

    [Fact]
    public void Recency_is_reversed()
    {
        var scores = Shop.Scores("quantile", Shop.Of([50, 1, 20, 10, 300], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1]));
        Assert.Equal("25341", string.Concat(scores.R));
    }

    [Fact]
    public void Cuts_move_to_the_nearest_border_between_two_values()
    {
        // 34 % ordered once, 19 % twice, 12 % three times, 9 % four times, 26 % more often: the 40 % cut lies nearer to 34 % than to 53 %.
        double[] orders = [.. Enumerable.Repeat(1.0, 34), .. Enumerable.Repeat(2.0, 19), .. Enumerable.Repeat(3.0, 12), .. Enumerable.Repeat(4.0, 9), .. Enumerable.Range(5, 26).Select(i => (double)i)];
        var scores = Shop.Scores("quantile", Shop.Of(new double[100], orders, new long[100]));
        var byOrders = orders.Zip(scores.F).Distinct().Take(5).Select(p => $"{p.First}:{p.Second}");
        Assert.Equal("1:1 2:3 3:3 4:4 5:4", string.Join(' ', byOrders));
        Assert.Contains("34 customers with 1 order all score 1.", scores.Notes[1], StringComparison.Ordinal);
        Assert.EndsWith("Nobody scores 2.", scores.Notes[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.985)]
    [InlineData(1.0)]
    public void One_time_buyers_score_one_in_frequency_however_many_they_are(double share)
    {
        var orders = Enumerable.Range(0, 200).Select(i => i < share * 200 ? 1.0 : 2.0 + i).ToArray();
        var f = Shop.Scores("quantile", Shop.Of(new double[200], orders, new long[200])).F;
        Assert.All(orders.Zip(f), p => Assert.True(p.First > 1 || p.Second == 1));
        if (share < 1) Assert.Equal(5, f[199]);
    }

    [Fact]
    public void Equal_customers_score_in_the_middle_and_the_notes_say_so()
    {
        var scores = Shop.Scores("quantile", Shop.Of([9, 9, 9], [4, 4, 4], [1050, 1050, 1050]));
        Assert.Equal("333333333", string.Concat(scores.R) + string.Concat(scores.F) + string.Concat(scores.M));
        Assert.Equal(
            ["R: all 3 customers have 9 days; every one scores 3.", "F: all 3 customers have 4 orders; every one scores 3.", "M: all 3 customers have 10.50; every one scores 3."],
            scores.Notes);
    }

    [Fact]
    public void Money_is_compared_exactly_where_doubles_cannot()
    {
        var amounts = new[] { Money.Of(1_000_000_000_000_000_001, 18), Money.Of(1_000_000_000_000_000_003, 18), Money.Of(1_000_000_000_000_000_002, 18) };
        Assert.Single(amounts.Select(a => a.ToDouble()).Distinct());
        var measures = new RfmMeasures([1, 1, 1], [1, 1, 1], amounts);
        Assert.Equal("153", string.Concat(Scorings.Catalog.Find("quantile").Create(Settings.Defaults).Score(measures, 5, new Dictionary<string, double[]>()).M));
    }

    [Fact]
    public void Notes_state_every_boundary()
    {
        var scores = Shop.Scores("quantile", Shop.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 1, 2, 2, 3, 3, 4, 4, 5, 5], [-100, 200, 300, 400, 500, 600, 700, 800, 900, 123456]));
        Assert.Equal("R: 5 = 1 to 2 days (2); 4 = 3 to 4 days (2); 3 = 5 to 6 days (2); 2 = 7 to 8 days (2); 1 = 9 to 10 days (2).", scores.Notes[0]);
        Assert.Equal("F: 1 = 1 order (2); 2 = 2 orders (2); 3 = 3 orders (2); 4 = 4 orders (2); 5 = 5 orders (2).", scores.Notes[1]);
        Assert.Equal("M: 1 = -1.00 to 2.00 (2); 2 = 3.00 to 4.00 (2); 3 = 5.00 to 6.00 (2); 4 = 7.00 to 8.00 (2); 5 = 9.00 to 1,234.56 (2).", scores.Notes[2]);
    }

    [Fact]
    public void Nobody_scores_nobody()
    {
        var scores = Shop.Scores("quantile", Shop.Of([], [], []));
        Assert.Empty(scores.R);
        Assert.Empty(scores.Notes);
    }

    [Fact]
    public void A_missing_recency_is_named()
    {
        var trouble = Assert.Throws<UserException>(() => Shop.Scores("quantile", Shop.Of([1, double.NaN], [1, 1], [1, 1])));
        Assert.Contains("'recency'", trouble.What, StringComparison.Ordinal);
    }
}
