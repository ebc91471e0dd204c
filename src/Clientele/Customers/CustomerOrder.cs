using System.Buffers.Binary;
using Clientele.Customers.Folding;

namespace Clientele.Customers;

/// <summary>Customers of all partitions in the order of their ids: by UTF-8 bytes, so the same on every machine.</summary>
internal sealed class CustomerOrder
{
    private readonly FoldPartition[] _partitions;
    private readonly int[] _starts;
    private readonly int[] _order;

    /// <summary>Sorts; n log n comparisons, most of them on eight bytes.</summary>
    public CustomerOrder(FoldPartition[] partitions)
    {
        _partitions = partitions;
        _starts = new int[partitions.Length + 1];
        var count = 0;
        for (var p = 0; p < partitions.Length; p++)
        {
            _starts[p + 1] = _starts[p] + partitions[p].CustomerCount;
            for (var i = 0; i < partitions[p].CustomerCount; i++) count += partitions[p].Customers[i].HasSales ? 1 : 0;
        }

        var heads = new ulong[count];
        var places = new int[count];
        var at = 0;
        for (var p = 0; p < partitions.Length; p++)
        {
            var customers = partitions[p].Customers;
            for (var i = 0; i < partitions[p].CustomerCount; i++)
            {
                if (!customers[i].HasSales) continue;
                heads[at] = Head(partitions[p].IdOf(in customers[i]));
                places[at++] = _starts[p] + i;
            }
        }

        var order = RadixOrder.Identity(count);
        RadixOrder.SortBy(heads, order);
        _order = new int[count];
        for (var i = 0; i < count; i++) _order[i] = places[order[i]];
        for (var from = 0; from < count;)
        {
            var to = from + 1;
            while (to < count && heads[order[to]] == heads[order[from]]) to++;
            if (to - from > 1) Array.Sort(_order, from, to - from, Comparer<int>.Create((x, y) => IdOf(x).SequenceCompareTo(IdOf(y))));
            from = to;
        }
    }

    public int Count => _order.Length;

    /// <summary>Partition of the customer at a rank.</summary>
    public int PartitionOf(int rank) => PartitionAt(_order[rank]);

    /// <summary>Its index there.</summary>
    public int IndexOf(int rank) => _order[rank] - _starts[PartitionAt(_order[rank])];

    private int PartitionAt(int place)
    {
        var (low, high) = (0, _starts.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (_starts[middle] <= place) low = middle;
            else high = middle;
        }

        return low;
    }

    private ReadOnlySpan<byte> IdOf(int place)
    {
        var partition = PartitionAt(place);
        return _partitions[partition].IdOf(in _partitions[partition].Customers[place - _starts[partition]]);
    }

    /// <summary>The first eight bytes as a number that compares as the bytes do.</summary>
    private static ulong Head(ReadOnlySpan<byte> id)
    {
        Span<byte> head = stackalloc byte[8];
        head.Clear();
        id[..Math.Min(8, id.Length)].CopyTo(head);
        return BinaryPrimitives.ReadUInt64BigEndian(head);
    }
}
