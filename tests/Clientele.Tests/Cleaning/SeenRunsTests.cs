using Clientele.Cleaning;
using Clientele.Sales.Lines;

namespace Clientele.Tests.Cleaning;

public sealed class SeenRunsTests
{
    /// <summary>Orders of all sizes, that come in one piece or come back often, with many equal lines, as in runs or not: a hash set decides.</summary>
    [Theory]
    [InlineData(400, 30, 1.0, true)]
    [InlineData(400, 30, 0.3, true)]
    [InlineData(40, 5, 0.05, true)]
    [InlineData(3, 900, 0.5, true)]
    [InlineData(5_000, 2, 0.9, true)]
    [InlineData(200, 8, 0.5, false)]
    public void Marks_what_a_hash_set_marks(int orders, int most, double whole, bool inRuns)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var chance = new Random(seed);
            var budget = new DuplicateBudget(long.MaxValue);
            using var store = new PieceStore(seed % 2 == 0 ? 0 : 100_000, 1, budget.Take);
            using var seen = SeenRuns.Create(inRuns ? store : null, DuplicateSet.Create(2, 0, budget), seed % 3 * 50, budget)[1];
            var repeats = new RunRepeats();
            var expected = new HashSet<(ulong, ulong)>();
            for (var block = 0; block < 60; block++)
            {
                var batch = Batch(chance, orders, most, whole);
                repeats.Mark(batch);
                for (var r = 0; r < batch.RunCount; r++) seen.Mark(batch, ref batch.Runs[r]);
                for (var i = 0; i < batch.Count; i++)
                {
                    ref readonly var line = ref batch.Lines[i];
                    var isNew = line.Fault != LineFault.None || expected.Add((batch.Hashes[i], batch.UpperHashes[i]));
                    Assert.Equal(isNew, (line.Facts & LineFacts.Duplicate) == 0);
                }
            }
        }
    }

    [Fact]
    public void Memory_beyond_the_budget_is_refused()
    {
        var budget = new DuplicateBudget(2_000_000);
        using var store = new PieceStore(0, 1, budget.Take);
        using var seen = SeenRuns.Create(store, DuplicateSet.Create(1, 0, budget), 0, budget)[0];
        var chance = new Random(1);
        Assert.Throws<DuplicateBudgetException>(() =>
        {
            for (var block = 0; block < 2_000; block++)
            {
                var batch = Batch(chance, int.MaxValue, 5, 1);
                for (var r = 0; r < batch.RunCount; r++) seen.Mark(batch, ref batch.Runs[r]);
            }
        });
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static SalesBatch Batch(Random chance, int orders, int most, double whole)
    {
        var batch = new SalesBatch();
        batch.Begin(40 * most);
        for (var r = 0; r < 40; r++)
        {
            var key = (ulong)chance.Next(orders) * 0x9E3779B97F4A7C15 ^ 0x5555;
            var lines = chance.NextDouble() < whole ? most : 1 + chance.Next(3);
            for (var i = 0; i < lines; i++)
            {
                var at = batch.Count++;
                batch.Hashes[at] = Mix(key + (ulong)chance.Next(most * 4)) | 1;
                batch.UpperHashes[at] = Mix(batch.Hashes[at]);
                if (chance.Next(50) == 0) (batch.Lines[at].Fault, batch.Lines[at].Facts) = (LineFault.Price, LineFacts.Unreadable);
                if (i == 0) batch.BeginRun(at).Key = key;
                batch.Runs[batch.RunCount - 1].Count++;
            }

            batch.Sum(ref batch.Runs[batch.RunCount - 1]);
        }

        return batch;
    }
}
