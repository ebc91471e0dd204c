using Clientele.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Statistics;

public sealed class GroupMediansTests
{
    [Fact]
    public void Counted_medians_are_those_of_sorted_groups_bit_by_bit()
    {
        var random = new Random(1);
        for (var round = 0; round < 120; round++)
        {
            var (n, k, kind) = (4096 + random.Next(3000), 1 + random.Next(6), random.Next(10));
            var (values, labels) = (new double[n], new int[n]);
            for (var i = 0; i < n; i++)
            {
                labels[i] = random.Next(20) == 0 ? 0 : Math.Min(random.Next(k + 1), k - 1);
                values[i] = random.Next(9) == 0 ? double.NaN : kind switch
                {
                    0 => random.NextDouble(),
                    1 => random.Next(3),
                    2 => Math.Exp(20 * random.NextDouble()),
                    3 => -1e-300 * random.Next(100),
                    6 => random.Next(1000) - 500,
                    7 => random.Next(2000),
                    8 => 7,
                    9 => 0.5,
                    4 => random.Next(2) == 0 ? -0.0 : 0,
                    _ => Math.Round(random.NextDouble() * 1e6 - 5e5, 2),
                };
            }

            if (kind == 2) values[0] = 1e300;
            var (found, plain) = (GroupMedians.Middles(values, labels, k), GroupMedians.OfEach(values, labels, k));
            Assert.Equal(plain.Lower.Select(Bits), found.Lower.Select(Bits));
            Assert.Equal(plain.Upper.Select(Bits), found.Upper.Select(Bits));
            var (groups, all) = GroupMedians.Of(values, labels, k);
            for (var c = 0; c < k; c++) Assert.Equal(Median(values.Where((_, i) => labels[i] == c)), groups[c]);
            Assert.Equal(Median(values), all);
        }
    }

    [Fact]
    public void Few_rows_missing_values_and_empty_groups_have_their_medians()
    {
        var (groups, all) = GroupMedians.Of([4, 1, double.NaN, 2, double.NaN], [0, 0, 0, 0, 2], 3);
        Assert.Equal([2, double.NaN, double.NaN], groups);
        Assert.Equal(2, all);
        Assert.Throws<ArgumentException>(() => GroupMedians.Of([1], [1], 1));
        Assert.Throws<ArgumentException>(() => GroupMedians.Of([1, 2], [0], 1));
    }

    [Fact]
    public void Quantiles_by_selection_are_those_of_sorted_values_bit_by_bit()
    {
        var random = new Random(2);
        for (var round = 0; round < 2000; round++)
        {
            double[] values = [.. Enumerable.Range(0, 1 + random.Next(40)).Select(_ => random.Next(3) switch { 0 => random.Next(4) - 2, 1 => -0.0, _ => random.NextDouble() })];
            foreach (var p in (double[])[0, 0.25, 0.5, 0.9, 1, random.NextDouble()]) Assert.Equal(Bits(Quantile.OfAll(values, p)), Bits(Quantile.Type7(values, p)));
        }
    }

    private static double Median(IEnumerable<double> values) => values.Where(v => !double.IsNaN(v)).ToArray() is { Length: > 0 } known ? Quantile.OfAll(known, 0.5) : double.NaN;

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
