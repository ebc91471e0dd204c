using Clientele.Cleaning;

namespace Clientele.Tests.Cleaning;

public sealed class DuplicateSetTests
{
    /// <summary>How hashes are drawn: spread, all into the last slot, into one slot with few different low halves, in rising order.</summary>
    [Theory]
    [InlineData("spread", 50_000, 0)]
    [InlineData("spread", 50_000, 100_000)]
    [InlineData("last slot", 3_000, 0)]
    [InlineData("one slot", 3_000, 0)]
    [InlineData("rising", 20_000, 10)]
    public void Agrees_with_a_hash_set(string kind, int count, long expected)
    {
        var chance = new Random(count);
        var set = DuplicateSet.Create(2, expected, new DuplicateBudget(long.MaxValue))[1];
        var seen = new HashSet<(ulong, ulong)>();
        for (var i = 0; i < count; i++)
        {
            var (low, high) = Draw(kind, i, chance);
            Assert.Equal(seen.Add((low, high)), set.Add(low, high));
        }

        Assert.Equal(seen.Count, set.Count);
        foreach (var (low, high) in seen) Assert.False(set.Add(low, high));
        set.Free();
    }

    [Fact]
    public void Memory_beyond_the_budget_is_refused()
    {
        var set = DuplicateSet.Create(1, 0, new DuplicateBudget(2_000_000))[0];
        var chance = new Random(1);
        Assert.Throws<DuplicateBudgetException>(() =>
        {
            for (var i = 0; i < 200_000; i++) set.Add((ulong)chance.NextInt64() << 1, 1);
        });
    }

    private static (ulong Low, ulong High) Draw(string kind, int i, Random chance) => kind switch
    {
        "last slot" => (0xFFFFFFFF_00000001 | (ulong)chance.Next(1 << 10) << 1, (ulong)chance.Next(4)),
        "one slot" => (0x12345678_00000001 | (ulong)chance.Next(8) << 1, (ulong)chance.Next(2_000)),
        "rising" => ((ulong)i << 40 | 1, (ulong)(i % 3)),
        _ => ((ulong)chance.NextInt64(0, 30_000) * 0x9E3779B97F4A7C15 | 1, (ulong)chance.Next(2)),
    };
}
