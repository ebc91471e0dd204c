using System.Text;

namespace Clientele.Sales.Spreadsheets;

/// <summary>Looks at the first bytes of a part: is it UTF-8?</summary>
internal static class XmlEncoding
{
    /// <summary>Where the XML starts, behind a byte order mark; a complaint when it is in another encoding.</summary>
    public static int Start(ReadOnlySpan<byte> head, out string? complaint)
    {
        complaint = null;
        var start = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        if (start == 0 && head.Length > 1 && (head[0] >= 0xFE || head[0] == 0 || head[1] == 0)) complaint = "the part is written in UTF-16; only UTF-8 is read";
        else if (!DeclaresUtf8(head[start..])) complaint = "the part declares an encoding other than UTF-8";
        return start;
    }

    private static bool DeclaresUtf8(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("<?xml"u8)) return true;
        var declaration = head[..Math.Max(0, head.IndexOf((byte)'>'))];
        var at = declaration.IndexOf("encoding"u8);
        if (at < 0) return true;
        var value = declaration[(at + 8)..].Trim(" \t\r\n="u8);
        if (value.Length < 2) return false;
        var to = value[1..].IndexOf(value[0]);
        if (to is < 0 or > 8) return false;
        Span<byte> lower = stackalloc byte[8];
        Ascii.ToLower(value.Slice(1, to), lower, out var count);
        return lower[..count] is var name && (name.SequenceEqual("utf-8"u8) || name.SequenceEqual("utf8"u8) || name.SequenceEqual("us-ascii"u8));
    }
}
