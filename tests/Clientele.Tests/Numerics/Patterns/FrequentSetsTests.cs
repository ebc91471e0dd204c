using Clientele.Numerics;
using Clientele.Numerics.Patterns;

namespace Clientele.Tests.Numerics.Patterns;

public sealed class FrequentSetsTests
{
    [Fact]
    public void Every_set_and_count_equals_trying_all_sets()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var transactions = PlainSets.Made(seed);
            var (minimum, most) = (1 + (seed % 5), 1 + (seed % 7));
            AssertEqual(PlainSets.Find(transactions, minimum, most), Find(transactions, minimum, most));
        }
    }

    [Fact]
    public void Many_items_equal_fp_growth_for_any_threads()
    {
        var random = new Random(5);
        var transactions = PlainSets.Of(120, Enumerable.Range(0, 3000).Select(_ =>
            Enumerable.Range(0, 1 + random.Next(25)).Select(_ => (int)(120 * Math.Pow(random.NextDouble(), 2))).ToHashSet()));
        var plain = PlainFpGrowth.Find(transactions, 30, 4);
        Assert.True(plain.Count > 5000);
        Assert.Contains(plain, p => p.Items.Length == 4);
        foreach (var threads in (int[])[1, 2, 7]) AssertEqual(plain, Find(transactions, 30, 4, threads));
    }

    [Fact]
    public void Order_of_transactions_does_not_matter()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var transactions = PlainSets.Made(seed);
            var turned = PlainSets.Of(transactions.ItemCount, Enumerable.Range(0, transactions.Count).Reverse().Select(t => transactions[t].ToArray()));
            AssertEqual(PlainSets.Find(turned, 2, 5), Find(transactions, 2, 5));
        }
    }

    [Fact]
    public void Counts_of_sets_are_found_by_their_items()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var transactions = PlainSets.Made(seed);
            var sets = Find(transactions, 3, 4);
            for (var mask = 0; mask < 1 << transactions.ItemCount; mask++)
            {
                var items = Enumerable.Range(0, transactions.ItemCount).Where(i => (mask >> i & 1) != 0).ToArray();
                var count = PlainSets.Holding(transactions, items);
                Assert.Equal(items.Length == 0 || (count >= 3 && items.Length <= 4) ? count : -1, sets.CountOf(items));
            }
        }
    }

    [Fact]
    public void Too_much_is_refused_before_it_is_made()
    {
        // 2^24 sets: every basket holds the same 24 items.
        var transactions = PlainSets.Of(24, Enumerable.Repeat(Enumerable.Range(0, 24), 3));
        var trouble = Assert.Throws<MemoryLimitException>(() => FrequentSets.Find(transactions, new() { MinimumCount = 1, MaximumSize = 24 }, new() { MemoryLimit = 1_000_000 }));
        Assert.Contains("higher support", trouble.Message, StringComparison.Ordinal);
        Assert.Throws<MemoryLimitException>(() => FrequentSets.Find(transactions, new(), new() { MemoryLimit = 100 }));
    }

    [Fact]
    public void It_stops_when_told_and_tells_how_far_it_is()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => FrequentSets.Find(PlainSets.Made(1), new(), new() { Cancellation = stop.Token }));
        var heard = new Heard();
        FrequentSets.Find(PlainSets.Made(3), new(), new() { Progress = heard });
        Assert.Equal(1, heard.Last);
    }

    [Fact]
    public void Wrong_transactions_are_named()
    {
        Assert.Throws<ArgumentException>(() => new Transactions([0, 2], [1, 1], 3));
        Assert.Throws<ArgumentException>(() => new Transactions([0, 2], [1, 3], 3));
        Assert.Throws<ArgumentException>(() => new Transactions([0, 1], [0, 1], 3));
        Assert.Throws<ArgumentException>(() => new Transactions([0, 3, 2], [0, 1], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FrequentSetOptions { MinimumCount = 0 });
    }

    private static ItemSets Find(Transactions transactions, int minimum, int most, int threads = 2) =>
        FrequentSets.Find(transactions, new() { MinimumCount = minimum, MaximumSize = most }, new() { Threads = threads });

    private static void AssertEqual(List<(int[] Items, int Count)> plain, ItemSets sets)
    {
        Assert.Equal(plain.Count, sets.Count);
        for (var s = 0; s < plain.Count; s++)
        {
            Assert.Equal(plain[s].Items, sets[s].ToArray());
            Assert.Equal(plain[s].Count, sets.CountOf(s));
        }

        Assert.Equal(plain.Count, Enumerable.Range(0, 30).Sum(sets.OfSize));
    }

    private sealed class Heard : IProgress<double>
    {
        public double Last { get; private set; }

        public void Report(double value) => Last = value;
    }
}
