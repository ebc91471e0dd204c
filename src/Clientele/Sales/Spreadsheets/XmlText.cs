using System.Buffers.Text;
using System.Text;

namespace Clientele.Sales.Spreadsheets;

/// <summary>From text as it stands in XML to the characters it means.</summary>
internal static class XmlText
{
    /// <summary>A short attribute value as a string; entities and <c>_x000D_</c> resolved.</summary>
    public static string String(ReadOnlySpan<byte> raw, XmlScanner xml)
    {
        var text = new ByteText();
        Append(text, raw, xml, cdata: false);
        return Encoding.UTF8.GetString(text.Written);
    }

    /// <summary>Adds the text with XML entities, line ends and the workbook's own <c>_xHHHH_</c> escapes resolved.</summary>
    public static void Append(ByteText target, ReadOnlySpan<byte> raw, XmlScanner xml, bool cdata)
    {
        if (raw.IndexOfAny((byte)'&', (byte)'_', (byte)'\r') < 0)
        {
            target.Add(raw);
            return;
        }

        var from = target.Length;
        if (cdata) Lines(target, raw);
        else Resolve(target, raw, xml);
        if (target.Written[from..].IndexOf("_x"u8) >= 0) target.Cut(from + Unescape(target.Written[from..]));
    }

    private static void Lines(ByteText target, ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOf((byte)'\r') < 0)
        {
            target.Add(raw);
            return;
        }

        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != (byte)'\r') target.Add(raw[i]);
            else if (i + 1 == raw.Length || raw[i + 1] != (byte)'\n') target.Add((byte)'\n');
        }
    }

    private static void Resolve(ByteText target, ReadOnlySpan<byte> raw, XmlScanner xml)
    {
        while (true)
        {
            var at = raw.IndexOf((byte)'&');
            Lines(target, at < 0 ? raw : raw[..at]);
            if (at < 0) return;
            raw = raw[(at + 1)..];
            var to = raw.IndexOf((byte)';');
            if (to < 1 || to > 12) throw xml.Damaged("an & starts no known entity");
            var name = raw[..to];
            raw = raw[(to + 1)..];
            if (name.SequenceEqual("amp"u8)) target.Add((byte)'&');
            else if (name.SequenceEqual("lt"u8)) target.Add((byte)'<');
            else if (name.SequenceEqual("gt"u8)) target.Add((byte)'>');
            else if (name.SequenceEqual("quot"u8)) target.Add((byte)'"');
            else if (name.SequenceEqual("apos"u8)) target.Add((byte)'\'');
            else if (name[0] == (byte)'#') Number(target, name[1..], xml);
            else throw xml.Damaged("an & starts no known entity");
        }
    }

    private static void Number(ByteText target, ReadOnlySpan<byte> digits, XmlScanner xml)
    {
        var hex = digits.Length > 0 && digits[0] == (byte)'x';
        if (hex) digits = digits[1..];
        if (digits.Length is 0 or > 8 || !Utf8Parser.TryParse(digits, out uint code, out var used, hex ? 'x' : 'D') || used != digits.Length
            || !Rune.TryCreate(code, out var rune) || (code < ' ' && code is not ('\t' or '\n' or '\r')))
        {
            throw xml.Damaged("a character reference names no character");
        }

        target.Add(rune);
    }

    /// <summary>Resolves <c>_xHHHH_</c> in place, UTF-16 pairs included; what names no character stays as it is. The new length.</summary>
    private static int Unescape(Span<byte> text)
    {
        var to = 0;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == (byte)'_' && TryUnit(text[i..], out var unit))
            {
                var used = 7;
                var known = Rune.TryCreate((char)unit, out var rune);
                if (!known && char.IsHighSurrogate((char)unit) && TryUnit(text[(i + 7)..], out var low))
                {
                    known = Rune.TryCreate((char)unit, (char)low, out rune);
                    used = 14;
                }

                if (known)
                {
                    to += rune.EncodeToUtf8(text[to..]);
                    i += used;
                    continue;
                }
            }

            text[to++] = text[i++];
        }

        return to;
    }

    private static bool TryUnit(ReadOnlySpan<byte> text, out int unit)
    {
        unit = 0;
        return text.Length >= 7 && text[0] == (byte)'_' && text[1] == (byte)'x' && text[6] == (byte)'_'
            && Utf8Parser.TryParse(text.Slice(2, 4), out unit, out var used, 'x') && used == 4;
    }
}
