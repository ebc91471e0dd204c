namespace Clientele.Sales.Files;

/// <summary>Looks into an input: what it is, how its characters are written, and some of its text.</summary>
internal static class TextProbe
{
    private const int HeadSize = 64 << 10;
    private const int WholeSize = 128 << 10;
    private const int PartSize = 16 << 10;

    /// <summary>Opens, looks and closes. Costs a few reads, whatever the size of the file.</summary>
    /// <param name="path">As given; <c>-</c> is standard input.</param>
    /// <param name="options">Encoding and sheet are heeded here.</param>
    /// <param name="standardInput">Read to its end at the first look.</param>
    public static TextSample Take(string path, ReadOptions options, Stream? standardInput)
    {
        var asked = options.Encoding is null ? null : EncodingNames.Normalize(options.Encoding);
        using var input = OpenedInput.Open(path, standardInput, first: true);
        var head = new byte[input.Length <= WholeSize ? input.Length : HeadSize];
        if (input.ReadAt(0, head) < head.Length) input.MustBeUnchanged();
        if (head.Length == 0) throw Problems.Empty(input.Name);
        var container = Signatures.Recognize(head, input);
        var length = input.Length;
        switch (container)
        {
            case Container.Gzip:
                (head, var ended) = Start(new SealedGzip(input));
                if (head.Length == 0) throw Problems.Empty(input.Name);
                Signatures.RefuseInside(head, input.Name);
                return Text(input, container, head, ended, asked, length);
            case Container.Plain:
                return Text(input, container, head, head.Length == length, asked, length);
            default:
                if (asked is not null) throw Problems.NotForWorkbooks(input.Name, asked);
                var sheet = WorkbookText.Choose(input, container, options.Sheet);
                (head, ended) = Start(WorkbookText.Open(input, container, sheet.Value));
                var kind = new Decision("file", container == Container.Xlsx ? "xlsx workbook" : "xls workbook", "its first bytes and contents", "");
                return new TextSample(container, EncodingNames.Utf8, false, sheet.Value, [head[..LastLine(head, (byte)'\n', ended)]], ended, length, [kind, sheet]);
        }
    }

    private static TextSample Text(OpenedInput input, Container container, byte[] head, bool complete, string? asked, long length)
    {
        var choice = EncodingGuess.Choose(head, asked, input.Name);
        var start = choice.Mark;
        var text = choice.Wide ? SampleText.FromUtf16(head, choice, complete, input.Name) : head.AsSpan(start).ToArray();
        if (text.Length == 0) throw Problems.Empty(input.Name);
        var ends = LineEnds.Of(text, complete);
        var lineEnd = (byte)(ends.CarriageReturns ? '\r' : '\n');
        var parts = new List<byte[]>();
        if (choice.Wide)
        {
            parts.Add(complete ? text : text[..LastLine(text, lineEnd, complete)]);
        }
        else
        {
            var decode = new SampleText(input, choice, compressed: container == Container.Gzip);
            parts.Add(decode.Part(text[..LastLine(text, lineEnd, complete)], start, toEnd: complete));
            if (container == Container.Plain && !complete) AddMore(input, decode, lineEnd, parts, start + text.Length);
            choice = decode.Choice;
        }

        Signatures.RefuseMarkup(parts[0], input.Name);
        if (ends.CarriageReturns)
        {
            foreach (var part in parts) CarriageReturnStream.Replace(part);
        }

        return new TextSample(
            container, choice.Name, ends.CarriageReturns, null, parts, complete, length, [File(container, input.Name), Encoding(choice), ends.Decision]);
    }

    /// <summary>Parts from a quarter, the half, three quarters and the end of a plain file.</summary>
    private static void AddMore(OpenedInput input, SampleText decode, byte lineEnd, List<byte[]> parts, long from)
    {
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            var offset = Math.Max(from, quarter == 4 ? input.Length - PartSize : input.Length / 4 * quarter);
            var bytes = new byte[Math.Min(PartSize, input.Length - offset)];
            if (input.ReadAt(offset, bytes) < bytes.Length) input.MustBeUnchanged();
            from = offset + bytes.Length;
            var first = bytes.AsSpan().IndexOf(lineEnd) + 1;
            var toEnd = from == input.Length;
            var end = LastLine(bytes, lineEnd, toEnd);
            if (first == 0 || first >= end) continue;
            parts.Add(decode.Part(bytes[first..end], offset + first, toEnd));
        }
    }

    /// <summary>Where the last whole line ends: all of it at the text's end, or when there is only one line.</summary>
    private static int LastLine(ReadOnlySpan<byte> text, byte lineEnd, bool complete)
    {
        if (complete) return text.Length;
        var last = text.LastIndexOf(lineEnd) + 1;
        if (last > 0) return last;
        return Utf8Damage.Find(text) is { Kind: DamageKind.Truncated } cut ? cut.Offset : text.Length;
    }

    private static (byte[] Head, bool Ended) Start(SealedGzip gzip)
    {
        using (gzip)
        {
            var buffer = new byte[WholeSize + 64];
            var filled = gzip.Fill(buffer);
            return filled < WholeSize ? (buffer[..filled], true) : (buffer[..HeadSize], false);
        }
    }

    private static (byte[] Head, bool Ended) Start(Stream text)
    {
        using (text)
        {
            var buffer = new byte[HeadSize];
            var filled = text.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return (buffer[..filled], filled < buffer.Length);
        }
    }

    private static Decision File(Container container, string name)
    {
        var named = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        return container == Container.Gzip
            ? new Decision("file", "gzip", named ? "its first bytes" : "its first bytes, though its name does not end in .gz", "")
            : new Decision("file", "plain text", named ? "its first bytes are not gzip, though its name ends in .gz" : "its first bytes", "");
    }

    private static Decision Encoding(EncodingChoice choice) => new("encoding", choice.Name, choice.Reason, "--encoding windows-1252");
}
