using Clientele.Cli.Arguments;
using Clientele.Cli.Commands;

namespace Clientele.Tests.Cli;

public sealed class HelpTests
{
    public static TheoryData<string> Names => [.. AllCommands.Catalog.Select(c => c.Name)];

    [Fact]
    public void Overview_is_the_approved_one() => Approved.Match("help.txt", Screens.Type("--help").Output);

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_is_the_approved_one(string name) => Approved.Match($"help-{name}.txt", Screens.Type(name, "--help").Output);

    [Theory]
    [MemberData(nameof(Names))]
    public void Help_is_the_same_however_asked(string name)
    {
        var page = Screens.Type(name, "--help").Output;
        Assert.Equal(page, Screens.Type("help", name).Output);
        Assert.Equal(page, Screens.Type(name, "x", "-h", "--nonsense").Output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Form_bears_the_name_of_its_choice(string name)
    {
        var form = AllCommands.Find(name);
        Assert.Equal(name, form.Name);
        Assert.Equal(AllCommands.Catalog.Find(name).Summary, form.Summary);
        Assert.NotEmpty(form.Examples);
        Assert.All(form.Examples, e => Assert.Contains($"clientele {name}", e.Line, StringComparison.Ordinal));
    }

    [Fact]
    public void No_line_is_wider_than_the_terminal()
    {
        var screens = new Screens(width: 60);
        foreach (var choice in AllCommands.Catalog)
        {
            var form = choice.Create(Settings.Defaults);
            var lines = Help.Of(form, screens.Terminal).Split('\n').Where(l => !l.StartsWith("  clientele", StringComparison.Ordinal));
            Assert.All(lines, line => Assert.True(line.Length <= 60, line));
        }
    }

    [Fact]
    public void Version_is_a_bare_number() => Assert.Matches("^[0-9]+[.][0-9]+[.][0-9]+\n$", Screens.Type("--version").Output);
}
