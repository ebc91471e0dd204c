using System.Globalization;
using System.Text;

namespace Clientele.Reports.Folders;

/// <summary>Keeps two runs from writing into one folder. The system drops the lock when its process dies, however it dies.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly string _path;
    private FileStream? _file;

    private FolderLock(string path, FileStream file) => (_path, _file) = (path, file);

    /// <summary>Takes the lock of the folder at <paramref name="target"/>; it lies beside it as <c>target.lock</c>.</summary>
    public static FolderLock Take(string target)
    {
        var path = target + ".lock";
        for (var attempt = 0; attempt < 100; attempt++)
        {
            FileStream file;
            try
            {
                var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
                if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                file = new FileStream(path, options);
            }
            catch (IOException problem) when (IsHeld(problem))
            {
                throw Problems.Locked(target, Owner(path));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw Problems.Disk(path, problem);
            }

            // The holder removes the file before it lets go; so the file that we locked may no longer be the one at the path.
            var mark = Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + " " + attempt.ToString(CultureInfo.InvariantCulture) + "." + Environment.CurrentManagedThreadId.ToString(CultureInfo.InvariantCulture);
            try
            {
                file.SetLength(0);
                RandomAccess.Write(file.SafeFileHandle, Encoding.ASCII.GetBytes(mark), 0);
            }
            catch (IOException problem)
            {
                new FolderLock(path, file).Dispose();
                throw Problems.Disk(path, problem);
            }

            if (OperatingSystem.IsWindows() || Content(path) == mark) return new FolderLock(path, file);
            file.Dispose();
        }

        throw Problems.Locked(target, Owner(path));
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _file, null) is not { } file) return;
        try
        {
            if (!OperatingSystem.IsWindows()) File.Delete(_path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // An empty lock file that stays behind locks nobody out.
        }

        file.Dispose();
        if (OperatingSystem.IsWindows()) DeleteQuietly();
    }

    private void DeleteQuietly()
    {
        try
        {
            File.Delete(_path);
        }
        catch (IOException)
        {
            // Another run has taken it meanwhile.
        }
    }

    /// <summary>EWOULDBLOCK on Linux and on macOS; a sharing violation on Windows.</summary>
    private static bool IsHeld(IOException problem) => problem.HResult is 11 or 35 || (problem.HResult & 0xFFFF) == 0x20;

    private static string Owner(string path) => Content(path).Split(' ')[0];

    private static string Content(string path)
    {
        Span<byte> bytes = stackalloc byte[64];
        return Encoding.ASCII.GetString(bytes[..Disk.Peek(path, bytes)]);
    }
}
