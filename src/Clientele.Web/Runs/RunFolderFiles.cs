using Clientele.Handover;

namespace Clientele.Web.Runs;

/// <summary>The files of a run folder that may leave it: those that a run writes, by their own names; nothing else in the folder exists.</summary>
/// <param name="path">The folder.</param>
internal sealed class RunFolderFiles(string path)
{
    public string Path => path;

    /// <summary>Names, the page first, then by letters; links and folders left out.</summary>
    public IReadOnlyList<string> Names()
    {
        var names = new List<string>();
        try
        {
            foreach (var file in new DirectoryInfo(path).EnumerateFiles())
            {
                if (Reports.Exports.Writes(file.Name) && file.LinkTarget is null) names.Add(file.Name);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return names;
        }

        names.Sort((a, b) => (a == Reports.Exports.Report, b == Reports.Exports.Report) switch { (true, false) => -1, (false, true) => 1, _ => string.CompareOrdinal(a, b) });
        return names;
    }

    /// <summary>Names of the exports whose folders lie in it; a link is none.</summary>
    public IReadOnlyList<string> Exports() =>
        [.. Handovers.Catalog.Where(e => new DirectoryInfo(System.IO.Path.Combine(path, e.Create(Settings.Defaults).Folder)) is { Exists: true, LinkTarget: null }).Select(e => e.Name)];

    /// <summary>The files of an export that may leave the folder, by their names in it; links and whatever no run writes left out.</summary>
    public IReadOnlyList<(string Name, string Path)> FilesOf(string export)
    {
        var folder = Handovers.Catalog.Find(export).Create(Settings.Defaults).Folder;
        var files = new List<(string Name, string Path)>();
        if (Exports().Contains(export, StringComparer.OrdinalIgnoreCase)) Look(new DirectoryInfo(System.IO.Path.Combine(path, folder)), folder, files);
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;
    }

    private static void Look(DirectoryInfo at, string name, List<(string Name, string Path)> files)
    {
        foreach (var entry in at.EnumerateFileSystemInfos())
        {
            if (entry.LinkTarget is not null) continue;
            var own = $"{name}/{entry.Name}";
            if (entry is DirectoryInfo below) Look(below, own, files);
            else if (Handovers.Writes(own)) files.Add((own, entry.FullName));
        }
    }

    /// <summary>Opens a listed file for reading; null when there is none of exactly that name.</summary>
    public FileStream? Open(string name)
    {
        foreach (var known in Names())
        {
            if (!string.Equals(known, name, StringComparison.Ordinal)) continue;
            try
            {
                return new FileStream(System.IO.Path.Combine(path, known), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A whole file, at most <paramref name="most"/> bytes of it.</summary>
    /// <exception cref="UserException">Missing or larger.</exception>
    public byte[] Read(string name, int most)
    {
        using var stream = Open(name) ?? throw Problems.Damaged(name, "it is missing");
        if (stream.Length > most) throw Problems.Damaged(name, "it is far larger than such a file gets");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>As browsers are told; always handed over as a download.</summary>
    public static string TypeOf(string name) => System.IO.Path.GetExtension(name) switch
    {
        ".csv" => "text/csv; charset=utf-8",
        ".json" => "application/json",
        ".html" => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    };
}
