namespace Clientele.Sales.Files;

/// <summary>A path with <c>*</c> (any letters of a name), <c>?</c> (one letter) or <c>**</c> (any folders, also none).</summary>
/// <remarks>Names that start with a dot match only a pattern that does. Folders that are links are not entered by <c>**</c>, so that no loop is.</remarks>
internal static class PathPattern
{
    private const string AnyFolders = "**";

    public static bool Is(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>Files that match, ascending by ordinal comparison, written as the pattern begins.</summary>
    public static List<string> Matches(string pattern)
    {
        var parts = pattern.Split(['/', Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        var found = new HashSet<string>(StringComparer.Ordinal);
        Walk(Path.IsPathRooted(pattern) ? Path.GetPathRoot(pattern)! : "", parts, 0, found);
        var sorted = new List<string>(found);
        sorted.Sort(StringComparer.Ordinal);
        return sorted;
    }

    /// <summary>Whether a name fits one part of a pattern.</summary>
    public static bool Fits(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern)
    {
        if (name.StartsWith('.') && !pattern.StartsWith('.')) return false;
        var (n, p, star, retry) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                retry = n;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n]))
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++retry;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }

    private static void Walk(string folder, string[] parts, int at, HashSet<string> found)
    {
        var part = parts[at];
        var last = at == parts.Length - 1;
        if (part == AnyFolders)
        {
            if (!last) Walk(folder, parts, at + 1, found);
            else Walk(folder, [.. parts, "*"], at + 1, found);
            foreach (var inner in Entries(folder, folders: true))
            {
                if (inner.Name.StartsWith('.') || inner.LinkTarget is not null) continue;
                Walk(Path.Join(folder, inner.Name), parts, at, found);
            }
        }
        else if (!Is(part))
        {
            var path = Path.Join(folder, part);
            if (last && File.Exists(path)) found.Add(path);
            else if (!last && Directory.Exists(path)) Walk(path, parts, at + 1, found);
        }
        else
        {
            foreach (var inner in Entries(folder, folders: !last))
            {
                if (!Fits(inner.Name, part)) continue;
                var path = Path.Join(folder, inner.Name);
                if (last) found.Add(path);
                else Walk(path, parts, at + 1, found);
            }
        }
    }

    private static IEnumerable<FileSystemInfo> Entries(string folder, bool folders)
    {
        var info = new DirectoryInfo(folder.Length == 0 ? "." : folder);
        if (!info.Exists) return [];
        try
        {
            return folders ? info.GetDirectories() : info.GetFiles();
        }
        catch (UnauthorizedAccessException)
        {
            throw Problems.Denied(folder.Length == 0 ? "." : folder);
        }
        catch (IOException trouble)
        {
            throw Problems.CannotOpen(folder.Length == 0 ? "." : folder, trouble);
        }
    }
}
