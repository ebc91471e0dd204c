namespace Clientele.Numerics.Patterns;

/// <summary>Sets of items, one per transaction: all items in one array, and where each transaction starts in it.</summary>
public sealed class Transactions
{
    /// <summary>Keeps the arrays, which must not change afterwards.</summary>
    /// <param name="starts">Where each transaction starts, and where the last one ends [n + 1]; ascending from 0. A transaction may be empty.</param>
    /// <param name="items">Items of the transactions one after the other, each from 0 to <paramref name="itemCount"/> − 1, ascending and distinct within a transaction.</param>
    /// <param name="itemCount">How many items there are, those that never occur included.</param>
    public Transactions(int[] starts, int[] items, int itemCount)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(items);
        if (starts.Length == 0 || starts[0] != 0 || starts[^1] != items.Length)
            throw new ArgumentException($"Must run from 0 to the {items.Length} items.", nameof(starts));
        (Starts, Items, ItemCount) = (starts, items, Require.AtLeast(0, itemCount));
        for (var t = 0; t + 1 < starts.Length; t++)
        {
            if (starts[t + 1] < starts[t] || starts[t + 1] > items.Length) throw new ArgumentException($"Transaction {t} (counted from 0) ends before it starts.", nameof(starts));
            var before = -1;
            foreach (var item in items.AsSpan(starts[t], starts[t + 1] - starts[t]))
            {
                if (item <= before || item >= itemCount)
                    throw new ArgumentException($"Transaction {t} (counted from 0) holds item {item} after {before}; items must ascend and lie below {itemCount}.", nameof(items));
                before = item;
            }
        }
    }

    /// <summary>How many transactions, empty ones included.</summary>
    public int Count => Starts.Length - 1;

    public int ItemCount { get; }

    internal int[] Starts { get; }

    internal int[] Items { get; }

    /// <summary>The items of a transaction, ascending.</summary>
    public ReadOnlySpan<int> this[int transaction] => Items.AsSpan(Starts[transaction], Starts[transaction + 1] - Starts[transaction]);
}
