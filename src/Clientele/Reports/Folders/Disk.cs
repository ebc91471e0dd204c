using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling] // the few native calls take plain values, so that they need no stubs compiled at run time

namespace Clientele.Reports.Folders;

/// <summary>What the class library does not offer for directories: making them durable and exchanging two of them in one step.</summary>
internal static partial class Disk
{
    private const int CurrentDirectory = -100;
    private const uint Exchange = 2;

    /// <summary>Makes a directory's entries durable. Does nothing where directories cannot be flushed.</summary>
    public static void FlushDirectory(string path)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) return;
        var file = Open(path, 0);
        if (file < 0) return;
        var failed = Flush(file) != 0 ? Marshal.GetLastSystemError() : 0;
        _ = Close(file);

        // Some file systems refuse to flush a directory (EINVAL); a disk that fails (EIO, ENOSPC, EDQUOT) must be heard.
        if (failed is 5 or 28 or 122) throw new IOException($"Could not flush the folder (errno {failed}).", failed);
    }

    /// <summary>Swaps two directories in one step that no crash can interrupt. False where the system cannot.</summary>
    public static bool TryExchange(string first, string second)
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            return Rename(CurrentDirectory, first, CurrentDirectory, second, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // a C library without renameat2
        }
    }

    /// <summary>The first bytes of a file, read past the lock that another process may hold on it; empty when that does not work.</summary>
    public static int Peek(string path, Span<byte> bytes)
    {
        if (OperatingSystem.IsWindows()) return 0;
        var file = Open(path, 0);
        if (file < 0) return 0;
        var count = Read(file, bytes, bytes.Length);
        _ = Close(file);
        return (int)Math.Max(0, count);
    }

    [LibraryImport("libc", EntryPoint = "read")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint Read(int file, Span<byte> bytes, nint count);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Flush(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Rename(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);
}
