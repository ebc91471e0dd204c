using Clientele.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Statistics;

/// <summary>The sorts that look at a window of the bits, beside plain ones.</summary>
public sealed class RankSpaceTests
{
    [Fact]
    public void Rows_stand_by_value_then_by_number_and_runs_end_where_values_change() => Columns.Check(1000, c =>
    {
        var (space, sort) = (new RankSpace(), new ValueSort());
        foreach (var column in (double[][])[.. c.Values(), .. Nasty(c.Seed)])
        {
            var (order, ends) = space.Sort(column, "column");
            int[] plain = [.. Enumerable.Range(0, column.Length).Where(i => !double.IsNaN(column[i])).OrderBy(i => column[i]).ThenBy(i => i)];
            if (!order.SequenceEqual(plain)) return false;
            if (!ends.SequenceEqual(Enumerable.Range(1, plain.Length).Where(i => i == plain.Length || column[plain[i]] != column[plain[i - 1]]))) return false;
            if (!sort.Sort(column, "column").ToArray().SequenceEqual(plain.Select(i => column[i]))) return false;
        }

        return true;
    });

    [Fact]
    public void A_window_holds_the_highest_bits_that_differ()
    {
        Assert.Equal((0, 0, true), (new KeyWindow(0).Shift, new KeyWindow(0).Digits, new KeyWindow(0).IsWhole));
        Assert.Equal((4, 1, true), (new KeyWindow(0b1010000).Shift, new KeyWindow(0b1010000).Digits, new KeyWindow(0b1010000).IsWhole));
        Assert.Equal((32, 3, true), (new KeyWindow(0xFFFFFFFF_00000000).Shift, new KeyWindow(0xFFFFFFFF_00000000).Digits, new KeyWindow(0xFFFFFFFF_00000000).IsWhole));
        Assert.Equal((32, 3, false), (new KeyWindow(ulong.MaxValue).Shift, new KeyWindow(ulong.MaxValue).Digits, new KeyWindow(ulong.MaxValue).IsWhole));
    }

    // Values that are equal in their highest bits, in short runs and in one long one.
    private static IEnumerable<double[]> Nasty(int seed)
    {
        var random = new Random(seed);
        yield return [-1, .. Enumerable.Range(0, 150).Select(_ => 1e9 + (1e-4 * random.Next(1000)))];
        yield return [.. Enumerable.Range(0, 200).Select(_ => random.Next(2) == 0 ? -0.0 : random.Next(4) * Math.ScaleB(1 + (random.Next(3) * 1e-15), random.Next(-900, 900)))];
        yield return [.. Enumerable.Range(0, 100).Select(_ => BitConverter.UInt64BitsToDouble((ulong)random.NextInt64() & 0x7FEF_FFFF_FFFF_FFFF) * (random.Next(2) - 0.5))];
        yield return [.. Enumerable.Repeat(7.5, 90), double.NaN];
    }
}
