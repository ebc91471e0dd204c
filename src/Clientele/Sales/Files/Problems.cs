using System.Globalization;

namespace Clientele.Sales.Files;

/// <summary>What can be wrong with an input as a file. Encodings have <see cref="EncodingProblems"/>.</summary>
internal static class Problems
{
    private const int MostShown = 80;

    public static UserException NothingGiven() => new(
        "file.none", "No sales file was given.", "Type one or more files, for example: sales.csv, or 'data/*.csv'.");

    public static UserException BadPath(string path) => new(
        "file.bad-path", $"'{Show(path)}' cannot be the path of a file.", "Type the path of a file, or - for standard input.");

    public static UserException Missing(string path, string? folder, IReadOnlyList<string> near) => new(
        "file.missing",
        folder is null ? $"There is no file '{Show(path)}'." : $"There is no file '{Show(path)}': the folder '{Show(folder)}' does not exist.",
        near.Count > 0 ? $"Near to it: {List(near)}." : "Check the name and the folder; relative paths count from the current folder.");

    public static UserException BrokenLink(string path, string target) => new(
        "file.broken-link", $"'{Show(path)}' is a link to '{Show(target)}', which does not exist.", "Mend the link or name the file itself.");

    public static UserException NoMatch(string pattern, IReadOnlyList<string> near) => new(
        "file.no-match",
        $"No file matches '{Show(pattern)}'.",
        near.Count > 0 ? $"Near to it: {List(near)}." : "Check the folder and the pattern: * and ? stand for letters of a name, ** for any folders.");

    public static UserException Address(string path) => new(
        "file.address", $"'{Show(path)}' is an address, not a file.", "Download it first and name the file, or pipe it in and type - as the file.");

    public static UserException Folder(string path, IReadOnlyList<string> patterns) => new(
        "file.folder",
        $"'{Show(path)}' is a folder.",
        patterns.Count > 0 ? $"Name its files with a pattern: {string.Join(" or ", patterns)}." : "Name the files in it.");

    public static UserException TwiceStandardInput() => new(
        "file.twice", "Standard input (-) is named twice.", "Name it once; it can be read only once.");

    public static UserException NotAFile(string path, string what) => new(
        "file.not-a-file", $"'{Show(path)}' is {what}.", "Name a file, or pipe the text in and type - as the file.", ExitCode.BadData);

    public static UserException NoStandardInput() => new(
        "file.no-standard-input", "There is no standard input to read.", "Pipe the file in, like: cat sales.csv | clientele segment -");

    public static UserException Vanished(string name) => new(
        "file.vanished", $"'{Show(name)}' is no longer there.", "Was it moved while the run started? Put it back and run again.", ExitCode.Disk);

    public static UserException Denied(string name) => new(
        "file.denied", $"'{Show(name)}' may not be read: permission denied.", $"Allow reading, like: chmod u+r '{Show(name)}'", ExitCode.Disk);

    public static UserException CannotOpen(string name, Exception trouble) => new(
        "file.cannot-open", $"'{Show(name)}' cannot be opened: {Sentence(trouble)}", "Check the path and the disk.", ExitCode.Disk);

    public static UserException ReadFailed(string name, long offset, Exception trouble) => new(
        "file.read-failed", $"{Show(name)}: reading failed at byte {Number(offset)}: {Sentence(trouble)}", "Check the disk or the network drive, and run again.", ExitCode.Disk);

    public static UserException SpoolFailed(string folder, Exception trouble) => new(
        "file.no-temporary-space",
        $"Standard input could not be set aside in '{Show(folder)}': {Sentence(trouble)}",
        "Free some space there, or set TMPDIR to a folder that has some.",
        ExitCode.Disk);

    public static UserException Changed(string name, long before, long after) => new(
        "file.changed",
        before == after
            ? $"'{Show(name)}' was written to while it was read."
            : $"'{Show(name)}' changed while it was read: {Number(before)} bytes at the start, {Number(after)} at the end.",
        "Wait until the program that writes it has finished, or copy it, and run again.",
        ExitCode.BadData);

    public static UserException Empty(string name) => new(
        "file.empty", $"'{Show(name)}' is empty.", "Export it again; it needs a header and a line per sale or customer.", ExitCode.BadData);

    /// <summary>The file is of a kind that is recognised and not read.</summary>
    public static UserException Alien(string name, string what, string fix) => new(
        "file.kind", $"'{Show(name)}' is {what}, not a text file or workbook of sales.", fix, ExitCode.BadData);

    public static UserException Binary(string name, long offset) => new(
        "file.binary",
        $"'{Show(name)}' is not text: control characters from byte {Number(offset)} on.",
        "Export the sales as CSV (or .xlsx) and name that file.",
        ExitCode.BadData);

    public static UserException NulBytes(string name, long offset) => new(
        "file.nul-block",
        $"'{Show(name)}' is damaged at byte {Number(offset)}: a block of NUL bytes, as a broken copy or a lost disk sector leaves.",
        "Copy or export it again.",
        ExitCode.BadData);

    public static UserException GzipTruncated(string name, long length) => new(
        "file.gzip-truncated",
        $"'{Show(name)}' is truncated: its gzip data stops in the middle, at byte {Number(length)}.",
        "Download or copy it again; the size must match the original's.",
        ExitCode.BadData);

    public static UserException GzipDamaged(string name, long near) => new(
        "file.gzip-damaged",
        $"'{Show(name)}' is damaged: its gzip data, checksum or length is wrong, at or shortly before byte {Number(near)}.",
        $"Download or copy it again. To see for yourself: gzip -t '{Show(name)}'",
        ExitCode.BadData);

    public static UserException GzipTrailing(string name, long near) => new(
        "file.gzip-trailing",
        $"'{Show(name)}' goes on after the end of its gzip data, before byte {Number(near)}, with bytes that are not gzip.",
        "Download or copy it again; or unpack it yourself with gzip -dc, look at what came out, and name that file.",
        ExitCode.BadData);

    public static UserException GzipNested(string name) => new(
        "file.gzip-nested", $"'{Show(name)}' is packed with gzip twice.", $"Unpack it once: gzip -dc '{Show(name)}' > sales.csv.gz", ExitCode.BadData);

    public static UserException UnknownEncoding(string typed) => new(
        "encoding.unknown",
        $"There is no --encoding '{Show(typed)}'.",
        $"Choose one of: {EncodingNames.All}. Others must be converted first, like: iconv -f SHIFT_JIS -t UTF-8 sales.csv > sales-utf8.csv");

    public static UserException NotForWorkbooks(string name, string encoding) => new(
        "encoding.workbook", $"'{Show(name)}' is a workbook; --encoding {encoding} is for text files.", "Leave --encoding out.");

    /// <summary>A value for a message: cut to 80 characters, control characters as a dot.</summary>
    public static string Show(string value)
    {
        var cut = value.Length > MostShown ? string.Concat(value.AsSpan(0, MostShown - 1), "…") : value;
        return string.Create(cut.Length, cut, static (span, text) =>
        {
            for (var i = 0; i < text.Length; i++) span[i] = char.IsControl(text[i]) || char.IsSurrogate(text[i]) ? '·' : text[i];
        });
    }

    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string List(IReadOnlyList<string> names) => string.Join(", ", names.Select(n => $"'{Show(n)}'"));

    private static string Sentence(Exception trouble) => trouble.Message.TrimEnd('.') + ".";
}
