using Clientele.Numerics;
using Clientele.Numerics.Imputing;
using Clientele.Tests.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Imputing;

public sealed class FencesTests
{
    [Fact]
    public void Bounds_are_those_of_numpy()
    {
        foreach (var column in Expected.Of("made", "columns").EnumerateObject())
        {
            var (values, fences) = (Expected.Numbers(column.Value), Expected.Of("made", "fences", column.Name));
            var x = new Matrix(values, values.Length, 1);
            foreach (var (kind, reach, name) in ((FenceKind, double, string)[])[(FenceKind.Quartiles, 0, "quartiles"), (FenceKind.Quartiles, 3, "far"), (FenceKind.ZScore, 0, "z"), (FenceKind.ModifiedZ, 0, "modified"), (FenceKind.Percentiles, 0, "percentiles"), (FenceKind.Percentiles, 2.5, "tails")])
            {
                var (found, expected) = (Fences.Fit(x, new() { Kind = kind, Reach = reach }), Expected.Numbers(fences.GetProperty(name)));
                Expected.Close(double.IsNaN(expected[0]) ? -double.MaxValue : expected[0], found.Lows[0]);
                Expected.Close(double.IsNaN(expected[1]) ? double.MaxValue : expected[1], found.Highs[0]);
            }
        }
    }

    [Fact]
    public void Values_outside_are_flagged_and_moved_to_the_bound_and_no_others() => Columns.Check(1000, c =>
    {
        var values = c.Values();
        var x = new Matrix([.. Enumerable.Range(0, c.Rows).SelectMany(i => values.Select(column => column[i]))], c.Rows, values.Length);
        var before = (double[])x.Values.Clone();
        foreach (var kind in Enum.GetValues<FenceKind>())
        {
            var fitted = Fences.Fit(x, new() { Kind = kind, Reach = 1, Leave = [1] });
            var (flags, clipped) = (fitted.Flags(x), fitted.Apply(x));
            for (var i = 0; i < flags.Length; i++)
            {
                var (low, high, value) = (fitted.Lows[i % x.Columns], fitted.Highs[i % x.Columns], x.Values[i]);
                if (!(low < high)) return false;
                var expected = value < low ? (-1, low) : value > high ? (1, high) : (0, value);
                if (flags[i] != expected.Item1 || !clipped.Values[i].Equals(expected.Item2)) return false;
                if (i % x.Columns == 1 && flags[i] != 0) return false;
            }

            if (!fitted.Apply(clipped).Values.SequenceEqual(clipped.Values)) return false;
            if (!Written.AndRead(fitted).Apply(x).Values.SequenceEqual(clipped.Values)) return false;
        }

        return x.Values.SequenceEqual(before);
    });

    [Fact]
    public void Columns_without_spread_have_no_fences()
    {
        double[] values = [.. Enumerable.Repeat(0.0, 300), 7];
        foreach (var kind in (FenceKind[])[FenceKind.Quartiles, FenceKind.ModifiedZ, FenceKind.Percentiles])
            Assert.DoesNotContain(Fences.Fit(new(values, 301, 1), new() { Kind = kind }).Flags(new(values, 301, 1)), flag => flag != 0);
        Assert.Equal(1, Fences.Fit(new(values, 301, 1), new() { Kind = FenceKind.ZScore }).Flags(new([7], 1, 1))[0]);
        foreach (var kind in Enum.GetValues<FenceKind>())
        {
            var none = Fences.Fit(new([double.NaN, double.NaN], 2, 1), new() { Kind = kind });
            Assert.Equal((-double.MaxValue, double.MaxValue), (none.Lows[0], none.Highs[0]));
            var wide = Fences.Fit(new([-double.MaxValue, 0, 1, double.MaxValue], 4, 1), new() { Kind = kind });
            Assert.True(double.IsFinite(wide.Lows[0]) && double.IsFinite(wide.Highs[0]));
        }
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FenceOptions { Reach = -1 });
        Assert.Throws<ArgumentException>(() => Fences.Fit(new([1, 2], 2, 1), new() { Kind = FenceKind.Percentiles, Reach = 50 }));
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => Fences.Fit(new([1, double.NegativeInfinity], 2, 1))).Message);
        Assert.Throws<ArgumentException>(() => Fences.Fit(new([1, 2], 2, 1)).Flags(new([1, 2], 1, 2)));
        Assert.Throws<ArgumentException>(() => Fences.Fit(new([1, 2], 3, 1)));
    }
}
