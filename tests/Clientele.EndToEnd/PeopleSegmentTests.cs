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
    public async Task Purchase_patterns_are_read_on_the_terminal_and_a_country_forms_segments_by_its_frequency()
    {
        var outcome = (await Command.Run("segment", Repository.Data("marketing_data.csv.gz"), "--encode", "Country=frequency", "--features", "Country,Income,total_spend", "--out", _place["run"])).Done();
        Assert.Contains("Of the money, spent on", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Country counts as the share of the customers with the same word: SP 49%, SA 15%, CA 12%", string.Join(' ', outcome.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(line.Length <= 80 || line.Contains(_place.Path, StringComparison.Ordinal), line));
        Assert.DoesNotContain('\e', outcome.Output);
        using var columns = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_place["run"], "columns.json"), TestContext.Current.CancellationToken));
        var country = columns.RootElement.GetProperty("columns").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "Country").GetProperty("coordinate");
        Assert.Equal("frequency", country.GetProperty("treatment").GetString());
        Assert.Equal(1, country.GetProperty("shares").EnumerateArray().Sum(s => s.GetProperty("share").GetDouble()), 1e-12);
        Assert.Equal(1095 / 2240.0, country.GetProperty("shares").EnumerateArray().Single(s => s.GetProperty("level").GetString() == "SP").GetProperty("share").GetDouble(), 1e-15); // 1,095 of 2,240: ../shared/data/README.md
        var cells = new Table(Path.Combine(_place["run"], "cells.csv"));
        Assert.Contains("666666", cells["before"]);
        Assert.Equal(["Age", "Income", "Marital_Status"], cells["column"].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal("", (await Command.Run("segment", Repository.Data("marketing_data.csv.gz"), "--quiet")).Done().Output);
    }

    [Fact]
    public async Task A_customer_table_is_inspected_and_hostile_cells_stay_on_their_line()
    {
        var outcome = (await Command.Run("inspect", Repository.Data("marketing_data.csv.gz"), "--dictionary", Repository.Data("marketing_data_dictionary.csv.gz"))).Done();
        Assert.Contains("Amount spent on wine in the last 2 years", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("two notations", string.Join(' ', outcome.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        var hostile = _place.Write("hostile.csv", "id,town,visits\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"k{i:00},{(i % 2 == 0 ? "So\u001b[2Juth" : "W\u202Eest")},{i * 7 % 13}\n")));
        foreach (var command in (string[])["segment", "describe", "inspect", "cluster"])
        {
            var printed = (await Command.Run(command, hostile)).Done().Output;
            Assert.False(printed.Contains('\e', StringComparison.Ordinal) || printed.Contains('\u202E', StringComparison.Ordinal), command);
        }
    }

    [Fact]
    public async Task A_customer_table_on_standard_input_is_recognised_too()
    {
        var path = _place.Write("people.csv", "id,visits,basket\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"k{i:00},{(i % 2 * 30) + (i % 5)},{(i % 2 * 100) + (i % 7)}\n")));
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        foreach (var command in (string[])["segment", "describe", "inspect", "cluster"])
        {
            using var run = Command.Start(Repository.Script, _place.Path, new Dictionary<string, string?>(StringComparer.Ordinal), command, "-");
            await run.Input.WriteAsync(text);
            run.Input.Close();
            Assert.NotEmpty((await run.End()).Done().Output);
        }
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
