using Clientele.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Statistics;

public sealed class DescriptionTests
{
    [Fact]
    public void Made_columns_are_as_pandas_and_scipy_have_them()
    {
        foreach (var column in Expected.Of("made", "columns").EnumerateObject())
            Same(Expected.Of("made", "described", column.Name), Description.Of(Expected.Numbers(column.Value)), column.Name == "offset" ? 1e-9 : 1e-12);
    }

    [Fact]
    public void Marketing_columns_are_as_pandas_has_them()
    {
        var names = Expected.Of("marketing", "columns").EnumerateArray().Select(e => e.GetString()!).ToArray();
        var described = Description.Of([.. names.Select(MarketingData.Numbers)]);
        for (var q = 0; q < names.Length; q++) Same(Expected.Of("marketing", "described")[q], described[q], 1e-12);
    }

    [Fact]
    public void A_column_is_what_plain_loops_say() => Columns.Check(1000, c =>
    {
        foreach (var column in c.Values())
        {
            var d = Description.Of(column);
            double[] there = [.. column.Where(v => !double.IsNaN(v)).Order()];
            if (d.Count != there.Length || d.Missing != column.Length - there.Length || d.Distinct != there.Distinct().Count()) return false;
            if (there.Length == 0) continue;
            var mode = there.GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First();
            if (d.Mode != mode.Key || d.ModeCount != mode.Count() || d.Min != there[0] || d.Max != there[^1]) return false;
            if (d.Histogram.Counts.Sum() != there.Length || d.Median != Quantile.Median(there)) return false;
            if (Math.Abs(d.Mean - Moments.Mean(there)) > 1e-15 * Math.Abs(d.Mean)) return false;
            var sd = Moments.SampleSd(there);
            if (!(double.IsNaN(sd) ? double.IsNaN(d.Sd) : Math.Abs(d.Sd - sd) <= 1e-13 * sd)) return false;
        }

        return true;
    });

    [Fact]
    public void Order_of_rows_and_threads_change_no_bit() => Columns.Check(300, c =>
    {
        var (values, order) = (c.Values(), c.Shuffle());
        double[][] shuffled = [.. values.Select(column => order.Select(i => column[i]).ToArray())];
        var (one, other) = (Description.Of(values, null, new() { Threads = 1 }), Description.Of(shuffled, null, new() { Threads = 3 }));
        return one.Zip(other).All(pair => Equal(pair.First, pair.Second));
    });

    [Fact]
    public void Scale_by_a_power_of_two_scales_exactly_and_shape_stays() => Columns.Check(300, c =>
    {
        foreach (var column in c.Values())
        {
            var d = Description.Of(column);
            foreach (var power in (int[])[-600, -3, 5, 700])
            {
                var s = Description.Of([.. column.Select(v => Math.ScaleB(v, power))]);
                double[] scaled = [d.Mean, d.Median, d.Mode, d.Sd, d.Min, d.Max, d.Q1, d.Q3];
                double[] found = [s.Mean, s.Median, s.Mode, s.Sd, s.Min, s.Max, s.Q1, s.Q3];
                if (!scaled.Zip(found).All(pair => Math.ScaleB(pair.First, power).Equals(pair.Second))) return false;
                if (!d.Skewness.Equals(s.Skewness) || !d.ExcessKurtosis.Equals(s.ExcessKurtosis) || d.ModeCount != s.ModeCount) return false;
                if (!d.Histogram.Counts.SequenceEqual(s.Histogram.Counts)) return false;
            }
        }

        return true;
    });

    [Fact]
    public void Far_from_zero_skewness_keeps_its_digits()
    {
        // Steps of 2^-20 survive an offset of 2^30 exactly.
        var random = new Random(5);
        double[] near = [.. Enumerable.Range(0, 3000).Select(_ => Math.Round(Math.Exp(Case.Noise(random)) * (1 << 20)) / (1 << 20))];
        var (a, b) = (Description.Of(near), Description.Of([.. near.Select(v => v + (1 << 30))]));
        Expected.Close(a.Skewness, b.Skewness, 1e-13);
        Expected.Close(a.ExcessKurtosis, b.ExcessKurtosis, 1e-13);
        Expected.Close(a.Sd, b.Sd, 1e-13);
    }

    [Fact]
    public void Long_columns_in_several_digits_are_sorted_right()
    {
        var random = new Random(2);
        double[] values = [.. Enumerable.Range(0, 20_000).Select(i => i % 7 == 0 ? double.NaN : i % 3 == 0 ? -Math.Exp(20 * Case.Noise(random)) : random.Next(-50, 50))];
        var sorted = new ValueSort().Sort(values, "values").ToArray();
        Assert.Equal(values.Where(v => !double.IsNaN(v)).Order(), sorted);
    }

    [Fact]
    public void Edges_are_sane()
    {
        var none = Description.Of([double.NaN, double.NaN]);
        Assert.Equal((0, 2, 0, 0), (none.Count, none.Missing, none.Distinct, none.Histogram.Counts.Length));
        Assert.True(double.IsNaN(none.Mean) && double.IsNaN(none.Mode) && double.IsNaN(none.Skewness));
        var constant = Description.Of([3, 3, 3, 3, 3]);
        Assert.Equal((3.0, 0.0, 1, 5), (constant.Mean, constant.Sd, constant.Distinct, constant.ModeCount));
        Assert.True(double.IsNaN(constant.Skewness) && double.IsNaN(constant.ExcessKurtosis));
        Assert.Equal([5], constant.Histogram.Counts);
        var wide = Description.Of([-double.MaxValue, 0, 1, double.MaxValue]);
        Assert.True(double.IsFinite(wide.Mean) && double.IsFinite(wide.Skewness) && wide.Histogram.Counts.Sum() == 4);
        var tiny = Description.Of([double.Epsilon, 0, 3 * double.Epsilon]);
        Assert.Equal((0.0, 3 * double.Epsilon), (tiny.Min, tiny.Max));
        Assert.True(tiny.Skewness > 0);
        Assert.Equal(2, Description.Of([0.0, -0.0, 1]).Distinct);
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => Description.Of([1, double.PositiveInfinity])).Message);
        Assert.Throws<ArgumentException>(() => Description.Of([[1.0, 2], [1]]));
        Assert.Throws<ArgumentException>(() => new HistogramOptions { Edges = [1, 1] });
    }

    [Fact]
    public void Given_bins_are_kept()
    {
        var h = Description.Of([1, 2, 2, 3, 9, 10, -4], new() { Edges = [1, 2, 3, 9] }).Histogram;
        Assert.Equal([1, 2, 2], h.Counts);
        Assert.Equal((1, 1), (h.Below, h.Above));
        var four = Description.Of([0, 1, 2, 3, 4, 5, 6, 7, 8], new() { Bins = 4 }).Histogram;
        Assert.Equal([2, 2, 2, 3], four.Counts);
        Assert.Equal([0, 2, 4, 6, 8], four.Edges);
    }

    [Fact]
    public void Categories_are_counted()
    {
        var d = CategoryDescription.Of([2, 0, 2, -1, 1, 1], 4);
        Assert.Equal((5, 1, 3, 1), (d.Count, d.Missing, d.Distinct, d.Mode));
        Assert.Equal([0.2, 0.4, 0.4, 0], d.Shares());
        Assert.Equal(-1, CategoryDescription.Of([-1], 2).Mode);
        Assert.Throws<ArgumentException>(() => CategoryDescription.Of([4], 4));
    }

    private static bool Equal(ColumnDescription a, ColumnDescription b) =>
        a with { Histogram = b.Histogram } == b && a.Histogram.Edges.SequenceEqual(b.Histogram.Edges) && a.Histogram.Counts.SequenceEqual(b.Histogram.Counts);

    private static void Same(System.Text.Json.JsonElement expected, ColumnDescription d, double shape)
    {
        double[] found = [d.Count, d.Missing, d.Distinct, d.Mean, d.Median, d.Mode, d.ModeCount, d.Sd, d.Min, d.Max, d.Q1, d.Q3];
        string[] names = ["count", "missing", "distinct", "mean", "median", "mode", "modeCount", "sd", "min", "max", "q1", "q3"];
        for (var i = 0; i < names.Length; i++) Expected.Close(expected.GetProperty(names[i]).GetDouble(), found[i], names[i] == "sd" ? shape : 1e-12);
        foreach (var peer in (string[])["", "scipy"])
        {
            Expected.Close(expected.GetProperty(peer.Length == 0 ? "skewness" : "scipySkewness").GetDouble(), d.Skewness, shape);
            Expected.Close(expected.GetProperty(peer.Length == 0 ? "kurtosis" : "scipyKurtosis").GetDouble(), d.ExcessKurtosis, shape);
        }

        Assert.Equal(expected.GetProperty("bins").GetInt32(), d.Histogram.Counts.Length);
        Assert.Equal(expected.GetProperty("histogram").EnumerateArray().Select(e => e.GetInt32()), d.Histogram.Counts);
    }
}
