using Microsoft.Win32.SafeHandles;

namespace Clientele.Sales.Files;

/// <summary>Opens an input's whole text for one pass.</summary>
internal static class TextStream
{
    /// <summary>
    /// The text as UTF-8: mark taken off, CR made LF when lines end in CR (CRLF stays), blank runs made single when columns are set
    /// apart by them. Damage of the file, and a file that changes meanwhile, is a <see cref="UserException"/> from Read. Whether plain
    /// UTF-8 text is valid is for its reader to check.
    /// </summary>
    /// <param name="path">As given to <see cref="TextProbe.Take"/>, which came first.</param>
    /// <param name="text">What the probe and the layout found.</param>
    /// <param name="standardInput">The same stream as for the probe.</param>
    public static Stream Open(string path, TextFormat text, Stream? standardInput)
    {
        var input = OpenedInput.Open(path, standardInput, first: false);
        Stream? stream = null;
        try
        {
            stream = text.Container switch
            {
                Container.Plain => new InputStream(input, 0),
                Container.Gzip => Inflated(input),
                _ => WorkbookText.Open(input, text.Container, text.Sheet),
            };
            if (text.Container is Container.Plain or Container.Gzip) stream = Decoded(stream, text.Encoding, input.Name);
            if (text.CarriageReturns) stream = new CarriageReturnStream(stream);
            if (text.BlankRuns) stream = new BlankRunStream(stream);
            return stream;
        }
        catch
        {
            stream?.Dispose();
            input.Dispose();
            throw;
        }
    }

    /// <summary>The file's bytes are the text, after a mark at most: it can be read from a handle at any offset, without a stream.</summary>
    internal static bool IsPlain(TextFormat text) =>
        text is { Container: Container.Plain, Encoding: EncodingNames.Utf8, CarriageReturns: false, BlankRuns: false };

    /// <summary>Opens a plain file for reading at offsets; the caller disposes it. Length and times come from <see cref="FileStamp.Of"/>.</summary>
    internal static SafeFileHandle OpenHandle(string path, Stream? standardInput = null) => OpenedInput.Open(path, standardInput, first: false).Handle;

    /// <summary>Bytes of the UTF-8 mark at the start, 0 or 3.</summary>
    internal static int BomLength(SafeFileHandle handle)
    {
        Span<byte> start = stackalloc byte[3];
        return RandomAccess.Read(handle, start, 0) == 3 && start.SequenceEqual((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
    }

    /// <summary>Gives back the disk space of what came through a pipe. For hosts that go on after a run; a command's end does it, too.</summary>
    internal static void Forget(string path, Stream? standardInput)
    {
        InputSpool.Forget(path);
        if (standardInput is not null) InputSpool.Forget(standardInput);
    }

    private static ReadAhead Inflated(OpenedInput input)
    {
        var gzip = new SealedGzip(input);
        return new ReadAhead(gzip.Fill, gzip);
    }

    private static Stream Decoded(Stream bytes, string encoding, string name)
    {
        var start = new byte[3];
        var count = bytes.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var mark = EncodingGuess.ByMark(start.AsSpan(0, count)) is { } found && found.Name == encoding ? found.Mark : 0;
        var rest = new PrefixedStream(start.AsMemory(mark, count - mark), bytes);
        return encoding switch
        {
            EncodingNames.Utf8 => rest,
            EncodingNames.Utf16Little => new Utf16Stream(rest, bigEndian: false, name, mark),
            EncodingNames.Utf16Big => new Utf16Stream(rest, bigEndian: true, name, mark),
            _ => new CodePageStream(rest, CodePage.Find(encoding) ?? throw Problems.UnknownEncoding(encoding), name),
        };
    }
}
