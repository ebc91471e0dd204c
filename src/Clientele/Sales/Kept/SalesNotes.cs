namespace Clientele.Sales.Kept;

/// <summary>Every kept and every returned line of a pass as it was noted; memory outside the collector's reach until disposed. About 34 bytes a line.</summary>
internal sealed class SalesNotes : IDisposable
{
    private readonly PieceStore _store;

    /// <summary>Makes room.</summary>
    /// <param name="partitions">Partitions of customers.</param>
    /// <param name="expectedLines">0 when unknown.</param>
    public SalesNotes(int partitions, long expectedLines)
    {
        _store = new PieceStore(expectedLines * (LineNotes.LineWords + 1), partitions, null);
        Partitions = new PartitionNotes[partitions];
        for (var i = 0; i < partitions; i++) Partitions[i] = new PartitionNotes(_store);
    }

    public PartitionNotes[] Partitions { get; }

    public NamePairs Names { get; } = new();

    public void Dispose() => _store.Dispose();
}
