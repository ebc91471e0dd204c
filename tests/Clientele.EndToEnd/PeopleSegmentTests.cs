using System.Text.Json;

namespace Clientele.EndToEnd;

/// <summary>Segments of real customer tables, without another option.</summary>
public sealed class PeopleSegmentTests : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public async Task The_mall_is_recognised_and_shows_its_five()
    {
        var outcome = (await Command.Run("segment", Repository.Data("Mall_Customers.csv.gz"), "--out", _place["mall"])).Done();
        Assert.Contains("200 customers in 5 segments", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("High income, low spending", outcome.Output, StringComparison.Ordinal);
        var segments = new Table(Path.Combine(_place["mall"], "segments.csv"));
        Assert.Equal("0001", segments["customer"][0]);
        Assert.Equal([81, 39, 35, 23, 22], segments["segment_no"].GroupBy(s => s, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Count()));
        Assert.Equal(["audit.json", "columns.json", "curve.csv", "profiles.csv", "report.html", "rules.json", "run.json", "segments.csv"], Files("mall"));

        (await Command.Run("run", _place["mall"], "--threads", "1", "--out", _place["again"], "--quiet")).Done();
        await Same("mall", "again", [.. Files("mall").Where(f => f != "run.json")]);
        var reason = (await Command.Run("explain", _place["mall"], "0001")).Done();
        Assert.Contains("This customer is in segment", reason.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("9999", (await Command.Run("explain", _place["mall"], "9999")).Refused(2).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_marketing_tables_give_the_same_segments_byte_for_byte()
    {
        var outcome = (await Command.Run("segment", Repository.Data("marketing_data.csv.gz"), "--dictionary", Repository.Data("marketing_data_dictionary.csv.gz"), "--out", _place["one"])).Done();
        Assert.Contains("Who says yes", outcome.Output, StringComparison.Ordinal);
        (await Command.Run("segment", Repository.Data("marketing_data_mdyyyy.csv.gz"), "--dictionary", Repository.Data("marketing_data_dictionary.csv.gz"), "--quiet", "--out", _place["two"])).Done();
        await Same("one", "two", "segments.csv", "profiles.csv", "patterns.csv", "campaigns.csv", "responses.csv", "curve.csv", "rules.json");
        using var run = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_place["one"], "run.json"), TestContext.Current.CancellationToken));
        Assert.InRange(run.RootElement.GetProperty("k").GetInt32(), 3, 6);
        using var columns = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_place["one"], "columns.json"), TestContext.Current.CancellationToken));
        Assert.Contains(columns.RootElement.GetProperty("columns").EnumerateArray(), c => c.GetProperty("meaning").GetString() == "Amount spent on wine in the last 2 years");
        Assert.Equal(2240, new Table(Path.Combine(_place["one"], "responses.csv"))["customer"].Count);
    }

    [Fact]
    public async Task What_the_person_says_overrules_what_was_recognised()
    {
        var refused = await Command.Run("segment", Repository.Data("Mall_Customers.csv.gz"), "--as", "sales");
        Assert.Contains("sales.", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("--map is for sales", (await Command.Run("segment", Repository.Data("Mall_Customers.csv.gz"), "--map", "codes", "--as", "table")).Refused(2).Errors, StringComparison.Ordinal);
        (await Command.Run("segment", Repository.Data("Mall_Customers.csv.gz"), "--method", "ward", "-k", "4", "--features", "Age,Spending Score (1-100)", "--quiet", "--out", _place["four"])).Done();
        Assert.Equal(4, new Table(Path.Combine(_place["four"], "segments.csv"))["segment"].Distinct(StringComparer.Ordinal).Count());
    }

    public void Dispose() => _place.Dispose();

    private string[] Files(string folder) => [.. Directory.GetFiles(_place[folder]).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    private async Task Same(string one, string other, params string[] files)
    {
        foreach (var file in files)
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_place[one], file), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Path.Combine(_place[other], file), TestContext.Current.CancellationToken));
    }
}
