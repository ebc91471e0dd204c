using Clientele.Customers;

namespace Clientele.Sales.Kept;

/// <summary>The row of every customer of every partition: those with sales as in the customer table, the others behind them by their ids.</summary>
internal sealed class NoteRows : IndexOrder
{
    private readonly byte[][] _ids;

    public NoteRows(FoldedCustomers customers)
    {
        var known = customers.Rows();
        Rows = new int[known.Length][];
        Known = customers.Count;
        var strangers = 0;
        for (var p = 0; p < known.Length; p++)
        {
            Rows[p] = new int[known[p].Length];
            Array.Copy(known[p], Rows[p], known[p].Length);
            foreach (var row in known[p]) strangers += row < 0 ? 1 : 0;
        }

        Count = Known + strangers;
        _ids = new byte[strangers][];
        var (partitions, indexes) = (new int[strangers], new int[strangers]);
        var at = 0;
        for (var p = 0; p < known.Length; p++)
        {
            for (var i = 0; i < known[p].Length; i++)
            {
                if (known[p][i] >= 0) continue;
                (partitions[at], indexes[at]) = (p, i);
                var fold = customers.Partitions[p];
                _ids[at++] = fold.IdOf(in fold.Customers[i]).ToArray();
            }
        }

        var order = RadixOrder.Identity(strangers);
        Sort(order, 0, strangers);
        for (var i = 0; i < strangers; i++) Rows[partitions[order[i]]][indexes[order[i]]] = Known + i;
    }

    /// <summary>Row per partition and index there.</summary>
    public int[][] Rows { get; }

    /// <summary>Rows of the customer table; rows from here on have no sales.</summary>
    public int Known { get; }

    public int Count { get; }

    protected override int Compare(int a, int b) => _ids[a].AsSpan().SequenceCompareTo(_ids[b]);
}
