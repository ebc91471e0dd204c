using System.Text;

namespace Clientele.Tests.House;

/// <summary>The files of the repository that people write: no built thing, no download, no output of a run.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> s_notOurs = new(StringComparer.Ordinal)
    {
        ".git", ".vs", ".idea", "artifacts", "bin", "obj", "out", "node_modules", "BenchmarkDotNet.Artifacts",
    };

    private static readonly HashSet<string> s_binary = new(StringComparer.OrdinalIgnoreCase) { ".gz", ".xlsx", ".xls", ".png", ".zip" };

    public static string Root { get; } = FindRoot();

    /// <summary>Paths relative to the root, with slashes, sorted.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(new DirectoryInfo(Root)).Select(Relative).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> HandWrittenCode => Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<string> Texts => Files.Where(f => !s_binary.Contains(Path.GetExtension(f)));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file), Encoding.Latin1);

    private static string Relative(FileInfo file) => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/');

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles().Where(file => !s_notOurs.Contains(file.Name))) yield return file; // in a second work tree .git is a file
        foreach (var child in folder.EnumerateDirectories())
        {
            if (s_notOurs.Contains(child.Name)) continue;
            foreach (var file in Walk(child)) yield return file;
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Clientele.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Clientele.slnx.");
    }
}
