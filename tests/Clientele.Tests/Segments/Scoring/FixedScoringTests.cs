namespace Clientele.Tests.Segments.Scoring;

public sealed class FixedScoringTests
{
    [Fact]
    public void Bounds_are_upper_bounds_and_inclusive()
    {
        var table = Shop.Of([30, 31, 90, 365, 366], [1, 2, 3, 5, 6], [10, 11, 30, 150, 151]);
        var scores = Shop.Scores("fixed", table, 5, new()
        {
            ["recency"] = [30, 90, 180, 365],
            ["frequency"] = [1, 2, 3, 5],
            ["monetary"] = [0.1, 0.2, 0.3, 1.5],
        });
        Assert.Equal("54421", string.Concat(scores.R));
        Assert.Equal("12345", string.Concat(scores.F));
        Assert.Equal("12345", string.Concat(scores.M));
    }

    [Fact]
    public void Measures_without_bounds_are_scored_by_quantiles()
    {
        var table = Shop.Of([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]);
        var scores = Shop.Scores("fixed", table, 5, new() { ["recency"] = [10, 20, 30, 40] });
        Assert.Equal("55555", string.Concat(scores.R));
        Assert.Equal("12345", string.Concat(scores.F));
        Assert.Contains("Nobody scores 1 or 2 or 3 or 4.", scores.Notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("speed", "1,2,3,4", "scoring.measure")]
    [InlineData("recency", "1,2,3", "scoring.threshold-count")]
    [InlineData("recency", "1,2,2,4", "scoring.threshold-order")]
    [InlineData("recency", "4,3,2,1", "scoring.threshold-order")]
    [InlineData("monetary", "1,2,3,1e30", "scoring.threshold-range")]
    [InlineData("monetary", "1,2,3,NaN", "scoring.threshold-range")]
    public void Wrong_bounds_are_refused(string measure, string bounds, string code)
    {
        var values = bounds.Split(',').Select(b => double.Parse(b, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var trouble = Assert.Throws<UserException>(() => Shop.Scores("fixed", Shop.Of([1], [1], [1]), 5, new() { [measure] = values }));
        Assert.Equal(code, trouble.Code);
        Assert.NotEmpty(trouble.Fix);
    }

    [Fact]
    public void No_bounds_at_all_is_an_error_with_an_example()
    {
        var trouble = Assert.Throws<UserException>(() => Shop.Scores("fixed", Shop.Of([1], [1], [1])));
        Assert.Contains("--thresholds recency=30,90,180,365", trouble.Fix, StringComparison.Ordinal);
    }
}
