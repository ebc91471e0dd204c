using Clientele.Numerics;
using Clientele.Numerics.Validity;

namespace Clientele.Tests.Numerics.Validity;

public sealed class CentreMeasuresTests
{
    [Theory]
    [InlineData(1, 40, 3)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 700, 5)]
    public void Several_partitions_at_once_are_bit_for_bit_as_one_by_one(int seed, int rows, int d)
    {
        var random = new Random(seed);
        var x = new Matrix([.. Enumerable.Range(0, rows * d).Select(_ => Math.Round(100 * random.NextDouble(), random.Next(3)))], rows, d);
        int[][] partitions = [.. Enumerable.Range(1, 6).Select(k => Enumerable.Range(0, rows).Select(_ => random.Next(-1, k)).ToArray())];
        var found = CentreMeasures.Of(x, partitions, new() { Threads = 3 });
        Assert.Equal([.. partitions.Select(p => new CentreMeasures(Inertia.Of(x, p), CalinskiHarabasz.Of(x, p), DaviesBouldin.Of(x, p)))], found);
    }
}
