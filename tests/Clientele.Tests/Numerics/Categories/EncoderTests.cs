using Clientele.Numerics;
using Clientele.Numerics.Categories;
using Clientele.Tests.Numerics.Imputing;
using Clientele.Tests.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Categories;

public sealed class EncoderTests
{
    private static readonly Matrix s_rows = new([3, 1, 10, 0.5, 0, 2, 20, 1.5, 3, 0, 20, 2.5, 5, 1, 20, -1], 4, 4);

    private static readonly ColumnCode[] s_codes = [new(CodeKind.OneHot), new(CodeKind.Ordinal, [2, 0, 1]), new(CodeKind.Frequency), new(CodeKind.Keep)];

    [Fact]
    public void Each_kind_is_what_its_name_says()
    {
        var fitted = Encoder.Fit(s_rows, s_codes);
        Assert.Equal((4, 6), (fitted.Columns, fitted.OutputColumns));
        Assert.Equal(
            [0, 1, 0, 2, 0.25, 0.5,
             1, 0, 0, 0, 0.75, 1.5,
             0, 1, 0, 1, 0.75, 2.5,
             0, 0, 1, 2, 0.75, -1],
            fitted.Apply(s_rows).Values);
        Assert.Equal([0, 3, 5], fitted.Levels(0).ToArray());
        Assert.Equal([2, 0, 1], fitted.Levels(1).ToArray());
        Assert.Equal([(0, 0), (0, 3), (0, 5), (1, -1), (2, -1), (3, -1)], fitted.Origins());
    }

    [Fact]
    public void Unknown_and_missing_categories_are_refused_or_nothing()
    {
        var fitted = Encoder.Fit(s_rows, s_codes);
        Assert.Contains("category 4", Assert.Throws<ArgumentException>(() => fitted.Apply(new([4, 1, 10, 0], 1, 4))).Message);
        Assert.Contains("missing", Assert.Throws<ArgumentException>(() => fitted.Apply(new([double.NaN, 1, 10, 0], 1, 4))).Message);
        Assert.Throws<ArgumentException>(() => fitted.Apply(new([3.5, 1, 10, 0], 1, 4)));
        var lenient = Encoder.Fit(s_rows, s_codes, refuseUnknown: false);
        Assert.Equal([0, 0, 0, 1, 0, double.NaN], lenient.Apply(new([4, 0, double.NaN, double.NaN], 1, 4)).Values);
        Assert.Contains("column 1", Assert.Throws<ArgumentException>(() => lenient.Apply(new([3, 7, 10, 0], 1, 4))).Message);
    }

    [Fact]
    public void Any_row_comes_back_also_from_json() => Columns.Check(1000, c =>
    {
        var (random, d) = (new Random(c.Seed), c.Count);
        ColumnCode[] codes = [.. Enumerable.Range(0, d).Select(q => new ColumnCode((CodeKind)((c.Kind + q) % 4), (c.Kind + q) % 4 == 2 ? [4, 2, 0, 1, 3] : null))];
        var x = new Matrix([.. Enumerable.Range(0, c.Rows * d).Select(_ => (double)random.Next(5))], c.Rows, d);
        var before = (double[])x.Values.Clone();
        var fitted = Encoder.Fit(x, codes);
        var encoded = fitted.Apply(x);
        if (!Written.AndRead(fitted).Apply(x).Values.SequenceEqual(encoded.Values)) return false;
        for (var i = 0; i < c.Rows; i++)
        {
            var back = fitted.Invert(encoded.Row(i));
            for (var q = 0; q < d; q++)
            {
                if (fitted.CanUndo(q) && back[q] != x.Row(i)[q]) return false;
            }

            for (var at = 0; at < encoded.Columns; at++)
            {
                // One-hot by its definition.
                var (column, level) = fitted.Origins()[at];
                if (level >= 0 && encoded.Row(i)[at] != (x.Row(i)[column] == level ? 1 : 0)) return false;
            }
        }

        return x.Values.SequenceEqual(before);
    });

    [Fact]
    public void Order_of_rows_changes_no_bit_of_what_was_fitted() => Columns.Check(300, c =>
    {
        var (random, order) = (new Random(c.Seed), c.Shuffle());
        double[] values = [.. Enumerable.Range(0, c.Rows).Select(_ => random.Next(6) == 0 ? double.NaN : random.Next(5))];
        foreach (var kind in (CodeKind[])[CodeKind.OneHot, CodeKind.Frequency])
        {
            var one = Encoder.Fit(new(values, c.Rows, 1), [new(kind)], refuseUnknown: false);
            var other = Encoder.Fit(new([.. order.Select(i => values[i])], c.Rows, 1), [new(kind)], refuseUnknown: false);
            if (!Written.Bytes(one).AsSpan().SequenceEqual(Written.Bytes(other))) return false;
        }

        return true;
    });

    [Fact]
    public void A_centre_gives_the_likeliest_category()
    {
        var fitted = Encoder.Fit(s_rows, s_codes);
        Assert.Equal([5, 1, 20, 3], fitted.Invert([0.2, 0.3, 0.5, 1.6, 0.7, 3]));
        Assert.Equal([0, 2, 10, 3], fitted.Invert([0.5, 0.5, 0, 0.4, 0.4, 3]));
        Assert.True(double.IsNaN(fitted.Invert([0, 0, 0, 1, 0.7, 3])[0]));
        Assert.False(Encoder.Fit(new([1, 2], 2, 1), [new(CodeKind.Frequency)]).CanUndo(0));
    }

    [Fact]
    public void Mistakes_are_named()
    {
        var one = new Matrix([1, 2], 2, 1);
        Assert.Contains("column 0", Assert.Throws<ArgumentException>(() => Encoder.Fit(new([1, -2], 2, 1), [new(CodeKind.OneHot)])).Message);
        Assert.Throws<ArgumentException>(() => Encoder.Fit(new([1, 0.5], 2, 1), [new(CodeKind.Frequency)]));
        Assert.Throws<ArgumentException>(() => Encoder.Fit(one, [new(CodeKind.Ordinal)]));
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => Encoder.Fit(one, [new(CodeKind.Ordinal, [1, 2, 1])])).Message);
        Assert.Contains("category 2", Assert.Throws<ArgumentException>(() => Encoder.Fit(one, [new(CodeKind.Ordinal, [1])])).Message);
        Assert.Throws<ArgumentException>(() => Encoder.Fit(one, []));
        Assert.Throws<ArgumentException>(() => Encoder.Fit(one, [new(CodeKind.Keep)]).Apply(new([double.PositiveInfinity], 1, 1)));
    }
}
