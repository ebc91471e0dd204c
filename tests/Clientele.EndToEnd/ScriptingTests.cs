using System.Text.Json;

namespace Clientele.EndToEnd;

/// <summary>What scripts rely on.</summary>
public sealed class ScriptingTests
{
    private static readonly string s_sales = Repository.Data("Retail_Transaction_Dataset.csv.gz");

    [Fact]
    public async Task Json_is_the_whole_of_standard_output()
    {
        using var place = new Workplace();
        var outcome = (await Command.Run("segment", s_sales, "--json", "--out", place["run"])).Done();
        var json = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal(30_000, json.GetProperty("lines").GetProperty("read").GetInt64());
        Assert.Equal(new RunFolder(place["run"]).MoneyKept, RunFolder.Exact(json.GetProperty("money").GetProperty("kept")));
    }

    [Fact]
    public async Task Quiet_says_nothing()
    {
        using var place = new Workplace();
        var outcome = (await Command.Run("segment", s_sales, "--quiet", "--out", place["run"])).Done();
        Assert.Equal("", outcome.Output);
        Assert.Equal("", outcome.Errors);
    }

    [Fact]
    public async Task Where_nobody_can_be_told_the_exit_code_says_it()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        using var place = new Workplace();
        var told = await Command.Run(place.Path, [], "segment", "nowhere.csv", "--out", "run");
        using var untold = Command.Start("/bin/sh", place.Path, [], "-c", "\"$0\" segment nowhere.csv --out run 2>/dev/full", Repository.Script);
        Assert.Equal(told.Refused(2).Code, (await untold.End()).Code);
    }

    [Fact]
    public async Task No_terminal_codes_reach_a_pipe()
    {
        using var place = new Workplace();
        var outcome = (await Command.Run("segment", s_sales, "--out", place["run"])).Done();
        Assert.DoesNotContain('\u001b', outcome.Output + outcome.Errors);
    }

    [Fact]
    public async Task Sample_shop_is_the_same_for_the_same_seed_and_segments()
    {
        using var place = new Workplace();
        foreach (var name in (string[])["one.csv", "two.csv"])
        {
            (await Command.Run("sample", "--customers", "500", "--seed", "3", "--out", place[name])).Done();
        }

        (await Command.Run("sample", "--customers", "500", "--seed", "4", "--out", place["other.csv"])).Done();
        var one = await File.ReadAllBytesAsync(place["one.csv"], TestContext.Current.CancellationToken);
        Assert.Equal(one, await File.ReadAllBytesAsync(place["two.csv"], TestContext.Current.CancellationToken));
        Assert.NotEqual(one, await File.ReadAllBytesAsync(place["other.csv"], TestContext.Current.CancellationToken));
        (await Command.Run("segment", place["one.csv"], "--out", place["run"])).Done();
        new RunFolder(place["run"]).AssertBalances();
    }
}
