using Clientele.Handover;

namespace Clientele.Reports.Folders;

/// <summary>The place of a run folder on the disk: what stands there, what dead runs left beside it, and how a new one moves in.</summary>
internal sealed class FolderPlace
{
    /// <summary>Parents that this run made, the outermost last.</summary>
    private readonly List<string> _madeParents = [];

    private FolderPlace(string target) => Target = target;

    /// <summary>Full path, links followed, no separator at the end.</summary>
    public string Target { get; }

    private string Parent => Path.GetDirectoryName(Target)!;

    public static FolderPlace Find(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) throw Problems.NotAFolder("''");
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(target) is null) throw Problems.NotAFolder(target);
        try
        {
            if (new FileInfo(target).LinkTarget is not null)
            {
                target = Directory.ResolveLinkTarget(target, returnFinalTarget: true) is { Exists: true } real
                    ? Path.TrimEndingDirectorySeparator(real.FullName)
                    : throw Problems.NotAFolder(target);
            }
        }
        catch (IOException)
        {
            throw Problems.NotAFolder(target); // a circle of links
        }

        return File.Exists(target) ? throw Problems.NotAFolder(target) : new FolderPlace(target);
    }

    public FolderLock TakeLock()
    {
        try
        {
            for (var missing = Parent; missing is not null && !Directory.Exists(missing); missing = Path.GetDirectoryName(missing)) _madeParents.Add(missing);
            if (_madeParents.Count > 0) Directory.CreateDirectory(Parent);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            RemoveMadeParents();
            throw Problems.Disk(Parent, problem);
        }

        try
        {
            return FolderLock.Take(Target);
        }
        catch (UserException)
        {
            RemoveMadeParents();
            throw;
        }
    }

    /// <summary>Removes what runs that died left beside the target; brings back the old folder if one died between two moves.</summary>
    public void CleanUp()
    {
        var name = Path.GetFileName(Target);
        foreach (var left in Directory.GetDirectories(Parent, name + ".*"))
        {
            var file = Path.GetFileName(left);
            if (!file.StartsWith(name, StringComparison.Ordinal)) continue; // the target's name may hold a wildcard
            var tail = file.AsSpan(name.Length);
            if (IsLeft(tail, ".old-") && !Directory.Exists(Target)) Directory.Move(left, Target);
            else if (IsLeft(tail, ".old-") || IsLeft(tail, ".partial-")) DeleteQuietly(left);
        }
    }

    /// <summary>Throws unless the target is free, empty, or may be replaced.</summary>
    public void Refuse(bool replace)
    {
        if (!Directory.Exists(Target)) return;
        var runs = false;
        string? foreign = null;
        foreach (var entry in Directory.EnumerateFileSystemEntries(Target))
        {
            var name = Path.GetFileName(entry);
            runs |= name == Exports.Run;
            if (Directory.Exists(entry) ? !IsOurs(new DirectoryInfo(entry), name) : !Exports.Writes(name)) foreign = foreign is null || string.CompareOrdinal(name, foreign) < 0 ? name : foreign;
            else if (!replace) throw Problems.Exists(Target);
        }

        if (foreign is not null) throw replace ? Problems.Foreign(Target, foreign) : Problems.Exists(Target);
        if (!runs && replace && Directory.EnumerateFileSystemEntries(Target).Any()) throw Problems.Foreign(Target, "files but no " + Exports.Run);
    }

    /// <summary>Moves the finished folder to the target: at every moment the old or the new one stands there, whole.</summary>
    public void MoveIn(string partial)
    {
        try
        {
            if (!Directory.Exists(Target)) Directory.Move(partial, Target);
            else if (Disk.TryExchange(partial, Target)) DeleteQuietly(partial);
            else
            {
                var old = $"{Target}.old-{Path.GetExtension(partial).Split('-')[^1]}";
                Directory.Move(Target, old);
                Directory.Move(partial, Target);
                DeleteQuietly(old);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Problems.SwapFailed(Target, partial, problem);
        }

        Disk.FlushDirectory(Parent);
    }

    public void RemoveMadeParents()
    {
        try
        {
            foreach (var parent in _madeParents) Directory.Delete(parent);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // No longer empty: someone else uses it.
        }
    }

    public static void DeleteQuietly(string folder)
    {
        try
        {
            // A run folder is flat; what else may stand in it is left to the slower way.
            foreach (var file in Directory.GetFiles(folder)) File.Delete(file);
            if (Directory.GetDirectories(folder).Length == 0) Directory.Delete(folder);
            else Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Gone already, or held open: the next run into this folder removes it.
        }
    }

    /// <summary>A folder that an export wrote: nothing else is in it, and nothing in it leads elsewhere.</summary>
    private static bool IsOurs(DirectoryInfo folder, string name)
    {
        if (folder.LinkTarget is not null || (!name.Contains('/', StringComparison.Ordinal) && !Handovers.IsFolder(name))) return false;
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var inner = $"{name}/{entry.Name}";
            if (entry is DirectoryInfo below ? !IsOurs(below, inner) : entry.LinkTarget is not null || !Handovers.Writes(inner)) return false;
        }

        return true;
    }

    private static bool IsLeft(ReadOnlySpan<char> tail, string kind)
    {
        if (!tail.StartsWith(kind, StringComparison.Ordinal) || tail.Length == kind.Length) return false;
        foreach (var c in tail[kind.Length..])
        {
            if (!char.IsAsciiDigit(c)) return false;
        }

        return true;
    }
}
