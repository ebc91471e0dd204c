using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Clientele.EndToEnd;

/// <summary>The library as a developer gets it: packed, restored from a folder, and used as its README says.</summary>
public sealed partial class NumericsPackageTests : IDisposable
{
    private static readonly string s_project = Path.Combine(Repository.Root, "src", "Clientele.Numerics");
    private readonly Workplace _place = new();

    [Fact]
    public async Task Package_holds_readme_licence_documentation_and_symbols_and_its_readme_runs()
    {
        await Dotnet(Repository.Root, "pack", s_project, "-c", "Release", "-o", _place["feed"], "--artifacts-path", _place["build"], "-v", "quiet", "--disable-build-servers");
        var package = Assert.Single(Directory.GetFiles(_place["feed"], "*.nupkg"));
        Assert.Single(Directory.GetFiles(_place["feed"], "*.snupkg"));
        using (var zip = await ZipFile.OpenReadAsync(package, TestContext.Current.CancellationToken))
        {
            var names = zip.Entries.Select(e => e.FullName).ToArray();
            Assert.Contains("README.md", names);
            Assert.Contains("lib/net10.0/Clientele.Numerics.dll", names);
            Assert.Contains("lib/net10.0/Clientele.Numerics.xml", names);
            using var nuspec = new StreamReader(zip.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
            var text = await nuspec.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Contains("<license type=\"expression\">MIT</license>", text, StringComparison.Ordinal);
            Assert.Contains("<readme>README.md</readme>", text, StringComparison.Ordinal);
            Assert.Equal(1, text.Split("<dependency ").Length - 1);
            Assert.Contains("<dependency id=\"MathNet.Numerics\"", text, StringComparison.Ordinal);
        }

        var mathematics = CachedPackage("MathNet.Numerics");
        File.Copy(mathematics, Path.Combine(_place["feed"], Path.GetFileName(mathematics).Replace("mathnet.numerics", "MathNet.Numerics", StringComparison.Ordinal)));
        var version = Path.GetFileNameWithoutExtension(package)["Clientele.Numerics.".Length..];
        _place.Write("nuget.config", "<configuration><packageSources><clear /><add key=\"feed\" value=\"feed\" /></packageSources></configuration>");
        _place.Write("Directory.Build.props", "<Project />");
        var snippets = Snippets(await File.ReadAllTextAsync(Path.Combine(s_project, "README.md"), TestContext.Current.CancellationToken));
        Assert.True(snippets.Count >= 3, "the README shows at least three programs");
        foreach (var (name, code, shown) in snippets)
        {
            var folder = Directory.CreateDirectory(_place[name]).FullName;
            await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), code, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.csproj"), Project(version), TestContext.Current.CancellationToken);
            var printed = await Dotnet(folder, "run", "--disable-build-servers");
            Assert.Equal(shown, printed.TrimEnd());
        }
    }

    public void Dispose() => _place.Dispose();

    /// <summary>A package that the build of the library has restored.</summary>
    private static string CachedPackage(string id)
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Assert.Single(Directory.GetFiles(Path.Combine(cache, id.ToLowerInvariant()), "*.nupkg", SearchOption.AllDirectories));
    }

    /// <summary>Programs of the README, each with the text block that follows it.</summary>
    private static List<(string Name, string Code, string Shown)> Snippets(string readme) =>
        [.. Program().Matches(readme).Select(m => (m.Groups["name"].Value, m.Groups["code"].Value, m.Groups["shown"].Value.TrimEnd()))];

    private static string Project(string version) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Clientele.Numerics" Version="{version}" />
          </ItemGroup>
        </Project>
        """;

    private async Task<string> Dotnet(string folder, params string[] arguments)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            // A cache of its own: another package of the same version may lie in the user's.
            ["NUGET_PACKAGES"] = folder == Repository.Root ? Environment.GetEnvironmentVariable("NUGET_PACKAGES") : _place["packages"],
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
            ["MSBUILDDISABLENODEREUSE"] = "1",
        };
        using var command = Command.Start("dotnet", folder, environment, arguments);
        command.Input.Close();
        return (await command.End()).Done().Output;
    }

    [GeneratedRegex(@"^```csharp (?<name>\w+)\n(?<code>.*?)^```\n\n```text\n(?<shown>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Program();
}
