using Clientele.Sales.Lines;

namespace Clientele.Sales;

/// <summary>The part of the lines that one round takes when the duplicate check of all lines at once would not fit into memory.</summary>
/// <remarks>Lines are dealt out by their hash, so equal lines always meet in the same round.</remarks>
/// <param name="Number">This round, from 0.</param>
/// <param name="Of">Rounds in all.</param>
internal sealed record PassShare(int Number, int Of)
{
    public static PassShare All { get; } = new(0, 1);

    /// <summary>Drops the lines of other rounds; empty lines count in the first.</summary>
    public void KeepOwn(SalesBatch batch)
    {
        batch.Keep(hash => (int)((uint)hash % (uint)Of) == Number);
        if (Number > 0) batch.EmptyLines = batch.TallRecords = 0;
    }
}

/// <summary>How much there is to read.</summary>
/// <param name="ExpectedLines">Estimated data lines, 0 when unknown.</param>
/// <param name="TextBytes">Bytes of text, 0 when unknown.</param>
internal readonly record struct SalesInputSize(long ExpectedLines, long TextBytes);
