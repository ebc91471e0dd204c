using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling] // the few native calls take plain values, so that they need no stubs compiled at run time

namespace Clientele.Cli.Screen;

/// <summary>Standard output or error, written straight to the system: the library's console takes 5 ms to come up.</summary>
/// <param name="descriptor">1 or 2.</param>
internal sealed partial class StandardStream(int descriptor) : Stream
{
    private const int Interrupted = 4;
    private const int TryAgain = 11;
    private const int NobodyReads = 32;

    private static Stream? s_input;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Standard input, one object however often it is asked for: what was read of it once can be looked at again.</summary>
    public static Stream Input => s_input ??= Console.OpenStandardInput();

    public static Stream Open(int descriptor) => !OperatingSystem.IsWindows() ? new StandardStream(descriptor)
        : descriptor == 1 ? Console.OpenStandardOutput()
        : Console.OpenStandardError();

    /// <summary>Whether a person's terminal is at the other end.</summary>
    public static bool IsTerminal(int descriptor) => !OperatingSystem.IsWindows() ? IsATty(descriptor) == 1
        : descriptor == 1 ? !Console.IsOutputRedirected
        : !Console.IsErrorRedirected;

    /// <summary>Writes all of it. When nobody reads any more (<c>… | head</c>), the rest is dropped without a word.</summary>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var written = WriteTo(descriptor, in MemoryMarshal.GetReference(buffer), buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            var error = Marshal.GetLastSystemError();
            if (error == NobodyReads) return;
            if (error == TryAgain) Thread.Sleep(1);
            else if (error != Interrupted) throw new UserException("output.disk", $"Could not write to standard {(descriptor == 1 ? "output" : "error")} (errno {error}).", "Free some space, or send the output elsewhere.", ExitCode.Disk);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is held back.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    [LibraryImport("libc", EntryPoint = "write")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint WriteTo(int file, in byte bytes, nint count);

    [LibraryImport("libc", EntryPoint = "isatty")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int IsATty(int file);
}
