using Microsoft.Win32.SafeHandles;

namespace Clientele.Sales.Files;

/// <summary>One input open for reading at any offset: a file, or what came through a pipe and was set aside once.</summary>
internal sealed class OpenedInput : IDisposable
{
    public const string StandardInput = "-";

    private OpenedInput(string name, string path, SafeFileHandle handle)
    {
        Name = name;
        Path = path;
        Handle = handle;
        Stamp = FileStamp.Of(handle);
    }

    /// <summary>What messages call it: the path as given, or "standard input".</summary>
    public string Name { get; }

    /// <summary>A path under which the same bytes can be opened again while this is open.</summary>
    public string Path { get; }

    public SafeFileHandle Handle { get; }

    public FileStamp Stamp { get; }

    public long Length => Stamp.Length;

    /// <summary>Opens a file, or what came through a pipe.</summary>
    /// <param name="path">As given; <c>-</c> is standard input.</param>
    /// <param name="standardInput">Read for <c>-</c>, once per stream object.</param>
    /// <param name="first">A new look at the input: what an earlier look set aside under this path is forgotten.</param>
    public static OpenedInput Open(string path, Stream? standardInput, bool first)
    {
        if (string.Equals(path, StandardInput, StringComparison.Ordinal))
        {
            return FromSpool("standard input", InputSpool.Of(standardInput ?? throw Problems.NoStandardInput()));
        }

        if (first) InputSpool.Forget(path);
        else if (InputSpool.KeptFor(path) is { } kept) return FromSpool(path, kept);
        var handle = OpenHandle(path, path);
        try
        {
            if (!ReadsOnce(handle, path)) return new OpenedInput(path, path, handle);
            using var source = new FileStream(handle, FileAccess.Read, bufferSize: 0);
            return FromSpool(path, InputSpool.Keep(path, source));
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Fills the buffer from an offset as far as the file reaches; the number of bytes read.</summary>
    public int ReadAt(long offset, Span<byte> buffer)
    {
        var filled = 0;
        while (filled < buffer.Length)
        {
            var read = ReadOnce(offset + filled, buffer[filled..]);
            if (read == 0) break;
            filled += read;
        }

        return filled;
    }

    /// <summary>One read from an offset; 0 at the end of the file, where the file must still be the one that was opened.</summary>
    public int ReadOnce(long offset, Span<byte> buffer)
    {
        int read;
        try
        {
            read = RandomAccess.Read(Handle, buffer, offset);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Problems.ReadFailed(Name, offset, trouble);
        }

        if (read == 0 && buffer.Length > 0) MustBeUnchanged();
        return read;
    }

    public void MustBeUnchanged() => Stamp.MustStillHold(Handle, Name);

    public void Dispose() => Handle.Dispose();

    private static OpenedInput FromSpool(string name, InputSpool spool) => new(name, spool.Path, OpenHandle(spool.Path, name));

    private static SafeFileHandle OpenHandle(string path, string name)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal)) throw Problems.BadPath(path);
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception trouble) when (trouble is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Problems.Vanished(name);
        }
        catch (UnauthorizedAccessException)
        {
            throw Directory.Exists(path) ? Problems.Folder(name, []) : Problems.Denied(name);
        }
        catch (IOException trouble)
        {
            throw FileIdentity.KindOf(path) is FileKind.Socket or FileKind.Device
                ? Problems.NotAFile(name, "a socket or device")
                : Problems.CannotOpen(name, trouble);
        }
    }

    /// <summary>Pipes, terminals, devices and files of /proc, which have no size: their bytes come once and are set aside.</summary>
    private static bool ReadsOnce(SafeFileHandle handle, string name)
    {
        try
        {
            if (RandomAccess.GetLength(handle) > 0) return false;
            Span<byte> one = stackalloc byte[1];
            return RandomAccess.Read(handle, one, 0) > 0;
        }
        catch (NotSupportedException)
        {
            return true;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Problems.ReadFailed(name, 0, trouble);
        }
    }
}
