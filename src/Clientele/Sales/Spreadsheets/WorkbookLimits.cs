namespace Clientele.Sales.Spreadsheets;

/// <summary>How much a workbook may ask for before it is taken for an attack or an accident.</summary>
/// <remarks>
/// DEFLATE cannot shrink below 1032:1. Sheets of sales shrink 8:1 to 12:1; equal values in every row still only 14:1, since each cell
/// carries its own reference. Only rows equal to the last byte, without references, go beyond 200:1, and those are no sales. The check
/// starts at 64 MiB, so a bomb costs 64 MiB of inflating and no memory.
/// </remarks>
internal sealed record WorkbookLimits
{
    public static WorkbookLimits Default { get; } = new();

    /// <summary>Inflated bytes of one sheet.</summary>
    public long SheetBytes { get; init; } = 4L << 30;

    /// <summary>Inflated bytes of the shared strings, the only part that stays in memory.</summary>
    public long SharedStringBytes { get; init; } = 1L << 30;

    /// <summary>Inflated bytes of any other part: workbook, relationships, styles.</summary>
    public long OtherPartBytes { get; init; } = 64L << 20;

    /// <summary>Bytes of text made from one sheet; far columns cost little XML and much text.</summary>
    public long TextBytes { get; init; } = 4L << 30;

    /// <summary>Most inflated bytes per compressed byte, once <see cref="RatioFrom"/> bytes came out.</summary>
    public int Ratio { get; init; } = 200;

    public long RatioFrom { get; init; } = 64L << 20;

    /// <summary>Bytes of one tag or one text. The longest cell, 32,767 characters, needs under 300 kB however it is escaped.</summary>
    public int TokenBytes { get; init; } = 1 << 20;

    /// <summary>Elements inside each other. The format itself needs fewer than 20.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Files in the zip.</summary>
    public int Parts { get; init; } = 10_000;

    /// <summary>Rows of the format.</summary>
    public const int Rows = 1_048_576;

    /// <summary>Columns of the format.</summary>
    public const int Columns = 16_384;
}
