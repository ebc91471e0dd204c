namespace Clientele.EndToEnd;

/// <summary>When the script builds, what it builds, and what it says of that.</summary>
public sealed class ScriptTests
{
    [Fact]
    public async Task With_a_linker_it_builds_to_machine_code_once()
    {
        using var house = new ScriptHouse(linker: true);
        var first = (await house.Run("segment", "my sales.csv")).Done();
        Assert.Equal("native segment my sales.csv\n", first.Output);
        Assert.Contains("building for this machine, once", first.Errors, StringComparison.Ordinal);
        var second = (await house.Run("--version")).Done();
        Assert.Equal("native --version\n", second.Output);
        Assert.Equal("", second.Errors);
        Assert.Equal(["native"], house.Published);
    }

    [Fact]
    public async Task Without_a_linker_it_builds_for_the_runtime_and_says_what_to_install()
    {
        using var house = new ScriptHouse(linker: false);
        var first = (await house.Run("--version")).Done();
        Assert.Equal("runtime --version\n", first.Output);
        Assert.Contains("Install gcc and libc6-dev, then run this again.", first.Errors, StringComparison.Ordinal);
        Assert.Equal("", (await house.Run("--version")).Done().Errors);
        Assert.Equal(["runtime"], house.Published);

        house.AddLinker();
        Assert.Equal("native --version\n", (await house.Run("--version")).Done().Output);
        Assert.Equal(["runtime", "native"], house.Published);
    }

    [Theory]
    [InlineData("no-native")]
    [InlineData("no-start")]
    public async Task What_cannot_be_had_as_machine_code_is_built_for_the_runtime_until_the_sources_change(string broken)
    {
        using var house = new ScriptHouse(linker: true);
        house.Break(broken);
        var first = (await house.Run("--version")).Done();
        Assert.Equal("runtime --version\n", first.Output);
        Assert.Contains("artifacts/native.log", first.Errors, StringComparison.Ordinal);
        house.Mend(broken);
        Assert.Equal("runtime --version\n", (await house.Run("--version")).Done().Output);
        Assert.Equal(["native", "runtime"], house.Published);

        house.ChangeSources();
        Assert.Equal("native --version\n", (await house.Run("--version")).Done().Output);
    }

    [Fact]
    public async Task Another_processor_and_changed_sources_build_again()
    {
        using var house = new ScriptHouse(linker: true);
        (await house.Run("--version")).Done();
        house.ChangeProcessor();
        (await house.Run("--version")).Done();
        Assert.Equal(["native", "native"], house.Published);
        house.ChangeSources();
        (await house.Run("--version")).Done();
        Assert.Equal(["native", "native", "native"], house.Published);
    }

    [Fact]
    public async Task A_failed_build_tells_why_and_leaves_the_earlier_program()
    {
        using var house = new ScriptHouse(linker: true);
        (await house.Run("--version")).Done();
        var before = Directory.GetFiles(house.Folder);
        house.ChangeSources();
        house.Break("no-native");
        house.Break("no-build");
        var outcome = (await house.Run("--version")).Refused(1);
        Assert.Contains("error CS1002", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(house.Folder));
        Assert.Equal([house.Folder], Directory.GetDirectories(Path.GetDirectoryName(house.Folder)!));
    }

    [Fact]
    public async Task First_runs_at_once_build_once()
    {
        using var house = new ScriptHouse(linker: true);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => house.Run("--version")));
        Assert.All(outcomes, outcome => Assert.Equal("native --version\n", outcome.Done().Output));
        Assert.Equal(["native"], house.Published);
    }
}
