using System.Text;
using Clientele.Customers.Folding;
using Clientele.Sales.Lines;

namespace Clientele.Customers;

/// <summary>All customers with at least one kept sale, ordered by id, as the features see them.</summary>
internal sealed class FoldedCustomers
{
    // Customers that are taken out of their partitions in one go.
    private const int Stretch = 2048;

    private readonly Lock _gate = new();
    private readonly FoldPartition[] _partitions;
    private readonly int[] _partition;
    private readonly int[] _index;
    private readonly CustomerFold[] _folds;
    private OrderGaps? _gaps;
    private int[][]? _rows;

    public FoldedCustomers(FoldPartition[] partitions, FacetTexts texts, bool netReturns, int threads)
    {
        _partitions = partitions;
        Texts = texts;
        NetReturns = netReturns;
        var most = 0;
        foreach (var partition in partitions) most += partition.CustomerCount;
        if (most < Hands.Few) threads = 1;
        var order = new CustomerOrder(partitions, threads);
        (Count, _partition, _index) = (order.Count, order.PartitionOf, order.IndexOf);
        _folds = new CustomerFold[Count];
        Ids = new string[Count];
        (First, Last) = Count == 0 ? (0, 0) : (long.MaxValue, long.MinValue);
        Hands.Share((Count + Stretch - 1) / Stretch, threads, part => Take(part * Stretch, Math.Min(Count, (part + 1) * Stretch)));
    }

    public int Count { get; }

    public string[] Ids { get; }

    public FacetTexts Texts { get; }

    public bool NetReturns { get; }

    public long Orders { get; private set; }

    /// <summary>First and last kept sale of all, in .NET ticks.</summary>
    public long First { get; private set; }

    public long Last { get; private set; }

    public long AsOf { get; set; }

    public IReadOnlyList<FoldPartition> Partitions => _partitions;

    public ref readonly CustomerFold this[int customer] => ref _folds[customer];

    /// <summary>What the customer is worth: kept lines, less returns when they are netted.</summary>
    public Money MoneyOf(int customer)
    {
        ref readonly var fold = ref this[customer];
        return NetReturns ? fold.Money + fold.Returned : fold.Money;
    }

    /// <summary>Gaps between orders, computed once.</summary>
    public OrderGaps Gaps(int threads = 1)
    {
        lock (_gate) return _gaps ??= OrderGaps.Of(this, threads);
    }

    /// <summary>Row of each partition's customers, -1 for those without sales.</summary>
    public int[][] Rows()
    {
        lock (_gate) return _rows ??= AllRows();
    }

    private int[][] AllRows()
    {
        var rows = new int[_partitions.Length][];
        for (var p = 0; p < rows.Length; p++)
        {
            rows[p] = new int[_partitions[p].CustomerCount];
            for (var i = 0; i < rows[p].Length; i++) rows[p][i] = -1;
        }

        for (var i = 0; i < Count; i++) rows[_partition[i]][_index[i]] = i;
        return rows;
    }

    /// <summary>Partition and index there of a customer.</summary>
    public (int Partition, int Index) PlaceOf(int customer) => (_partition[customer], _index[customer]);

    /// <summary>Takes some customers out of their partitions.</summary>
    private void Take(int from, int to)
    {
        var (first, last, orders) = (long.MaxValue, long.MinValue, 0L);
        for (var i = from; i < to; i++)
        {
            var partition = _partitions[_partition[i]];
            ref var fold = ref _folds[i];
            fold = partition.Customers[_index[i]];
            Ids[i] = Encoding.UTF8.GetString(partition.IdOf(in fold));
            first = Math.Min(first, fold.First);
            last = Math.Max(last, fold.Last);
            orders += fold.Orders;
        }

        lock (_gate)
        {
            (First, Last) = (Math.Min(First, first), Math.Max(Last, last));
            Orders += orders;
        }
    }
}
