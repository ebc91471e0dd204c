namespace Clientele.EndToEnd;

/// <summary>Where things lie: the repository the tests were built from and the real data beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Script => Path.Combine(Root, "clientele");

    /// <summary>A real file of the shared data. Its absence is a failure, never a reason to skip.</summary>
    public static string Data(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", name));
        return File.Exists(path) ? path : throw new FileNotFoundException($"The real data must lie beside the repository, but {path} is missing.", path);
    }

    /// <summary>Copies what a fresh clone holds: no built thing, no history.</summary>
    public static void CopyTo(string folder) => Copy(new DirectoryInfo(Root), folder);

    private static void Copy(DirectoryInfo source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in source.EnumerateFiles()) file.CopyTo(Path.Combine(target, file.Name));
        foreach (var child in source.EnumerateDirectories())
        {
            if (child.Name is ".git" or "artifacts" or "bin" or "obj" or "out" or "node_modules") continue;
            Copy(child, Path.Combine(target, child.Name));
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
