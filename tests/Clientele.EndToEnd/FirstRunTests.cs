namespace Clientele.EndToEnd;

/// <summary>What a user meets on a fresh machine: nothing built, nothing known.</summary>
public sealed class FirstRunTests
{
    [Fact]
    public async Task Demo_works_from_a_clean_copy_started_twice_at_once()
    {
        using var place = new Workplace();
        var house = place["house"];
        Repository.CopyTo(house);
        Assert.False(Directory.Exists(Path.Combine(house, "artifacts")));

        var script = Path.Combine(house, "clientele");
        using var demo = Command.Start(script, house, [], "demo");
        using var other = Command.Start(script, place.Path, [], "--version");
        demo.Input.Close();
        other.Input.Close();
        var outcome = (await demo.End()).Done();
        Assert.Matches("[0-9]+[.][0-9]+[.][0-9]+", (await other.End()).Done().Output);

        var known = Path.Combine(house, "tests");
        var written = Directory.GetFiles(house, "segments.csv", SearchOption.AllDirectories);
        var folder = Path.GetDirectoryName(Assert.Single(written, file => !file.StartsWith(known, StringComparison.Ordinal)))!;
        Assert.Contains(Path.GetFileName(folder), outcome.Output, StringComparison.Ordinal);
        new RunFolder(folder).AssertBalances();
        Assert.Contains("High value", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith($"Open this in your browser: {Path.Combine(folder, "report.html")}\n", outcome.Output, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(Path.Combine(folder, "report.html")).Length, 500_000, 3_000_000);

        // Built once: the second run says nothing of building.
        using var again = Command.Start(script, place.Path, [], "--version");
        again.Input.Close();
        Assert.Equal("", (await again.End()).Done().Errors);
    }

    [Fact]
    public async Task Script_runs_through_a_link_from_anywhere()
    {
        using var place = new Workplace();
        File.CreateSymbolicLink(place["link"], Repository.Script);
        File.CreateSymbolicLink(place["second"], "link");
        using var command = Command.Start(place["second"], place.Path, [], "--version");
        command.Input.Close();
        Assert.Matches("[0-9]+[.][0-9]+[.][0-9]+", (await command.End()).Done().Output);
    }

    [Fact]
    public async Task Script_names_the_package_when_there_is_no_dotnet()
    {
        using var place = new Workplace();
        File.Copy(Repository.Script, place["clientele"]);
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["PATH"] = place.Path };
        using var command = Command.Start("/bin/sh", place.Path, environment, place["clientele"], "--version");
        command.Input.Close();
        Assert.Contains("dotnet-sdk-10.0", (await command.End()).Refused(1).Errors, StringComparison.Ordinal);
    }
}
