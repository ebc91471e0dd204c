namespace Clientele.Numerics.Patterns;

/// <summary>Frequent sets of items with their counts, smaller sets first, sets of one size in the order of their items.</summary>
public sealed class ItemSets
{
    private readonly int[] _starts;
    private readonly int[] _items;
    private readonly int[] _counts;
    private readonly int[] _firstOfSize;

    /// <summary>Takes sets in their order.</summary>
    /// <param name="transactions">How many transactions were counted.</param>
    /// <param name="longest">Items in the largest set that was looked for and could occur.</param>
    /// <param name="starts">Where each set starts in <paramref name="items"/> [sets + 1].</param>
    /// <param name="items">Items of the sets, ascending within a set.</param>
    /// <param name="counts">Transactions that hold each set [sets].</param>
    internal ItemSets(int transactions, int longest, int[] starts, int[] items, int[] counts)
    {
        (Transactions, Longest, _starts, _items, _counts) = (transactions, longest, starts, items, counts);
        var most = counts.Length == 0 ? 0 : starts[^1] - starts[^2];
        _firstOfSize = new int[most + 2];
        Array.Fill(_firstOfSize, counts.Length);
        for (var s = counts.Length - 1; s >= 0; s--) _firstOfSize[starts[s + 1] - starts[s]] = s;
        for (var size = most; size >= 0; size--) _firstOfSize[size] = Math.Min(_firstOfSize[size], _firstOfSize[size + 1]);
    }

    public int Count => _counts.Length;

    /// <summary>How many transactions were counted.</summary>
    public int Transactions { get; }

    /// <summary>Items in the largest set that was looked for and could occur.</summary>
    public int Longest { get; }

    /// <summary>The items of a set, ascending.</summary>
    public ReadOnlySpan<int> this[int set] => _items.AsSpan(_starts[set], _starts[set + 1] - _starts[set]);

    /// <summary>Transactions that hold all items of a set.</summary>
    public int CountOf(int set) => _counts[set];

    /// <summary>How many sets have this many items.</summary>
    public int OfSize(int size) => size < 1 || size + 1 >= _firstOfSize.Length ? 0 : _firstOfSize[size + 1] - _firstOfSize[size];

    /// <summary>Transactions that hold these items (ascending), or -1 when they are not a frequent set.</summary>
    public int CountOf(ReadOnlySpan<int> items)
    {
        if (items.Length == 0) return Transactions;
        if (items.Length + 1 >= _firstOfSize.Length) return -1;
        var (low, high) = (_firstOfSize[items.Length], _firstOfSize[items.Length + 1] - 1);
        while (low <= high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            var order = this[middle].SequenceCompareTo(items);
            if (order == 0) return _counts[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }
}
