using System.Reflection;
using System.Xml.Linq;

namespace Clientele.Tests.House;

/// <summary>Cli → Web → Clientele → Numerics, and never back.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> s_allowed = new(StringComparer.Ordinal)
    {
        ["Clientele.Numerics"] = [],
        ["Clientele"] = ["Clientele.Numerics"],
        ["Clientele.Web"] = ["Clientele", "Clientele.Numerics"],
        ["Clientele.Cli"] = ["Clientele.Web", "Clientele", "Clientele.Numerics"],
    };

    [Theory]
    [InlineData("Clientele.Numerics")]
    [InlineData("Clientele")]
    [InlineData("Clientele.Web")]
    [InlineData("Clientele.Cli")]
    public void Assembly_uses_only_what_stands_below(string name)
    {
        var references = Assembly.Load(name).GetReferencedAssemblies().Select(a => a.Name!);
        Assert.Empty(references.Where(r => r.StartsWith("Clientele", StringComparison.Ordinal)).Except(s_allowed[name], StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Clientele.Numerics")]
    [InlineData("Clientele")]
    public void Library_knows_neither_web_nor_command_line(string name)
    {
        string[] banned = ["System.Console", "System.CommandLine", "Spectre.Console", "Microsoft.AspNetCore"];
        var references = Assembly.Load(name).GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(references, r => banned.Any(b => r.StartsWith(b, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_project_under_src_is_judged_here()
    {
        var projects = SourceTree.Files.Where(f => f.StartsWith("src/", StringComparison.Ordinal) && f.EndsWith(".csproj", StringComparison.Ordinal));
        Assert.Equal(s_allowed.Keys.Order(StringComparer.Ordinal), projects.Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_package_says_why_it_is_here()
    {
        var packages = XDocument.Load(Path.Combine(SourceTree.Root, "Directory.Packages.props")).Descendants("PackageVersion").ToArray();
        Assert.NotEmpty(packages);
        var silent = packages.Where(p => p.NodesBeforeSelf().LastOrDefault(n => n is not XText) is not XComment { Value.Length: > 10 });
        Assert.Empty(silent.Select(p => p.Attribute("Include")!.Value));
    }
}
