namespace Clientele.Sales.Files;

/// <summary>What can be wrong with the bytes of characters.</summary>
internal static class EncodingProblems
{
    /// <summary>A high byte that is not UTF-8: the file is in an encoding that nobody announced.</summary>
    /// <param name="name">The file.</param>
    /// <param name="place">Of the byte.</param>
    /// <param name="around">Bytes around it, the more the better the proposal: at least its line.</param>
    /// <param name="at">Index of the byte in <paramref name="around"/>.</param>
    public static UserException Foreign(string name, Place place, ReadOnlySpan<byte> around, int at)
    {
        var (whole, lone) = Utf8Damage.Weigh(around);
        if (whole > lone)
        {
            return new UserException(
                "encoding.damaged",
                $"{At(name, place)}: byte 0x{around[at]:X2} at offset {Problems.Number(place.Offset)} is not UTF-8, though the text around it is: a character was cut there, or two encodings are mixed.",
                "Repair or delete this line. Another --encoding would spoil the rest of the file.",
                ExitCode.BadData);
        }

        var readings = EncodingReadings.Of(around, at);
        var iconv = $"iconv -f SHIFT_JIS -t UTF-8 '{Problems.Show(name)}' > sales-utf8.csv";
        var what = $"{At(name, place)}: byte 0x{around[at]:X2} at offset {Problems.Number(place.Offset)} is not UTF-8, so the file is in another encoding.";
        var proposals = string.Join("; ", readings.Select(r => $"--encoding {r.Names} reads '{r.Word}'"));
        var fix = readings.Count switch
        {
            0 => $"None of the supported encodings fits; convert it, for example: {iconv}",
            _ when !readings[0].Likely => $"No supported encoding reads well ({proposals}); if none is right, convert it, for example: {iconv}",
            _ => $"Type the one that reads right: {proposals}. If none does, convert it, for example: {iconv}",
        };
        return new UserException("encoding.unannounced", what, fix, ExitCode.BadData);
    }

    /// <summary>A byte that means nothing in the encoding that was asked for.</summary>
    public static UserException NotInEncoding(string name, string encoding, Place place, ReadOnlySpan<byte> around, int at)
    {
        var readings = EncodingReadings.Of(around, at);
        return new UserException(
            "encoding.wrong",
            $"{At(name, place)}: byte 0x{around[at]:X2} at offset {Problems.Number(place.Offset)} means nothing in {encoding}.",
            readings.Count == 0
                ? "Find out the file's encoding, or convert it to UTF-8 with iconv."
                : $"Type the one that reads right: {string.Join("; ", readings.Select(r => $"--encoding {r.Names} reads '{r.Word}'"))}.",
            ExitCode.BadData);
    }

    /// <summary>Bytes shaped like UTF-8 that UTF-8 forbids, where no line can be rejected for them.</summary>
    public static UserException Malformed(string name, Place place, ReadOnlySpan<byte> bytes) => new(
        "encoding.malformed",
        $"{At(name, place)}: {Hex(bytes)} at offset {Problems.Number(place.Offset)} looks like UTF-8 but is forbidden there (overlong form, surrogate or above U+10FFFF).",
        "Repair this line, or export the file again as UTF-8.",
        ExitCode.BadData);

    public static UserException EndsInsideCharacter(string name, long offset, string encoding) => new(
        "encoding.truncated",
        $"'{Problems.Show(name)}' ends inside a character at byte {Problems.Number(offset)} ({encoding}): it was truncated{Otherwise(encoding)}.",
        encoding == EncodingNames.Utf8 ? "Download or export it again; if it is complete, type --encoding windows-1252." : "Download or export it again.",
        ExitCode.BadData);

    public static UserException LoneSurrogate(string name, Place place) => new(
        "encoding.lone-surrogate",
        $"{At(name, place)}: half a pair of surrogates at offset {Problems.Number(place.Offset)}; the UTF-16 text is damaged.",
        "Export it again, if possible as UTF-8.",
        ExitCode.BadData);

    public static UserException Utf32(string name) => new(
        "encoding.utf-32",
        $"'{Problems.Show(name)}' is in UTF-32, which is not supported.",
        $"Convert it: iconv -f UTF-32 -t UTF-8 '{Problems.Show(name)}' > sales-utf8.csv",
        ExitCode.BadData);

    public static UserException Ebcdic(string name) => new(
        "encoding.ebcdic",
        $"'{Problems.Show(name)}' is in EBCDIC (mainframe text), which is not supported.",
        $"Convert it: iconv -f IBM1047 -t UTF-8 '{Problems.Show(name)}' > sales-utf8.csv",
        ExitCode.BadData);

    public static UserException EitherUtf16(string name) => new(
        "encoding.utf-16-order",
        $"'{Problems.Show(name)}' has no mark at its start that tells the byte order of --encoding utf-16.",
        "Type --encoding utf-16le (Windows) or --encoding utf-16be.");

    private static string Otherwise(string encoding) => encoding == EncodingNames.Utf8 ? " or is in another encoding" : "";

    private static string At(string name, Place place) => $"{Problems.Show(name)}:{place.Line}:{place.Column}";

    private static string Hex(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        foreach (var b in bytes) text.Append(text.Length > 0 ? " " : "").Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
