using System.IO.Enumeration;

namespace Clientele.Cli.Commands;

/// <summary>Input paths as typed; patterns that the shell left alone become the files they match.</summary>
internal static class InputPaths
{
    /// <summary>Expands <c>*</c> and <c>?</c> in any part of a path. Matches come in ordinal order; a path that exists as typed stays as typed.</summary>
    public static IReadOnlyList<string> Expand(IReadOnlyList<string> typed)
    {
        var paths = new List<string>(typed.Count);
        foreach (var path in typed)
        {
            if (path == "-" || path.AsSpan().IndexOfAny('*', '?') < 0 || File.Exists(path))
            {
                paths.Add(path);
                continue;
            }

            var before = paths.Count;
            var rooted = Path.GetPathRoot(path) ?? "";
            Match(rooted, path[rooted.Length..].Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar), 0, paths);
            if (paths.Count == before) throw new UserException("input.no-match", $"No file matches {Arguments.Problems.Cut(path)}.", "Check the folder and the pattern.", ExitCode.BadData);
            paths.Sort(before, paths.Count - before, StringComparer.Ordinal);
        }

        return paths;
    }

    private static void Match(string folder, string[] parts, int part, List<string> paths)
    {
        var last = part == parts.Length - 1;
        if (parts[part].AsSpan().IndexOfAny('*', '?') < 0)
        {
            var plain = Path.Combine(folder, parts[part]);
            if (!last) Match(plain, parts, part + 1, paths);
            else if (File.Exists(plain)) paths.Add(plain);
            return;
        }

        if (!Directory.Exists(folder.Length == 0 ? "." : folder)) return;
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder.Length == 0 ? "." : folder))
        {
            var name = Path.GetFileName(entry);
            if (!FileSystemName.MatchesSimpleExpression(parts[part], name, ignoreCase: OperatingSystem.IsWindows())) continue;
            if (name[0] == '.' && parts[part][0] != '.') continue;
            var path = Path.Combine(folder, name);
            if (!last) Match(path, parts, part + 1, paths);
            else if (File.Exists(path)) paths.Add(path);
        }
    }
}
