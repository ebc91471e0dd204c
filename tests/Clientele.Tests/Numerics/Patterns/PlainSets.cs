using Clientele.Numerics.Patterns;

namespace Clientele.Tests.Numerics.Patterns;

/// <summary>Frequent sets by trying every set of items, and transactions to try them on.</summary>
internal static class PlainSets
{
    /// <summary>Few items, many transactions of chance, some of them empty; a few items go together.</summary>
    public static Transactions Made(int seed)
    {
        var random = new Random(seed);
        var (items, count) = (random.Next(1, 9), random.Next(0, 40));
        var share = random.NextDouble();
        return Of(items, Enumerable.Range(0, count).Select(_ =>
        {
            var basket = Enumerable.Range(0, items).Where(_ => random.NextDouble() < share).ToHashSet();
            if (items > 2 && random.Next(3) == 0) basket.UnionWith([0, items - 1]);
            return basket;
        }));
    }

    public static Transactions Of(int items, IEnumerable<IEnumerable<int>> baskets)
    {
        var (starts, all) = (new List<int> { 0 }, new List<int>());
        foreach (var basket in baskets)
        {
            all.AddRange(basket.Order());
            starts.Add(all.Count);
        }

        return new Transactions([.. starts], [.. all], items);
    }

    /// <summary>Every set of at most that many items that occurs often enough: its items and count, in the order of <see cref="ItemSets"/>.</summary>
    public static List<(int[] Items, int Count)> Find(Transactions transactions, int minimum, int most)
    {
        var found = new List<(int[] Items, int Count)>();
        for (var mask = 1; mask < 1 << transactions.ItemCount; mask++)
        {
            if (int.PopCount(mask) > most) continue;
            var items = Enumerable.Range(0, transactions.ItemCount).Where(i => (mask >> i & 1) != 0).ToArray();
            var count = Holding(transactions, items);
            if (count >= minimum) found.Add((items, count));
        }

        found.Sort((a, b) => a.Items.Length != b.Items.Length ? a.Items.Length.CompareTo(b.Items.Length) : a.Items.AsSpan().SequenceCompareTo(b.Items));
        return found;
    }

    public static int Holding(Transactions transactions, int[] items)
    {
        var count = 0;
        for (var t = 0; t < transactions.Count; t++)
        {
            var basket = transactions[t].ToArray();
            if (items.All(basket.Contains)) count++;
        }

        return count;
    }
}
