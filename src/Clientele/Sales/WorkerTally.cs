using Clientele.Cleaning;
using Clientele.Customers.Folding;
using Clientele.Sales.Lines;

namespace Clientele.Sales;

/// <summary>What one thread counted; all of it can be added up in any order.</summary>
internal sealed class WorkerTally(int files)
{
    public AuditTally Audit { get; } = new();

    /// <summary>Data lines per file.</summary>
    public long[] Lines { get; } = new long[files];

    public LayoutEvidence[] Evidence { get; } = new LayoutEvidence[files];

    /// <summary>Checksums of the pieces of each file as they were read.</summary>
    public PieceHashes Pieces { get; } = new();

    /// <summary>Distinct products among kept lines.</summary>
    public PairSet Products { get; } = new();

    public void AddPiece(Block block)
    {
        if (block.PieceNumber >= 0) Pieces.Add(block.File, block.PieceNumber, block.PieceLow, block.PieceHigh);
    }
}
