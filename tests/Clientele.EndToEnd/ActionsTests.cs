using System.Text.Json;

namespace Clientele.EndToEnd;

/// <summary>What to do next, on real sales.</summary>
public sealed class ActionsTests : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public async Task Ten_things_to_do_come_in_order_of_money_with_lists_of_customers()
    {
        var outcome = (await Command.Run("actions", Repository.Data("online_retail.csv.gz"), "--out", _place["actions"])).Done();
        Assert.Contains("10 things to do, in order of money", outcome.Output, StringComparison.Ordinal);
        var actions = new Table(Path.Combine(_place["actions"], "actions.csv"));
        Assert.Equal(10, actions.Rows.Count);
        var (gains, lows, highs) = (Amounts(actions, "expected_gain"), Amounts(actions, "gain_low"), Amounts(actions, "gain_high"));
        Assert.Equal(gains.OrderDescending(), gains);
        Assert.All(gains.Zip(lows, highs), g => Assert.True(g.Second <= g.First && g.First <= g.Third));
        foreach (var column in (string[])["who", "why", "assumptions", "sureness"]) Assert.DoesNotContain("", actions[column]);
        foreach (var (rank, (play, customers)) in actions["rank"].Zip(actions["play"].Zip(actions["customers"])))
        {
            if (customers == "0") continue;
            var audience = new Table(Path.Combine(_place["actions"], $"audience-{int.Parse(rank, CultureInfo.InvariantCulture):00}-{play}.csv"));
            Assert.Equal(customers, audience.Rows.Count.ToString(CultureInfo.InvariantCulture));
        }

        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_place["actions"], "actions.json"), TestContext.Current.CancellationToken));
        Assert.Equal(4338, json.RootElement.GetProperty("customers").GetInt32());
        Assert.Equal(8887208.894m, json.RootElement.GetProperty("money").GetDecimal());
    }

    [Fact]
    public async Task A_repeated_run_gives_the_same_bytes_and_threads_do_not_matter()
    {
        var sales = Repository.Data("online_retail.csv.gz");
        (await Command.Run("actions", sales, "--out", _place["one"], "--margin", "35%", "--set", "win-back.response=1.5%", "--threads", "1", "--quiet")).Done();
        (await Command.Run("run", Path.Combine(_place["one"], "run.json"), "--out", _place["two"], "--threads", "2", "--quiet")).Done();
        foreach (var file in Directory.GetFiles(_place["one"]).Select(p => Path.GetFileName(p)!).Where(n => n != "run.json"))
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_place["one"], file), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Path.Combine(_place["two"], file), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Sales_without_money_are_refused_with_what_to_type()
    {
        var sales = _place.Write("visits.csv", "customer,date\na,2024-01-05\nb,2024-02-06\na,2024-03-27\n");
        var outcome = (await Command.Run("actions", sales)).Refused(3);
        Assert.Contains("--price", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_settings_name_the_right_ones()
    {
        var outcome = (await Command.Run("actions", Repository.Data("CDNOW_master.txt.gz"), "--set", "win-back.magic=3")).Refused(2);
        Assert.Contains("win-back.response", outcome.Errors, StringComparison.Ordinal);
    }

    private static List<decimal> Amounts(Table table, string column) => [.. table[column].Select(g => decimal.Parse(g, CultureInfo.InvariantCulture))];

    public void Dispose() => _place.Dispose();
}
