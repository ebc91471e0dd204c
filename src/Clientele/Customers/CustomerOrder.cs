using System.Buffers.Binary;
using Clientele.Customers.Folding;

namespace Clientele.Customers;

/// <summary>Customers of all partitions in the order of their ids: by UTF-8 bytes, so the same on every machine.</summary>
internal sealed class CustomerOrder
{
    private readonly FoldPartition[] _partitions;

    /// <summary>Sorts; n log n comparisons, most of them on eight bytes.</summary>
    public CustomerOrder(FoldPartition[] partitions, int threads)
    {
        _partitions = partitions;
        var starts = new int[partitions.Length + 1];
        Hands.Share(partitions.Length, threads, p => starts[p + 1] = WithSales(partitions[p]));
        for (var p = 0; p < partitions.Length; p++) starts[p + 1] += starts[p];

        var count = starts[^1];
        var (heads, partition, index) = (new ulong[count], new int[count], new int[count]);
        Hands.Share(partitions.Length, threads, p => List(p, starts[p], heads, partition, index));

        var order = RadixOrder.Identity(count);
        RadixOrder.SortBy(heads, order);
        (PartitionOf, IndexOf) = (new int[count], new int[count]);
        for (var i = 0; i < count; i++) (PartitionOf[i], IndexOf[i]) = (partition[order[i]], index[order[i]]);
        for (var from = 0; from < count;)
        {
            var to = from + 1;
            while (to < count && heads[order[to]] == heads[order[from]]) to++;
            if (to - from > 1) SortAlike(from, to);
            from = to;
        }
    }

    public int Count => IndexOf.Length;

    /// <summary>Partition of the customer at each rank.</summary>
    public int[] PartitionOf { get; }

    /// <summary>Its index there.</summary>
    public int[] IndexOf { get; }

    private static int WithSales(FoldPartition partition)
    {
        var (count, customers) = (0, partition.Customers);
        for (var i = 0; i < partition.CustomerCount; i++) count += customers[i].HasSales ? 1 : 0;
        return count;
    }

    private void List(int number, int at, ulong[] heads, int[] partition, int[] index)
    {
        var own = _partitions[number];
        var customers = own.Customers;
        for (var i = 0; i < own.CustomerCount; i++)
        {
            if (!customers[i].HasSales) continue;
            heads[at] = Head(own.IdOf(in customers[i]));
            (partition[at], index[at]) = (number, i);
            at++;
        }
    }

    /// <summary>Orders a stretch of ids whose first eight bytes are equal.</summary>
    private void SortAlike(int from, int to)
    {
        var (partition, index) = (PartitionOf[from..to], IndexOf[from..to]);
        var order = RadixOrder.Identity(to - from);
        Array.Sort(order, (a, b) => IdOf(partition[a], index[a]).SequenceCompareTo(IdOf(partition[b], index[b])));
        for (var i = 0; i < order.Length; i++) (PartitionOf[from + i], IndexOf[from + i]) = (partition[order[i]], index[order[i]]);
    }

    private ReadOnlySpan<byte> IdOf(int partition, int index) => _partitions[partition].IdOf(in _partitions[partition].Customers[index]);

    /// <summary>The first eight bytes as a number that compares as the bytes do.</summary>
    private static ulong Head(ReadOnlySpan<byte> id)
    {
        if (id.Length >= sizeof(ulong)) return BinaryPrimitives.ReadUInt64BigEndian(id);
        var head = 0UL;
        foreach (var one in id) head = (head << 8) | one;
        return id.IsEmpty ? 0 : head << (8 * (sizeof(ulong) - id.Length));
    }
}
