namespace Clientele.Sales.Files;

/// <summary>The beginning of a file, and a few places further on, as UTF-8 text.</summary>
/// <param name="Container">Found by the first bytes, never by the name.</param>
/// <param name="Encoding">Name as in <see cref="TextFormat.Encoding"/>; utf-8 for workbooks.</param>
/// <param name="CarriageReturns">Lines end in a lone CR; the parts have LF in its place.</param>
/// <param name="Sheet">Name of the sheet chosen in a workbook. Null otherwise.</param>
/// <param name="Parts">
/// UTF-8 without a mark. The first starts with the text and holds up to 64 KiB, or all of a file up to 128 KiB. Plain files
/// above that have up to four more of up to 16 KiB from ¼, ½, ¾ and the end; they do not overlap and start right after a line
/// break (which may lie in a quoted field). Parts end right after a line break where there is one, or with the file.
/// </param>
/// <param name="Complete">The first part is the whole text.</param>
/// <param name="Length">Bytes of the file as it lies on disk.</param>
/// <param name="Decisions">Container, encoding and line ends, with reasons.</param>
internal sealed record TextSample(
    Container Container,
    string Encoding,
    bool CarriageReturns,
    string? Sheet,
    IReadOnlyList<byte[]> Parts,
    bool Complete,
    long Length,
    IReadOnlyList<Decision> Decisions);
