namespace Clientele.EndToEnd;

/// <summary>
/// A house with the real script at its door and a toy behind it: a <c>dotnet</c> that writes down what it is told to publish and
/// publishes a program that says what it is. What the script decides is seen in a moment, without a compiler.
/// </summary>
internal sealed class ScriptHouse : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        case $1 in
        --list-sdks) echo '10.0.100 [sdk]' ;;
        publish)
            echo "$*" >>"$HOUSE/published"
            for word; do [ "$before" != -o ] || out=$word; before=$word; done
            case "$*" in
            *-p:Native=true*)
                [ ! -e "$HOUSE/no-native" ] || { echo 'no such package'; exit 1; }
                printf '#!/bin/sh\n[ ! -e "$HOUSE/no-start" ] || exit 9\necho native "$@"\n' >"$out/Clientele.Cli"
                chmod +x "$out/Clientele.Cli" ;;
            *)
                [ ! -e "$HOUSE/no-build" ] || { echo 'error CS1002'; exit 1; }
                : >"$out/Clientele.Cli.dll" ;;
            esac ;;
        *) shift; echo runtime "$@" ;;
        esac
        """;

    private readonly Workplace _place = new();

    public ScriptHouse(bool linker)
    {
        Directory.CreateDirectory(_place["house/src/Part"]);
        Directory.CreateDirectory(_place["tools"]);
        File.Copy(Repository.Script, _place["house/clientele"]);
        _place.Write("house/Directory.Build.props", "");
        _place.Write("house/src/Part/Part.cs", "");
        Tool("dotnet", Dotnet);
        Tool("id", "#!/bin/sh\necho 1000\n");
        foreach (var name in (string[])["node", "npm"]) Tool(name, "#!/bin/sh\n");
        foreach (var name in (string[])["sh", "find", "mkdir", "mv", "rm", "cat", "chmod", "grep", "readlink", "flock"]) Borrow(name);
        if (linker) AddLinker();
    }

    /// <summary>What was published, in order: <c>native</c> or <c>runtime</c>.</summary>
    public string[] Published => File.Exists(_place["house/published"])
        ? [.. File.ReadAllLines(_place["house/published"]).Select(line => line.Contains("-p:Native=true", StringComparison.Ordinal) ? "native" : "runtime")]
        : [];

    public string Folder => _place["house/artifacts/clientele"];

    public void AddLinker() => Tool("gcc", "#!/bin/sh\n");

    /// <summary>Makes a step of the toy fail: <c>no-native</c>, <c>no-start</c> or <c>no-build</c>.</summary>
    public void Break(string what) => _place.Write($"house/{what}", "");

    public void Mend(string what) => File.Delete(_place[$"house/{what}"]);

    public void ChangeSources() => File.SetLastWriteTimeUtc(_place["house/src/Part/Part.cs"], File.GetLastWriteTimeUtc(Path.Combine(Folder, "built")).AddSeconds(1));

    /// <summary>As if the house had been built on another machine.</summary>
    public void ChangeProcessor()
    {
        var stamp = Path.Combine(Folder, "built");
        var time = File.GetLastWriteTimeUtc(stamp);
        File.WriteAllText(stamp, "built_for='another'\n");
        File.SetLastWriteTimeUtc(stamp, time);
    }

    public async Task<Outcome> Run(params string[] words)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["PATH"] = _place["tools"], ["HOUSE"] = _place["house"] };
        using var command = Command.Start(_place["house/clientele"], _place.Path, environment, words);
        command.Input.Close();
        return await command.End();
    }

    public void Dispose() => _place.Dispose();

    private void Tool(string name, string text)
    {
        var path = _place.Write($"tools/{name}", text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Borrow(string name)
    {
        var found = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (found is not null) File.CreateSymbolicLink(_place[$"tools/{name}"], found);
    }
}
