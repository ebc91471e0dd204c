namespace Clientele.Web.Runs;

/// <summary>The files of a run folder that may leave it, by fixed names; nothing else in the folder exists.</summary>
internal sealed class RunFolderFiles
{
    public const string Run = "run.json";
    public const string Audit = "audit.json";
    public const string Profiles = "profiles.csv";

    /// <summary>Name, media type and what it holds, in the order of the page.</summary>
    public static readonly (string Name, string Type, string Holds)[] Known =
    [
        ("report.html", "text/html; charset=utf-8", "the page to look at"),
        ("segments.csv", "text/csv; charset=utf-8", "one row per customer: segment, scores, measures"),
        (Profiles, "text/csv; charset=utf-8", "one row per segment: size, money, means and medians"),
        ("curve.csv", "text/csv; charset=utf-8", "every number of clusters that was tried"),
        (Audit, "application/json", "where every line and every cent went"),
        ("excluded.csv", "text/csv; charset=utf-8", "the lines that were left out, and why"),
        (Run, "application/json", "the plan; 'clientele run' repeats it"),
    ];

    public RunFolderFiles(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = path;
        if (Open(Run) is not { } found) throw Problems.NoRun(path);
        found.Dispose();
    }

    /// <summary>As the user gave it.</summary>
    public string Path { get; }

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Opens a known file for reading; null when there is none, or when it is a link that leads elsewhere.</summary>
    public FileStream? Open(string name)
    {
        if (Find(name) is not { } file) return null;
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
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

    private string? Find(string name)
    {
        foreach (var known in Known)
        {
            if (!string.Equals(known.Name, name, StringComparison.Ordinal)) continue;
            var file = new FileInfo(System.IO.Path.Combine(Path, known.Name));
            return file.Exists && file.LinkTarget is null ? file.FullName : null;
        }

        return null;
    }
}
