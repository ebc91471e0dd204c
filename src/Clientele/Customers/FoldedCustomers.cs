using System.Text;
using Clientele.Customers.Folding;
using Clientele.Sales.Lines;

namespace Clientele.Customers;

/// <summary>All customers with at least one kept sale, ordered by id, as the features see them.</summary>
internal sealed class FoldedCustomers
{
    private readonly FoldPartition[] _partitions;
    private readonly int[] _partition;
    private readonly int[] _index;
    private readonly CustomerFold[] _folds;
    private OrderGaps? _gaps;
    private int[][]? _rows;

    public FoldedCustomers(FoldPartition[] partitions, FacetTexts texts, bool netReturns)
    {
        _partitions = partitions;
        Texts = texts;
        NetReturns = netReturns;
        var order = new CustomerOrder(partitions);
        Count = order.Count;
        _partition = new int[Count];
        _index = new int[Count];
        _folds = new CustomerFold[Count];
        Ids = new string[Count];
        var (first, last) = (long.MaxValue, long.MinValue);
        for (var i = 0; i < Count; i++)
        {
            _partition[i] = order.PartitionOf(i);
            _index[i] = order.IndexOf(i);
            ref var fold = ref _folds[i];
            fold = partitions[_partition[i]].Customers[_index[i]];
            Ids[i] = Encoding.UTF8.GetString(partitions[_partition[i]].IdOf(in fold));
            first = Math.Min(first, fold.First);
            last = Math.Max(last, fold.Last);
            Orders += fold.Orders;
        }

        (First, Last) = Count == 0 ? (0, 0) : (first, last);
    }

    public int Count { get; }

    public string[] Ids { get; }

    public FacetTexts Texts { get; }

    public bool NetReturns { get; }

    public long Orders { get; }

    /// <summary>First and last kept sale of all, in .NET ticks.</summary>
    public long First { get; }

    public long Last { get; }

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
    public OrderGaps Gaps() => _gaps ??= OrderGaps.Of(this);

    /// <summary>Row of each partition's customers, -1 for those without sales.</summary>
    public int[][] Rows()
    {
        if (_rows is not null) return _rows;
        var rows = new int[_partitions.Length][];
        for (var p = 0; p < rows.Length; p++)
        {
            rows[p] = new int[_partitions[p].CustomerCount];
            for (var i = 0; i < rows[p].Length; i++) rows[p][i] = -1;
        }

        for (var i = 0; i < Count; i++) rows[_partition[i]][_index[i]] = i;
        return _rows = rows;
    }

    /// <summary>Partition and index there of a customer.</summary>
    public (int Partition, int Index) PlaceOf(int customer) => (_partition[customer], _index[customer]);
}
