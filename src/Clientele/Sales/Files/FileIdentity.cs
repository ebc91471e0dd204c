using System.Runtime.InteropServices;

namespace Clientele.Sales.Files;

/// <summary>What lies under a path.</summary>
internal enum FileKind
{
    Unknown,
    Regular,
    Folder,
    Pipe,
    Socket,
    Device,
}

/// <summary>The file behind a path after all links, whatever names lead to it.</summary>
internal static partial class FileIdentity
{
    private const int CurrentFolder = -100;
    private const uint BasicFields = 0x7ff;

    public static FileKind KindOf(string path)
    {
        if (!TryLook(path, out var found)) return Directory.Exists(path) ? FileKind.Folder : FileKind.Unknown;
        return (found.Mode & 0xF000) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Folder,
            0x1000 => FileKind.Pipe,
            0xC000 => FileKind.Socket,
            0x2000 or 0x6000 => FileKind.Device,
            _ => FileKind.Unknown,
        };
    }

    /// <summary>A key that is equal for two paths of one file: device and number on Linux, elsewhere the full path after links.</summary>
    public static string KeyOf(string path)
    {
        if (TryLook(path, out var found)) return $"{found.DeviceMajor}:{found.DeviceMinor}:{found.Inode}";
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return Path.GetFullPath(target);
    }

    private static bool TryLook(string path, out Status found)
    {
        found = default;
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            return StatusOf(CurrentFolder, path, 0, BasicFields, out found) == 0;
        }
        catch (Exception trouble) when (trouble is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatusOf(int folder, string path, int flags, uint fields, out Status status);

    /// <summary>struct statx of the Linux kernel's interface; 256 bytes on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
