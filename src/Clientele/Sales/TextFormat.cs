namespace Clientele.Sales;

/// <summary>Where the text comes from.</summary>
public enum Container
{
    Plain,
    Gzip,

    /// <summary>An .xlsx workbook, streamed as delimited text.</summary>
    Xlsx,

    /// <summary>An .xls workbook, streamed as delimited text.</summary>
    Xls,
}

/// <summary>How bytes become lines of delimited UTF-8 text.</summary>
public sealed record TextFormat
{
    public Container Container { get; init; }

    /// <summary>Name as in <c>--encoding</c>: utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1, macintosh, ibm437, ibm850.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>Field delimiter in the UTF-8 text; workbooks use U+001F.</summary>
    public byte Delimiter { get; init; } = (byte)',';

    /// <summary>Columns are set apart by runs of blanks; leading blanks mean nothing.</summary>
    public bool BlankRuns { get; init; }

    /// <summary>Lines end in a lone CR (old Mac).</summary>
    public bool CarriageReturns { get; init; }

    /// <summary>Sheet name for workbooks.</summary>
    public string? Sheet { get; init; }
}
