namespace Clientele.Sales.Files;

/// <summary>The encodings that can be read, and what people call them.</summary>
internal static class EncodingNames
{
    public const string Utf8 = "utf-8";
    public const string Utf16Little = "utf-16le";
    public const string Utf16Big = "utf-16be";
    public const string Windows1252 = "windows-1252";
    public const string Latin1 = "iso-8859-1";
    public const string Macintosh = "macintosh";
    public const string Dos437 = "ibm437";
    public const string Dos850 = "ibm850";

    /// <summary>Either UTF-16; the mark at the start or the text tells which.</summary>
    public const string Utf16 = "utf-16";

    /// <summary>One byte per character, in the order in which they are proposed.</summary>
    public static IReadOnlyList<string> SingleByte { get; } = [Windows1252, Latin1, Macintosh, Dos850, Dos437];

    public const string All = "utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1, macintosh, ibm437, ibm850";

    /// <summary>The name in <see cref="TextFormat.Encoding"/> for what a person typed, or <c>utf-16</c>.</summary>
    public static string Normalize(string typed) => typed.Trim().ToLowerInvariant().Replace('_', '-') switch
    {
        Utf8 or "utf8" or "utf-8-sig" or "utf8-bom" or "utf-8-bom" or "ascii" or "us-ascii" or "65001" => Utf8,
        Utf16 or "utf16" or "unicode" or "ucs-2" => Utf16,
        Utf16Little or "utf16le" or "utf16-le" or "utf-16-le" or "ucs-2le" => Utf16Little,
        Utf16Big or "utf16be" or "utf16-be" or "utf-16-be" or "ucs-2be" => Utf16Big,
        Windows1252 or "cp1252" or "cp-1252" or "1252" or "win1252" or "windows1252" or "ansi" or "western" => Windows1252,
        Latin1 or "iso8859-1" or "iso88591" or "latin1" or "latin-1" or "l1" or "28591" => Latin1,
        Macintosh or "mac" or "macroman" or "mac-roman" or "x-mac-roman" or "10000" => Macintosh,
        Dos437 or "cp437" or "cp-437" or "437" or "oem437" or "ibm-437" or "dos" or "oem" => Dos437,
        Dos850 or "cp850" or "cp-850" or "850" or "oem850" or "ibm-850" => Dos850,
        _ => throw Problems.UnknownEncoding(typed),
    };
}
