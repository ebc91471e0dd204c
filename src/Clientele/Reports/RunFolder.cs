using System.Globalization;
using Clientele.Reports.Folders;

namespace Clientele.Reports;

/// <summary>
/// The folder that receives a run's files, all or none. Files are written into <c>folder.partial-process</c> beside the target, made
/// durable, and moved into place in one step by <see cref="Commit"/>. Without it, <see cref="Dispose"/> leaves no trace.
/// </summary>
/// <remarks>
/// A target that is a symbolic link to a folder is followed: the folder behind it is replaced, the link stays. What a killed run left
/// behind is removed by the next run into the same folder.
/// </remarks>
public sealed class RunFolder : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FolderLock _lock;
    private readonly FolderPlace _place;
    private readonly string _partial;
    private readonly Flushes _flushes = new();
    private readonly List<string> _inner = [];
    private int _ended;

    private RunFolder(FolderPlace place, FolderLock @lock)
    {
        _place = place;
        _lock = @lock;
        _partial = $"{place.Target}.partial-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Where the files lie after <see cref="Commit"/>: full path, links followed.</summary>
    public string Path => _place.Target;

    /// <summary>Takes the folder's lock, removes what dead runs left, and refuses at once what could not be replaced later.</summary>
    /// <param name="path">The run folder; parents are made as needed.</param>
    /// <param name="replace">Allows an earlier run's folder at that path to be replaced.</param>
    public static RunFolder Open(string path, bool replace)
    {
        var place = FolderPlace.Find(path);
        var @lock = place.TakeLock();
        var folder = new RunFolder(place, @lock);
        try
        {
            place.CleanUp();
            place.Refuse(replace);
            MakePrivate(folder._partial);
            return folder;
        }
        catch (Exception problem)
        {
            folder.Dispose();
            if (problem is IOException or UnauthorizedAccessException) throw Problems.Disk(place.Target, problem);
            throw;
        }
    }

    /// <summary>A new file in the folder, readable by its owner only. Closing it starts making it durable.</summary>
    /// <param name="name">Its name; <c>/</c> puts it into a folder of the folder, made as needed.</param>
    public Stream Create(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var path = System.IO.Path.Combine(_partial, name);
        try
        {
            for (var slash = name.IndexOf('/'); slash >= 0; slash = name.IndexOf('/', slash + 1)) Inner(name[..slash]);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Private;
            return new FolderFile(System.IO.Path.Combine(_place.Target, name), new FileStream(path, options), _flushes.Add);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Problems.Disk(path, problem);
        }
    }

    /// <summary>Makes everything durable and moves it into place. All files must be closed.</summary>
    public void Commit()
    {
        ObjectDisposedException.ThrowIf(_ended != 0, this);
        try
        {
            _flushes.Finish();
            for (var i = _inner.Count - 1; i >= 0; i--) Disk.FlushDirectory(_inner[i]);
            Disk.FlushDirectory(_partial);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw Problems.Disk(_place.Target, problem);
        }

        // From here on a signal must not remove the files.
        if (Interlocked.Exchange(ref _ended, 1) != 0) throw new OperationCanceledException();
        try
        {
            _place.MoveIn(_partial);
        }
        finally
        {
            _lock.Dispose();
        }
    }

    /// <summary>Removes the files unless they were committed. May be called from another thread, and twice.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return;
        _flushes.End();
        FolderPlace.DeleteQuietly(_partial);
        _lock.Dispose();
        _place.RemoveMadeParents();
    }

    private static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, Private | UnixFileMode.UserExecute);
    }

    private void Inner(string name)
    {
        var path = System.IO.Path.Combine(_partial, name);
        if (_inner.Contains(path)) return;
        MakePrivate(path);
        _inner.Add(path);
    }
}
