namespace Clientele.EndToEnd;

public sealed class OnlineRetailTests(OnlineRetailRun run) : IClassFixture<OnlineRetailRun>
{
    [Fact]
    public void Lines_and_money_are_the_reference_to_the_last_digit()
    {
        var expected = Reference.OnlineRetail;
        Assert.Equal(expected.GetProperty("read").GetProperty("lines").GetInt64(), run.Folder.LinesRead);
        Assert.Equal(expected.GetProperty("kept").GetProperty("lines").GetInt64(), run.Folder.LinesKept);
        Assert.Equal(RunFolder.Exact(expected.GetProperty("read").GetProperty("money")), run.Folder.MoneyRead);
        Assert.Equal(RunFolder.Exact(expected.GetProperty("kept").GetProperty("money")), run.Folder.MoneyKept);
        foreach (var count in (string[])["customers", "orders", "products", "countries"])
        {
            Assert.Equal(expected.GetProperty(count).GetInt64(), run.Folder.Run.GetProperty(count).GetInt64());
        }
    }

    [Fact]
    public void Every_rule_takes_out_what_the_reference_says()
    {
        var excluded = run.Folder.Excluded;
        foreach (var rule in Reference.OnlineRetail.GetProperty("excluded").GetProperty("rules").EnumerateArray())
        {
            var (lines, money) = excluded[rule.GetProperty("rule").GetString()!];
            Assert.Equal(rule.GetProperty("lines").GetInt64(), lines);
            Assert.Equal(RunFolder.Exact(rule.GetProperty("money")), Math.Round(money, 2, MidpointRounding.AwayFromZero));
        }
    }

    [Fact]
    public void Lines_and_money_balance() => run.Folder.AssertBalances();

    [Theory]
    [InlineData("541,909")]
    [InlineData("9,747,747.934")]
    [InlineData("392,692")]
    [InlineData("8,887,208.894")]
    [InlineData("135,037")]
    [InlineData("Champions")]
    public void Terminal_shows(string text) => Assert.Contains(text, run.Outcome.Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("high-value", "High value")]
    [InlineData("occasional", "Occasional")]
    [InlineData("at-risk", "At risk")]
    public void Anyone_recognises_the_group(string group, string title)
    {
        Assert.Contains(title, run.Outcome.Output, StringComparison.Ordinal);
        Assert.Contains(group, run.Folder.Table("segments.csv")["group"]);
        Assert.Contains(group, run.Folder.Table("profiles.csv")["group"]);
    }

    [Fact]
    public void Every_customer_has_one_row_with_segment_and_cluster()
    {
        var segments = run.Folder.Table("segments.csv");
        Assert.Equal(4338, segments.Rows.Count);
        Assert.Equal(4338, segments["customer"].Distinct(StringComparer.Ordinal).Count());
        Assert.All(segments["segment"], Assert.NotEmpty);
        Assert.All(segments["cluster"], Assert.NotEmpty);
        Assert.All(segments["cluster"], name => Assert.DoesNotMatch("^[Cc]luster ?[0-9]+$", name));
        Assert.Equal("2", segments["recency"].ElementAt(segments["customer"].ToList().IndexOf("12347")));
        Assert.Contains("1", segments["recency"]);
    }

    [Fact]
    public void Profiles_share_out_all_customers_and_all_money()
    {
        var profiles = run.Folder.Table("profiles.csv");
        foreach (var method in profiles["method"].Distinct(StringComparer.Ordinal))
        {
            var rows = profiles["method"].Select(m => string.Equals(m, method, StringComparison.Ordinal)).ToArray();
            Assert.Equal(4338, profiles["customers"].Where((_, i) => rows[i]).Sum(c => int.Parse(c, CultureInfo.InvariantCulture)));
            Assert.Equal(run.Folder.MoneyKept, profiles["money"].Where((_, i) => rows[i]).Sum(m => decimal.Parse(m, CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public void Excluded_lines_are_listed_with_their_rule()
    {
        var excluded = run.Folder.Table("excluded.csv");
        Assert.Equal(5268, excluded["rule"].Count(r => string.Equals(r, "duplicate-line", StringComparison.Ordinal)));
        Assert.Equal(40, excluded["rule"].Count(r => string.Equals(r, "price-not-positive", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Clusters_are_as_good_as_the_reference_or_better()
    {
        using var place = new Workplace();
        var file = Repository.Data("online_retail.csv.gz");
        (await Command.Run("segment", file, "--method", "kmeans", "-k", "2..10", "--starts", "10", "--out", place["run"])).Done();
        var curve = new RunFolder(place["run"]).Table("curve.csv");
        var expected = Reference.OnlineRetail.GetProperty("kmeans");
        var factor = 1 + expected.GetProperty("tolerance").GetDouble();
        var trials = expected.GetProperty("curve").EnumerateArray().ToArray();
        Assert.Equal(trials.Select(t => t.GetProperty("k").GetInt32()), curve["k"].Select(k => int.Parse(k, CultureInfo.InvariantCulture)));
        foreach (var (trial, inertia) in trials.Zip(curve["inertia"]))
        {
            var ours = double.Parse(inertia, CultureInfo.InvariantCulture);
            Assert.True(ours <= trial.GetProperty("inertia").GetDouble() * factor, $"{trial} but inertia {ours:R}");
        }
    }
}
