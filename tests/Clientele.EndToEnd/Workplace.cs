namespace Clientele.EndToEnd;

/// <summary>An empty folder of one test, gone afterwards.</summary>
public sealed class Workplace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clientele-");

    public string Path => _folder.FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Names in the folder, sorted: nothing half-written may be among them.</summary>
    public string[] Names => [.. _folder.EnumerateFileSystemInfos().Select(e => e.Name).Order(StringComparer.Ordinal)];

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
