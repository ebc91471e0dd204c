using Clientele.Tests.Sales.Files;

namespace Clientele.Tests.Sales;

/// <summary>The fast pass finds what the plain reading finds, whatever the dirt, the threads, the order and the files.</summary>
public sealed class PlainAgreementTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData(1, 400)]
    [InlineData(2, 1_500)]
    [InlineData(3, 9_000)]
    [InlineData(4, 300)]
    [InlineData(5, 2_500)]
    [InlineData(6, 700)]
    public void Every_kind_of_dirt(int seed, int lines)
    {
        var shop = new DirtyShop(seed, lines);
        var plan = EngineReading.Plan(_scratch.Write("shop.csv", shop.Write(shop.Rows, seed: seed)));
        var fast = EngineReading.Of(plan);
        fast.AssertEquals(fast.Plainly(plan));
        Assert.True(fast.Audit.Excluded.All(entry => entry.Lines > 0), "Every rule must have had work: " + EngineReading.Audits(fast.Audit));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Any_number_of_threads(int threads)
    {
        var shop = new DirtyShop(11, 25_000);
        var text = shop.Write(shop.Rows, quoting: 0.3, seed: 5);
        Assert.True(text.Length > 6 << 18, "The file must span many blocks.");
        var plan = EngineReading.Plan(_scratch.Write("shop.csv", text));
        var fast = EngineReading.Of(plan, new RunContext { Threads = threads });
        fast.AssertEquals(fast.Plainly(plan));
        Assert.Equal(EngineReading.Of(plan, new RunContext { Threads = 2 }).Print(), fast.Print());
    }

    [Fact]
    public void Shuffled_lines_give_the_same_customers()
    {
        var shop = new DirtyShop(12, 6_000);
        var ordered = EngineReading.Of(EngineReading.Plan(_scratch.Write("a.csv", shop.Write(shop.Rows))));
        for (var seed = 1; seed <= 5; seed++)
        {
            var rows = shop.Rows.ToArray();
            new Random(seed).Shuffle(rows);
            var shuffled = EngineReading.Of(EngineReading.Plan(_scratch.Write("b.csv", shop.Write(rows, quoting: 0.5, seed: seed))));
            Assert.Equal(ordered.Print(), shuffled.Print());
        }
    }

    [Fact]
    public void Several_files_of_other_dialects_are_one_file()
    {
        var shop = new DirtyShop(13, 8_000);
        var whole = EngineReading.Of(EngineReading.Plan(_scratch.Write("whole.csv", shop.Write(shop.Rows))));
        var parts = new[]
        {
            _scratch.Write("1.csv", shop.Write(shop.Rows.Take(2_000), ',', quoting: 0.2)),
            _scratch.Write("2.csv", shop.Write(shop.Rows.Take(40).Concat(shop.Rows.Skip(2_000).Take(3_000)), ';', [6, 0, 1, 2, 3, 4, 5, 8, 7], quoting: 0.6, end: "\r\n")),
            _scratch.Write("3.csv.gz", Scratch.Gzip(shop.Write(shop.Rows.Take(40).Concat(shop.Rows.Skip(5_000)), '\t', [8, 7, 6, 5, 4, 3, 2, 1, 0], quoting: 0))),
        };
        var plan = EngineReading.Plan(parts);
        var cut = EngineReading.Of(plan, new RunContext { Threads = 3 });
        cut.AssertEquals(cut.Plainly(plan));
        Assert.Equal(whole.Table.Ids, cut.Table.Ids);
        Assert.Equal(whole.Audit.MoneyKept, cut.Audit.MoneyKept);
        Assert.Equal(whole.Audit.LinesKept, cut.Audit.LinesKept);
        Assert.Equal(whole.Table["monetary"].Amounts, cut.Table["monetary"].Amounts);
    }

    [Fact]
    public void A_column_that_one_file_does_not_have_counts_as_empty()
    {
        var shop = new DirtyShop(14, 600);
        var with = _scratch.Write("with.csv", shop.Write(shop.Rows.Where(row => row.Length >= DirtyShop.Header.Length)));
        var without = _scratch.Write("without.csv", shop.Write(shop.Rows.Where(row => row.Length == DirtyShop.Header.Length), order: [0, 1, 3, 4, 5, 6, 7, 8]));
        foreach (var plan in new[] { EngineReading.Plan(with, without), EngineReading.Plan(without, with) })
        {
            var fast = EngineReading.Of(plan);
            fast.AssertEquals(fast.Plainly(plan));
        }
    }

    [Theory]
    [InlineData(600_000)]
    [InlineData(300_000)]
    [InlineData(1_000)]
    public void Little_memory_gives_the_same_in_several_rounds(long limit)
    {
        var shop = new DirtyShop(15, 30_000);
        var path = _scratch.Write("shop.csv", shop.Write(shop.Rows));
        var plan = EngineReading.Plan(path);
        var roomy = EngineReading.Of(plan);
        var tight = EngineReading.Of(plan, new RunContext { Threads = 2, MemoryLimit = limit });
        Assert.Equal(roomy.Print(), tight.Print());
        var packed = EngineReading.Of(EngineReading.Plan(_scratch.Write("shop.csv.gz", Scratch.Gzip(File.ReadAllBytes(path)))), new RunContext { Threads = 2, MemoryLimit = limit });
        Assert.Equal(roomy.Print(), packed.Print());
    }

    [Theory]
    [InlineData(Returns.Exclude, "")]
    [InlineData(Returns.Exclude, "+non-product +test-order +outlier")]
    [InlineData(Returns.Exclude, "-duplicate-line +outlier")]
    [InlineData(Returns.Exclude, "-cancellation")]
    [InlineData(Returns.Exclude, "-quantity-not-positive")]
    [InlineData(Returns.Exclude, "-price-not-positive -cancellation -quantity-not-positive")]
    [InlineData(Returns.Net, "")]
    [InlineData(Returns.Net, "+non-product -duplicate-line")]
    [InlineData(Returns.Match, "")]
    [InlineData(Returns.Match, "+test-order +non-product")]
    public void Returns_and_rules(Returns returns, string rules)
    {
        var names = rules.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var cleaning = new CleaningOptions
        {
            MaxRejects = 1,
            Returns = returns,
            Extra = [.. names.Where(n => n[0] == '+').Select(n => n[1..])],
            Without = [.. names.Where(n => n[0] == '-').Select(n => n[1..])],
        };
        var shop = new DirtyShop(16, 5_000);
        var plan = EngineReading.Plan(_scratch.Write("shop.csv", shop.Write(shop.Rows))) with { Cleaning = cleaning };
        var fast = EngineReading.Of(plan);
        fast.AssertEquals(fast.Plainly(plan), facets: returns != Returns.Match);
        if (returns == Returns.Match) Assert.True(fast.Entry("returned-sale").Lines > 0);
        if (returns == Returns.Net) Assert.Contains(Enumerable.Range(0, fast.Table.Count), i => fast.Table["monetary"].Amounts[i].CompareTo(fast.Folded[i].Money) < 0);
    }

    public void Dispose() => _scratch.Dispose();
}
