using System.Runtime.CompilerServices;

namespace Clientele.Sales.Files;

/// <summary>The bytes of a pipe in a private temporary file, so that they can be read more than once.</summary>
/// <remarks>
/// Where the system allows it, the file has no name from the moment it was made: it vanishes with the process, however that ends.
/// Elsewhere it goes when closed. Only its owner may read it. One spool per stream, and per path of a named pipe until it is forgotten.
/// </remarks>
internal sealed class InputSpool : IDisposable
{
    private static readonly ConditionalWeakTable<Stream, InputSpool> s_byStream = [];
    private static readonly Lock s_lock = new();
    private static Dictionary<string, InputSpool>? s_byPath;

    private readonly FileStream _file;

    private InputSpool(FileStream file, string path)
    {
        _file = file;
        Path = path;
    }

    /// <summary>Opens the bytes again, while this is alive.</summary>
    public string Path { get; }

    /// <summary>The bytes of a stream, read to its end at the first call.</summary>
    public static InputSpool Of(Stream stream)
    {
        lock (s_lock)
        {
            if (s_byStream.TryGetValue(stream, out var kept)) return kept;
            var made = Fill(stream, "standard input");
            s_byStream.Add(stream, made);
            return made;
        }
    }

    public static InputSpool Keep(string path, Stream source)
    {
        var made = Fill(source, path);
        lock (s_lock)
        {
            (s_byPath ??= new Dictionary<string, InputSpool>(StringComparer.Ordinal))[path] = made;
        }

        return made;
    }

    public static InputSpool? KeptFor(string path)
    {
        if (s_byPath is null) return null;
        lock (s_lock)
        {
            return s_byPath.TryGetValue(path, out var kept) ? kept : null;
        }
    }

    /// <summary>Gives back the disk space of a named pipe's bytes.</summary>
    public static void Forget(string path)
    {
        if (s_byPath is null) return;
        lock (s_lock)
        {
            if (s_byPath.Remove(path, out var kept)) kept.Dispose();
        }
    }

    /// <summary>Gives back the disk space of a stream's bytes.</summary>
    public static void Forget(Stream stream)
    {
        lock (s_lock)
        {
            if (!s_byStream.TryGetValue(stream, out var kept)) return;
            s_byStream.Remove(stream);
            kept.Dispose();
        }
    }

    public void Dispose() => _file.Dispose();

    private static InputSpool Fill(Stream source, string name)
    {
        var spool = Create();
        try
        {
            var buffer = new byte[1 << 17];
            long length = 0;
            while (true)
            {
                var filled = 0;
                while (filled < buffer.Length)
                {
                    var read = Read(source, buffer.AsSpan(filled), name, length + filled);
                    if (read == 0) break;
                    filled += read;
                }

                if (length == 0) Signatures.MustLookReadable(buffer.AsSpan(0, filled), name);
                Write(spool._file, buffer.AsSpan(0, filled), length);
                length += filled;
                if (filled < buffer.Length) return spool;
            }
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    private static int Read(Stream source, Span<byte> buffer, string name, long offset)
    {
        try
        {
            return source.Read(buffer);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Problems.ReadFailed(name, offset, trouble);
        }
    }

    private static void Write(FileStream file, ReadOnlySpan<byte> bytes, long offset)
    {
        try
        {
            RandomAccess.Write(file.SafeFileHandle, bytes, offset);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Problems.SpoolFailed(System.IO.Path.GetTempPath(), trouble);
        }
    }

    private static InputSpool Create()
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"clientele-input-{System.IO.Path.GetRandomFileName()}");
        var nameless = OperatingSystem.IsLinux() && Directory.Exists("/proc/self/fd");
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
                Options = nameless ? FileOptions.None : FileOptions.DeleteOnClose,
            };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var file = new FileStream(path, options);
            if (!nameless) return new InputSpool(file, path);
            File.Delete(path);
            return new InputSpool(file, $"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Problems.SpoolFailed(System.IO.Path.GetTempPath(), trouble);
        }
    }
}
