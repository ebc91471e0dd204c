namespace Clientele.EndToEnd;

/// <summary>Every command that writes a folder can be repeated from it: the same files, with the same values shown or hidden.</summary>
public sealed class RepeatTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("segment", "sales.csv", "--no-values")]
    [InlineData("explore", "sales.csv")]
    [InlineData("products", "sales.csv")]
    [InlineData("baskets", "sales.csv", "--support", "2%")]
    [InlineData("actions", "sales.csv", "--no-values", "--margin", "35%")]
    [InlineData("report", "sales.csv", "--no-values", "--plays", "win-back")]
    [InlineData("report", "sales.csv", "--only", "products,baskets")]
    [InlineData("describe", "sales.csv", "--no-values")]
    [InlineData("describe", "people.csv", "--no-values", "--time-zone", "+02:00")]
    [InlineData("segment", "people.csv", "--no-values", "--time-zone", "+02:00")]
    [InlineData("segment", "people.csv", "--encode", "region=frequency", "--features", "region,income")]
    [InlineData("cluster", "people.csv", "--frequency", "region", "-k", "3")]
    [InlineData("cluster", "people.csv", "--columns", "age,income", "--method", "ward", "-k", "3")]
    public async Task A_folder_is_made_again_from_its_run_file(string command, string input, params string[] options)
    {
        if (input == "sales.csv") (await Command.Run("sample", "--customers", "200", "--seed", "3", "--out", _place[input], "--quiet")).Done();
        else _place.Write(input, People());
        string[] words = [command, _place[input], .. options, "--out", _place["first"], "--quiet"];
        (await Command.Run(words)).Done();
        (await Command.Run("run", _place["first"], "--threads", "1", "--quiet", "--out", _place["again"])).Done();
        var names = Names("first");
        Assert.Equal(names, Names("again"));
        foreach (var name in names.Where(n => n != "run.json")) Assert.True(Bytes("first", name).AsSpan().SequenceEqual(Bytes("again", name)), $"{name} differs");
        Assert.Equal(await Plan("first"), await Plan("again"));
    }

    [Fact]
    public async Task What_cannot_be_repeated_is_named()
    {
        var other = Path.GetDirectoryName(_place.Write("run.json", "{\"format\": 1, \"version\": \"0.1.0\", \"command\": \"dance\"}"))!;
        Assert.Contains("'dance'", (await Command.Run("run", other)).Refused(3).Errors, StringComparison.Ordinal);
        _place.Write("run.json", "{\"format\": 1,");
        Assert.Contains("line 1", (await Command.Run("run", other)).Refused(3).Errors, StringComparison.Ordinal);
    }

    private static string People()
    {
        var random = new Random(11);
        var rows = Enumerable.Range(0, 120).Select(i => FormattableString.Invariant($"K{i:000},{20 + random.Next(50)},{(i % 3 * 30000) + random.Next(9000)},{(i % 7 == 0 ? "north" : "south")},{1 + random.Next(28)}/{1 + random.Next(12)}/2024 10:15"));
        return "customer,age,income,region,since\n" + string.Join('\n', rows) + "\n";
    }

    private string[] Names(string folder) => [.. Directory.GetFiles(_place[folder]).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    private byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(_place[folder], name));

    // All of run.json up to the timings, which are the last thing in it.
    private async Task<string> Plan(string folder) => (await File.ReadAllTextAsync(Path.Combine(_place[folder], "run.json"), TestContext.Current.CancellationToken)).Split("\"timings\"")[0];
}
