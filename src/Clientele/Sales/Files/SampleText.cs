using System.Text;

namespace Clientele.Sales.Files;

/// <summary>Makes checked UTF-8 text of a file's parts.</summary>
internal sealed class SampleText(OpenedInput input, EncodingChoice choice, bool compressed)
{
    private readonly CodePage? _page = CodePage.Find(choice.Name);
    private bool _beyondAscii;
    private bool _allUtf8 = true;

    /// <summary>The choice, with what the parts told about it.</summary>
    public EncodingChoice Choice => choice.Mark > 0 ? choice
        : _page is null ? (_beyondAscii ? choice : choice with { Reason = choice.Reason.StartsWith("--", StringComparison.Ordinal) ? choice.Reason : "only ASCII looked at, which is the same in every encoding" })
        : _beyondAscii && _allUtf8 ? choice with { Reason = $"{choice.Reason}, though all looked at reads as UTF-8, too" }
        : choice;

    /// <summary>The text at the start of a UTF-16 file.</summary>
    public static byte[] FromUtf16(byte[] head, EncodingChoice choice, bool complete, string name)
    {
        var end = head.Length;
        if (!complete)
        {
            end -= (end - choice.Mark) & 1;
            var high = choice.Name == EncodingNames.Utf16Big ? end - 2 : end - 1;
            if (high >= choice.Mark && head[high] is >= 0xD8 and < 0xDC) end -= 2;
        }

        using var units = new Utf16Stream(new MemoryStream(head, choice.Mark, end - choice.Mark), choice.Name == EncodingNames.Utf16Big, name, choice.Mark);
        using var text = new MemoryStream(head.Length);
        units.CopyTo(text);
        return text.ToArray();
    }

    /// <summary>One part as UTF-8; throws when its bytes are not in the encoding chosen.</summary>
    /// <param name="bytes">Whole lines, or what there is of one.</param>
    /// <param name="offset">Where they start in the file (in the unpacked text of a gzip file).</param>
    /// <param name="toEnd">They end with the file.</param>
    public byte[] Part(byte[] bytes, long offset, bool toEnd)
    {
        var zeros = NulBlock.Find(bytes);
        if (zeros >= 0) throw Problems.NulBytes(input.Name, offset + zeros);
        _beyondAscii = _beyondAscii || !Ascii.IsValid(bytes);
        if (_page is null)
        {
            MustBeUtf8(bytes, offset, toEnd);
            Signatures.RefuseBinary(bytes, offset, input.Name);
            return bytes;
        }

        Signatures.RefuseBinary(bytes, offset, input.Name);
        _allUtf8 = _allUtf8 && Utf8Damage.Find(bytes) is null;
        var text = new byte[bytes.Length * 3];
        var (used, written, stuck) = _page.ToUtf8(bytes, text);
        return stuck
            ? throw EncodingProblems.NotInEncoding(input.Name, choice.Name, PlaceOf(bytes, offset, used), bytes, used)
            : text[..written];
    }

    private void MustBeUtf8(byte[] bytes, long offset, bool toEnd)
    {
        for (var at = 0; Utf8Damage.Find(bytes.AsSpan(at)) is { } damage; at += damage.Length)
        {
            at += damage.Offset;
            if (damage.Kind == DamageKind.Truncated && toEnd) throw EncodingProblems.EndsInsideCharacter(input.Name, offset + at, EncodingNames.Utf8);
            if (damage.Kind == DamageKind.Foreign)
            {
                if (IsEbcdic(bytes)) throw EncodingProblems.Ebcdic(input.Name);
                Signatures.RefuseBinary(bytes, offset, input.Name);
                throw EncodingProblems.Foreign(input.Name, PlaceOf(bytes, offset, at), bytes, at);
            }

            if (damage.Kind == DamageKind.Malformed && PlaceOf(bytes, offset, at) is { Line: 1 } place)
            {
                throw EncodingProblems.Malformed(input.Name, place, bytes.AsSpan(at, damage.Length));
            }
        }
    }

    /// <summary>Blanks are 0x40 there, and letters and digits lie above 0x80.</summary>
    private static bool IsEbcdic(ReadOnlySpan<byte> text)
    {
        var high = 0;
        foreach (var b in text) high += b >> 7;
        return high * 5L > text.Length * 2L && text.Count((byte)0x40) > 4 * text.Count((byte)' ');
    }

    private Place PlaceOf(ReadOnlySpan<byte> bytes, long offset, int at)
    {
        var lines = default(LineCount);
        if (!compressed)
        {
            var buffer = new byte[1 << 16];
            for (long before = 0; before < offset;)
            {
                var read = input.ReadAt(before, buffer.AsSpan(0, (int)Math.Min(buffer.Length, offset - before)));
                if (read == 0) break;
                lines.Add(buffer.AsSpan(0, read));
                before += read;
            }
        }

        lines.Add(bytes[..at]);
        return new Place(offset + at, lines.Line, lines.Column);
    }
}
