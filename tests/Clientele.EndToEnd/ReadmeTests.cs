namespace Clientele.EndToEnd;

/// <summary>
/// The README cannot lie: blocks that start with <c>```console run</c> are run in their order in one folder, and print what they show.
/// A line <c>...</c> stands for any lines, for what differs from machine to machine.
/// </summary>
public sealed class ReadmeTests
{
    private const string Opening = "```console run";

    [Fact]
    public async Task Commands_print_what_the_readme_shows()
    {
        using var place = new Workplace();
        File.CreateSymbolicLink(place["clientele"], Repository.Script);
        Directory.CreateSymbolicLink(place["samples"], Path.Combine(Repository.Root, "samples"));
        var steps = Steps(await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken));
        Assert.True(steps.Count >= 3, "the README shows at least three commands");

        foreach (var (line, command, shown) in steps)
        {
            using var shell = Command.Start("/bin/sh", place.Path, [], "-c", command);
            shell.Input.Close();
            var printed = (await shell.End()).Done().Output.TrimEnd('\n').Split('\n').Select(l => l.TrimEnd()).ToArray();
            Assert.True(Matches(shown, printed), $"README.md:{line}: {command}\nshows\n{string.Join('\n', shown)}\nbut prints\n{string.Join('\n', printed)}");
        }
    }

    [Theory]
    [InlineData("a|b", "a|b", true)]
    [InlineData("a|...", "a|b|c", true)]
    [InlineData("...|c", "a|b|c", true)]
    [InlineData("a|...|c", "a|c", true)]
    [InlineData("a|...|c", "a|b", false)]
    [InlineData("a", "a|b", false)]
    [InlineData("a|b", "a", false)]
    public void Dots_stand_for_any_lines(string shown, string printed, bool same) => Assert.Equal(same, Matches(shown.Split('|'), printed.Split('|')));

    /// <summary>Line number, command, and the output shown below it.</summary>
    private static List<(int Line, string Command, string[] Shown)> Steps(string[] lines)
    {
        var steps = new List<(int, string, string[])>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!string.Equals(lines[i], Opening, StringComparison.Ordinal)) continue;
            for (i++; !lines[i].StartsWith("```", StringComparison.Ordinal);)
            {
                Assert.StartsWith("$ ", lines[i], StringComparison.Ordinal);
                var start = i++;
                while (!lines[i].StartsWith("$ ", StringComparison.Ordinal) && !lines[i].StartsWith("```", StringComparison.Ordinal)) i++;
                steps.Add((start + 1, lines[start][2..], [.. lines[(start + 1)..i].Select(l => l.TrimEnd()).Reverse().SkipWhile(l => l.Length == 0).Reverse()]));
            }
        }

        return steps;
    }

    private static bool Matches(ReadOnlySpan<string> shown, ReadOnlySpan<string> printed)
    {
        if (shown.IsEmpty) return printed.IsEmpty || printed is [""];
        if (string.Equals(shown[0], "...", StringComparison.Ordinal))
        {
            for (var i = 0; i <= printed.Length; i++)
            {
                if (Matches(shown[1..], printed[i..])) return true;
            }

            return false;
        }

        return !printed.IsEmpty && string.Equals(shown[0], printed[0], StringComparison.Ordinal) && Matches(shown[1..], printed[1..]);
    }
}
