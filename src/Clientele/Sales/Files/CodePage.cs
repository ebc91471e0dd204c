using System.Text;

namespace Clientele.Sales.Files;

/// <summary>One byte per character: ASCII below 0x80, and a character or nothing for each byte above.</summary>
internal sealed class CodePage
{
    private const int Half = 128;

    /// <summary>Per high byte: its UTF-8 bytes from the lowest byte up, their number in the highest; 0 where the byte means nothing.</summary>
    private readonly uint[] _utf8 = new uint[Half];
    private readonly char[] _characters = new char[Half];

    private CodePage(string name, Encoding encoding)
    {
        Name = name;
        Span<byte> bytes = stackalloc byte[Half];
        for (var i = 0; i < Half; i++) bytes[i] = (byte)(Half + i);
        encoding.GetChars(bytes, _characters);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < Half; i++)
        {
            // Control characters of U+0080…U+009F and the replacement character stand for "not in this encoding".
            var c = _characters[i];
            if (c is < '\u00A0' or '\uFFFD')
            {
                _characters[i] = '\0';
                continue;
            }

            var count = new Rune(c).EncodeToUtf8(utf8);
            _utf8[i] = (uint)(count << 24 | utf8[0] | utf8[1] << 8 | (count > 2 ? utf8[2] << 16 : 0));
        }
    }

    public string Name { get; }

    /// <summary>The character of a byte, or U+0000 for a high byte that means nothing.</summary>
    public char this[byte b] => b < Half ? (char)b : _characters[b - Half];

    /// <summary>A single-byte encoding by its name; null for the others.</summary>
    public static CodePage? Find(string name)
    {
        var encoding = name switch
        {
            EncodingNames.Windows1252 => Of(1252),
            EncodingNames.Latin1 => Encoding.Latin1,
            EncodingNames.Macintosh => Of(10000),
            EncodingNames.Dos437 => Of(437),
            EncodingNames.Dos850 => Of(850),
            _ => null,
        };
        return encoding is null ? null : new CodePage(name, encoding);

        static Encoding? Of(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number);
    }

    /// <summary>Converts as much as fits and means something.</summary>
    /// <returns>Bytes used and written; <c>Stuck</c> when the next byte means nothing here.</returns>
    public (int Used, int Written, bool Stuck) ToUtf8(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var i = 0;
        var written = 0;
        while (i < input.Length)
        {
            if (input[i] < Half)
            {
                var run = input[i..].IndexOfAnyInRange((byte)Half, byte.MaxValue);
                var count = Math.Min(run < 0 ? input.Length - i : run, output.Length - written);
                if (count == 0) break;
                input.Slice(i, count).CopyTo(output[written..]);
                i += count;
                written += count;
                continue;
            }

            var packed = _utf8[input[i] - Half];
            if (packed == 0) return (i, written, true);
            if (output.Length - written < 3) break;
            output[written] = (byte)packed;
            output[written + 1] = (byte)(packed >> 8);
            output[written + 2] = (byte)(packed >> 16);
            written += (int)(packed >> 24);
            i++;
        }

        return (i, written, false);
    }
}
