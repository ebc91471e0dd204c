using Clientele.Sales.Layouts;

namespace Clientele.Tables;

/// <summary>Cells that say that nothing is known.</summary>
internal static class MissingWords
{
    private static ReadOnlySpan<byte> Known => " na n/a #n/a nan null none nil - -- ? . \u2013 \u2014 "u8;

    /// <summary>Empty, blank, or one of: NA, N/A, #N/A, NaN, null, none, nil, a dash or two, a question mark, a point; in any case.</summary>
    public static bool Is(ReadOnlySpan<byte> cell)
    {
        cell = Words.Trim(cell);
        if (cell.Length == 0) return true;
        if (cell.Length > 4 || cell[0] is not ((byte)'n' or (byte)'N' or (byte)'#' or (byte)'-' or (byte)'?' or (byte)'.' or 0xE2)) return false;
        Span<byte> lower = stackalloc byte[4];
        for (var i = 0; i < cell.Length; i++) lower[i] = cell[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(cell[i] | 0x20) : cell[i];
        return Words.Has(Known, lower[..cell.Length]);
    }
}
