namespace Clientele.Tests;

/// <summary>Sorting by digits gives what sorting by comparisons gives, equal keys in their order.</summary>
public sealed class RadixOrderTests
{
    [Fact]
    public void Any_keys_are_sorted()
    {
        var random = new Random(2);
        for (var round = 0; round < 300; round++)
        {
            var keys = new ulong[random.Next(4) == 0 ? random.Next(2000) : random.Next(70)];
            var (width, shift) = (1L << random.Next(1, 63), random.Next(40));
            for (var i = 0; i < keys.Length; i++) keys[i] = (ulong)random.NextInt64(width) << shift;

            var order = RadixOrder.Identity(keys.Length);
            RadixOrder.SortBy(keys, order);
            Assert.Equal(Enumerable.Range(0, keys.Length).OrderBy(i => keys[i]), order);

            var values = Array.ConvertAll(keys, k => (long)k - width / 2);
            var (start, length) = (keys.Length / 3, keys.Length / 2);
            RadixOrder.Sort(values, start, length);
            Assert.Equal(keys.Skip(start).Take(length).Select(k => (long)k - width / 2).Order(), values.Skip(start).Take(length));

            var sorted = (ulong[])keys.Clone();
            RadixOrder.Sort(sorted);
            Assert.Equal(keys.Order(), sorted);
        }
    }
}
