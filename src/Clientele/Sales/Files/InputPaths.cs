namespace Clientele.Sales.Files;

/// <summary>Turns what was typed into the list of inputs to read.</summary>
internal static class InputPaths
{
    /// <summary>Files, patterns and <c>-</c> as a list in which each file stands once.</summary>
    public static IReadOnlyList<string> Expand(IReadOnlyList<string> given) => Expand(given, []);

    /// <summary>The same, with notes.</summary>
    /// <param name="given">In the order typed, which stays; the files of one pattern come in ordinal order.</param>
    /// <param name="notes">Receives one entry per file that is named again, also by a link, and is read only once.</param>
    public static IReadOnlyList<string> Expand(IReadOnlyList<string> given, List<Decision> notes)
    {
        if (given.Count == 0) throw Problems.NothingGiven();
        var found = new List<string>();
        foreach (var path in given) Add(path, found);
        return found.Count == 1 ? found : Once(found, notes);
    }

    private static void Add(string path, List<string> found)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal)) throw Problems.BadPath(path);
        if (path == OpenedInput.StandardInput)
        {
            if (found.Contains(path)) throw Problems.TwiceStandardInput();
            found.Add(path);
        }
        else if (File.Exists(path))
        {
            MustLeadToBytes(path);
            found.Add(path);
        }
        else if (Directory.Exists(path))
        {
            throw Problems.Folder(path, Patterns(path));
        }
        else if (path.Contains("://", StringComparison.Ordinal))
        {
            throw Problems.Address(path);
        }
        else if (PathPattern.Is(path))
        {
            var matches = PathPattern.Matches(path);
            if (matches.Count == 0) throw Problems.NoMatch(path, NearNames.Of(path));
            found.AddRange(matches);
        }
        else
        {
            throw Missing(path);
        }
    }

    /// <summary>Refuses sockets and links to nowhere; looks closer only at links and at what has no size.</summary>
    private static void MustLeadToBytes(string path)
    {
        var info = new FileInfo(path);
        var target = info.LinkTarget;
        if (target is null && info.Length > 0) return;
        var kind = FileIdentity.KindOf(path);
        if (kind == FileKind.Socket) throw Problems.NotAFile(path, "a socket");
        if (target is not null && kind == FileKind.Unknown && OperatingSystem.IsLinux()) throw Problems.BrokenLink(path, target);
    }

    private static List<string> Once(List<string> found, List<Decision> notes)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var kept = new List<string>(found.Count);
        foreach (var path in found)
        {
            var key = path == OpenedInput.StandardInput ? path : FileIdentity.KeyOf(path);
            if (first.TryAdd(key, path)) kept.Add(path);
            else notes.Add(new Decision("files", $"'{Problems.Show(path)}' is read once", $"it is the same file as '{Problems.Show(first[key])}'", ""));
        }

        return kept;
    }

    private static UserException Missing(string path)
    {
        try
        {
            if (new FileInfo(path).LinkTarget is { } target) return Problems.BrokenLink(path, target);
        }
        catch (IOException trouble)
        {
            return Problems.CannotOpen(path, trouble);
        }
        catch (UnauthorizedAccessException)
        {
            return Problems.Denied(path);
        }

        string? gone = null;
        for (var folder = Path.GetDirectoryName(path); !string.IsNullOrEmpty(folder) && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder)) gone = folder;
        if (gone is null && Path.GetDirectoryName(path) is { Length: > 0 } there && !MayEnter(there)) return Problems.Denied(there);
        return Problems.Missing(path, gone, NearNames.Of(path));
    }

    private static bool MayEnter(string folder)
    {
        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
            entries.MoveNext();
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Patterns for the endings that a folder's files have, most frequent first.</summary>
    private static IReadOnlyList<string> Patterns(string folder)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder).Take(10_000))
            {
                var name = Path.GetFileName(file);
                var dot = name.IndexOf('.', Math.Min(1, name.Length));
                var ending = dot < 0 ? "" : Path.GetExtension(name) is ".gz" && Path.GetExtension(name[..^3]) is { Length: > 0 } inner ? inner + ".gz" : Path.GetExtension(name);
                if (ending.Length > 1) counts[ending] = counts.GetValueOrDefault(ending) + 1;
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return [];
        }

        return [.. counts.OrderByDescending(c => c.Value).Take(3).Select(c => $"'{Problems.Show(Path.Join(folder, "*" + c.Key))}' ({c.Value} {(c.Value == 1 ? "file" : "files")})")];
    }
}
