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
            _starts[p + 1] = _starts[p] + partitions[p].Customers.Length;
            foreach (ref readonly var customer in partitions[p].Customers) count += customer.HasSales ? 1 : 0;
        }

        var heads = new long[count];
        _order = new int[count];
        var at = 0;
        for (var p = 0; p < partitions.Length; p++)
        {
            var customers = partitions[p].Customers;
            for (var i = 0; i < customers.Length; i++)
            {
                if (!customers[i].HasSales) continue;
                heads[at] = Head(partitions[p].IdOf(in customers[i]));
                _order[at++] = _starts[p] + i;
            }
        }

        Array.Sort(heads, _order);
        for (var from = 0; from < count;)
        {
            var to = from + 1;
            while (to < count && heads[to] == heads[from]) to++;
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
        var found = Array.BinarySearch(_starts, place);
        if (found < 0) return ~found - 1;
        while (found + 1 < _starts.Length && _starts[found + 1] == place) found++;
        return found;
    }

    private ReadOnlySpan<byte> IdOf(int place)
    {
        var partition = PartitionAt(place);
        return _partitions[partition].IdOf(in _partitions[partition].Customers[place - _starts[partition]]);
    }

    /// <summary>The first eight bytes as a number that compares as the bytes do.</summary>
    private static long Head(ReadOnlySpan<byte> id)
    {
        Span<byte> head = stackalloc byte[8];
        head.Clear();
        id[..Math.Min(8, id.Length)].CopyTo(head);
        return BinaryPrimitives.ReadInt64BigEndian(head) ^ long.MinValue;
    }
}
