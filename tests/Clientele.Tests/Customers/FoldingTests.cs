using Clientele.Customers.Folding;

namespace Clientele.Tests.Customers;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("spread", 60_000)]
    [InlineData("last slot", 3_000)]
    [InlineData("one slot", 3_000)]
    public void Product_set_agrees_with_a_hash_set(string kind, int count)
    {
        var chance = new Random(count);
        var set = new ProductSet();
        var other = new ProductSet();
        var seen = new HashSet<ulong>();
        for (var i = 0; i < count; i++)
        {
            var key = kind switch
            {
                "last slot" => 0xFFFFFFFF_00000001 | (ulong)chance.Next(1 << 14) << 1,
                "one slot" => 0x00000001_00000001 | (ulong)chance.Next(1 << 14) << 1,
                _ => (ulong)chance.NextInt64(0, 40_000) * 0x9E3779B97F4A7C15 | 1,
            };
            Assert.Equal(seen.Add(key), set.Add(key));
            if (i % 2 == 0) other.Add(key);
        }

        Assert.Equal(seen.Count, set.Count);
        other.AddAll(set);
        Assert.Equal(seen.Count, other.Count);
    }

    [Theory]
    [InlineData(20_000, 40)]
    [InlineData(2_000, 0)]
    [InlineData(20_000, 20)]
    public void Fold_table_agrees_with_a_dictionary(int count, int shift)
    {
        // Shift 0 puts every key near the same slot; shift 40 makes all tags alike.
        var chance = new Random(shift);
        var table = new FoldTable<ulong>(64);
        var places = new Dictionary<ulong, int>();
        for (var i = 0; i < count; i++)
        {
            var key = (ulong)chance.Next(count) << shift;
            Assert.Equal(places.TryGetValue(key, out var place) ? place : -1, Find(ref table, key, out var slot));
            if (places.ContainsKey(key)) continue;
            if (table.IsCrowded)
            {
                table.Grow(k => k);
                Find(ref table, key, out slot);
            }

            place = table.Take(slot, key);
            table.Entries[place] = key;
            places.Add(key, place);
        }

        Assert.Equal(places.Count, table.Count);
        foreach (var (key, place) in places) Assert.Equal(place, Find(ref table, key, out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(5_000)]
    public void Radix_order_sorts(int length)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var chance = new Random(seed);
            var keys = new ulong[length];
            for (var i = 0; i < length; i++) keys[i] = seed % 3 == 0 ? (ulong)chance.Next(5) : (ulong)chance.NextInt64(long.MinValue, long.MaxValue) >> (seed % 60);
            var order = RadixOrder.Identity(length);
            RadixOrder.SortBy(keys, order);
            Assert.Equal(Enumerable.Range(0, length).OrderBy(i => keys[i]), order); // stable, as OrderBy is
            var sorted = (ulong[])keys.Clone();
            RadixOrder.Sort(sorted);
            Assert.Equal(keys.Order(), sorted);
            var values = new long[length + 7];
            for (var i = 0; i < values.Length; i++) values[i] = chance.NextInt64(long.MinValue, long.MaxValue) >> (seed % 62);
            var expected = (long[])values.Clone();
            Array.Sort(expected, 3, length);
            RadixOrder.Sort(values, 3, length);
            Assert.Equal(expected, values);
        }
    }

    private static int Find(ref FoldTable<ulong> table, ulong key, out int slot)
    {
        for (slot = table.Start(key); ; slot = table.Next(slot))
        {
            var at = table.At(slot, key);
            if (at == -1 || (at >= 0 && table.Entries[at] == key)) return at;
        }
    }
}
