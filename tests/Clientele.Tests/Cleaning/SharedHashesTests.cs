using Clientele.Cleaning;

namespace Clientele.Tests.Cleaning;

public sealed class SharedHashesTests
{
    [Fact]
    public void Hashes_that_occur_twice_are_counted_as_by_grouping()
    {
        var random = new Random(3);
        for (var round = 0; round < 60; round++)
        {
            var hashes = new ulong[random.Next(3) * random.Next(4000)];
            var (kind, few) = (random.Next(4), 1 + random.Next(5000));
            for (var i = 0; i < hashes.Length; i++)
            {
                var draw = (ulong)random.NextInt64(1, kind == 0 ? long.MaxValue : few + 1);
                hashes[i] = kind switch { 1 => draw << 40, 2 => draw << 57 | 1, _ => draw };
            }

            Assert.Equal(hashes.GroupBy(h => h).Count(g => g.Count() > 1), SharedHashes.Count(hashes));
        }
    }
}
