namespace Clientele.EndToEnd;

/// <summary>A run that does not get the memory it needs says so and leaves nothing, whichever thread missed it; one that needs less is as any other.</summary>
public sealed class MemoryTests
{
    // In hexadecimal, as the runtime takes it: 64 MB.
    private static readonly Dictionary<string, string?> s_little = new() { ["DOTNET_GCHeapHardLimit"] = "4000000" };

    [Fact]
    public async Task Too_little_is_an_error_and_nothing_is_left()
    {
        using var place = new Workplace();
        (await Command.Run("sample", "--customers", "5000", "--seed", "1", "--out", place["shop.csv"])).Done();
        var outcome = await Command.Run(place.Path, s_little, "report", "shop.csv", "--out", "report");
        Assert.Contains("error memory: There is not enough memory for this run.", outcome.Refused(4).Errors, StringComparison.Ordinal);
        Assert.Equal(["shop.csv"], place.Names);
    }

    [Fact]
    public async Task Enough_is_enough()
    {
        using var place = new Workplace();
        (await Command.Run("sample", "--customers", "5000", "--seed", "1", "--out", place["shop.csv"])).Done();
        (await Command.Run(place.Path, s_little, "segment", "shop.csv", "--quiet", "--out", "little")).Done();
        (await Command.Run(place.Path, [], "segment", "shop.csv", "--quiet", "--out", "plenty")).Done();
        foreach (var file in (string[])["segments.csv", "profiles.csv", "excluded.csv", "curve.csv"])
        {
            Assert.Equal(await File.ReadAllTextAsync(place[$"plenty/{file}"], TestContext.Current.CancellationToken), await File.ReadAllTextAsync(place[$"little/{file}"], TestContext.Current.CancellationToken));
        }
    }
}
