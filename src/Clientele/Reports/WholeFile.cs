using System.Globalization;
using Clientele.Reports.Folders;

namespace Clientele.Reports;

/// <summary>A file that appears whole or not at all: written beside its place, made durable, then moved there by <see cref="Commit"/>.</summary>
public sealed class WholeFile : IDisposable
{
    private readonly string _path;
    private readonly string _partial;
    private Task? _flush;
    private bool _ended;

    private WholeFile(string path, string partial, Stream content) => (_path, _partial, Content) = (path, partial, content);

    /// <summary>Receives the content; must be closed before <see cref="Commit"/>.</summary>
    public Stream Content { get; }

    /// <summary>Starts a file at <paramref name="path"/>, readable by its owner only.</summary>
    /// <param name="path">Its folder must exist. A symbolic link is replaced, not followed.</param>
    /// <param name="replace">Allows a file that stands there to be replaced.</param>
    public static WholeFile Create(string path, bool replace)
    {
        if (Directory.Exists(path)) throw new UserException("output.is-a-folder", $"{path} is a folder.", "Give the name of a file.");
        if (!replace && Path.Exists(path)) throw new UserException("output.exists", $"{path} already exists.", "Give another name, or add --force to replace it.");
        var partial = $"{path}.partial-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            WholeFile? whole = null;
            var content = new FolderFile(path, new FileStream(partial, options), file => whole!.Close(file));
            return whole = new WholeFile(path, partial, content);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Problems.Disk(path, problem);
        }
    }

    public void Commit()
    {
        try
        {
            (_flush ?? throw new InvalidOperationException("The content is still open.")).GetAwaiter().GetResult();
            File.Move(_partial, _path, overwrite: true);
            _ended = true;
            Disk.FlushDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Problems.Disk(_path, problem);
        }
    }

    /// <summary>Removes the file unless it was committed.</summary>
    public void Dispose()
    {
        if (_ended) return;
        _ended = true;
        Content.Dispose();
        try
        {
            _flush?.GetAwaiter().GetResult();
            File.Delete(_partial);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A disk that fails; the partial file's name says what it is.
        }
    }

    private void Close(FileStream file) => _flush = Task.Run(() =>
    {
        using (file) RandomAccess.FlushToDisk(file.SafeFileHandle);
    });
}
