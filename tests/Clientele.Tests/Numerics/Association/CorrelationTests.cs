using Clientele.Numerics;
using Clientele.Numerics.Association;
using Clientele.Numerics.Statistics;
using Clientele.Tests.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Association;

public sealed class CorrelationTests
{
    [Fact]
    public void Made_columns_are_as_pandas_and_scipy_have_them()
    {
        double[][] columns = [.. Expected.Of("made", "columns").EnumerateObject().Select(column => Expected.Numbers(column.Value))];
        var (pearson, spearman) = (Correlation.Pearson(columns), Correlation.Spearman(columns));
        Same(Expected.Numbers("made", "pearson"), pearson);
        Same(Expected.Numbers("made", "spearman"), spearman);
        var pairs = Expected.Integers("made", "pairs");
        for (var i = 0; i < pairs.Length; i++) Assert.Equal(pairs[i], spearman.Pairs(i / columns.Length, i % columns.Length));
        Expected.Close(Expected.Of("made", "pearsonP").GetDouble(), pearson.PValue(0, 4));
        Expected.Close(Expected.Of("made", "spearmanP").GetDouble(), spearman.PValue(0, 4));
        var kendall = Kendall.Of(columns[2], columns[0]);
        Expected.Close(Expected.Of("made", "kendall")[0].GetDouble(), kendall.Value);
        Expected.Close(Expected.Of("made", "kendall")[1].GetDouble(), kendall.PValue);
    }

    [Fact]
    public void Marketing_columns_are_as_pandas_has_them()
    {
        double[][] columns = [.. Expected.Of("marketing", "columns").EnumerateArray().Select(e => MarketingData.Numbers(e.GetString()!))];
        var (pearson, spearman) = (Correlation.Pearson(columns), Correlation.Spearman(columns));
        Same(Expected.Numbers("marketing", "pearson"), pearson);
        Same(Expected.Numbers("marketing", "spearman"), spearman);
        Expected.CloseTail(Expected.Of("marketing", "incomeWines")[0].GetDouble(), pearson.PValue(1, 4), 1e-9);
        Assert.Equal(0, spearman.PValue(1, 4));
        Assert.Equal(2216, pearson.Pairs(1, 4));
    }

    [Fact]
    public void Both_are_what_plain_loops_say() => Columns.Check(1000, c =>
    {
        var columns = c.Values();
        var (pearson, spearman) = (Correlation.Pearson(columns), Correlation.Spearman(columns, new() { Threads = 2 }));
        for (var a = 0; a < columns.Length; a++)
        {
            for (var b = 0; b < columns.Length; b++)
            {
                int[] both = [.. Enumerable.Range(0, c.Rows).Where(i => !double.IsNaN(columns[a][i]) && !double.IsNaN(columns[b][i]))];
                double[] x = [.. both.Select(i => columns[a][i])], y = [.. both.Select(i => columns[b][i])];
                if (pearson.Pairs(a, b) != both.Length || spearman.Pairs(a, b) != both.Length) return false;
                if (!Close(Plain(x, y), pearson[a, b]) || !Close(Plain(Ranks(x), Ranks(y)), spearman[a, b])) return false;
                if (!pearson[a, b].Equals(pearson[b, a]) || !spearman[a, b].Equals(spearman[b, a])) return false;
            }
        }

        return true;
    });

    [Fact]
    public void Order_of_rows_other_columns_and_threads_change_no_bit() => Columns.Check(300, c =>
    {
        var (values, order) = (c.Values(), c.Shuffle());
        double[][] shuffled = [.. values.Select(column => order.Select(i => column[i]).ToArray()).Reverse()];
        foreach (var of in (Func<IReadOnlyList<double[]>, FitContext, CorrelationMatrix>[])[Correlation.Pearson, Correlation.Spearman])
        {
            var (one, other, two) = (of(values, new() { Threads = 1 }), of(shuffled, new() { Threads = 3 }), of([values[0], values[1]], new()));
            if (!one[0, 1].Equals(two[0, 1])) return false;
            var last = values.Length - 1;
            for (var a = 0; a <= last; a++)
            {
                for (var b = 0; b <= last; b++)
                {
                    if (!one[a, b].Equals(other[last - a, last - b]) || one.Pairs(a, b) != other.Pairs(last - a, last - b)) return false;
                }
            }
        }

        return true;
    });

    [Fact]
    public void Several_blocks_of_rows_and_threads_agree_with_plain_sums()
    {
        var columns = new Columns(20_011, 7, 0.2, 0, 3).Values();
        var (one, three) = (Correlation.Pearson(columns, new() { Threads = 1 }), Correlation.Pearson(columns, new() { Threads = 3 }));
        for (var a = 0; a < columns.Length; a++)
        {
            for (var b = 0; b < a; b++)
            {
                int[] both = [.. Enumerable.Range(0, columns[a].Length).Where(i => !double.IsNaN(columns[a][i]) && !double.IsNaN(columns[b][i]))];
                Expected.Close(Plain([.. both.Select(i => columns[a][i])], [.. both.Select(i => columns[b][i])]), one[a, b], 2e-13);
                Assert.Equal(one[a, b], three[a, b]);
            }
        }
    }

    [Fact]
    public void Sums_of_pairs_are_those_of_whole_numbers() => Columns.Check(200, c =>
    {
        var random = new Random(c.Seed);
        foreach (var narrow in (bool[])[true, false])
        {
            var bound = 1L << (narrow ? 25 : 50);
            long[][] columns = [.. Enumerable.Range(0, c.Count).Select(_ => Enumerable.Range(0, c.Rows * 20).Select(_ => random.Next(9) == 0 ? (random.Next(2) == 0 ? bound : -bound) : random.NextInt64(-bound, bound + 1)).ToArray())];
            using var crew = new Clientele.Numerics.Threading.Crew(2);
            var sums = PairSums.Of(new Given(columns), narrow, crew, _ => { }, default);
            for (var i = 0; i < sums.Length; i++)
            {
                var (a, b, sum) = (columns[i / c.Count], columns[i % c.Count], Int128.Zero);
                for (var r = 0; r < a.Length; r++) sum += (Int128)a[r] * b[r];
                if (sum != sums[i]) return false;
            }
        }

        return true;
    });

    [Fact]
    public void Lines_are_exactly_one_and_units_do_not_matter()
    {
        var random = new Random(1);
        double[] x = [.. Enumerable.Range(0, 999).Select(_ => (double)random.Next(1 << 20))];
        double[] y = [.. Enumerable.Range(0, 999).Select(_ => random.NextDouble())];
        double[] line = [.. x.Select(v => 5 - (4 * v))];
        Assert.Equal(-1, Correlation.Pearson(x, line).Value);
        Assert.Equal(0, Correlation.Pearson(x, line).PValue);
        Assert.Equal(-1, Correlation.Spearman(x, [.. x.Select(v => -Math.Exp(v / 1e5))]).Value);
        Assert.Equal(Correlation.Pearson(x, y), Correlation.Pearson([.. x.Select(v => v * 1024)], [.. y.Select(v => Math.ScaleB(v, -900))]));
        Expected.Close(Correlation.Pearson(x, y).Value, Correlation.Pearson([.. x.Select(v => v + 1e9)], y).Value, 1e-15);
        Assert.Equal(-Correlation.Pearson(x, y).Value, Correlation.Pearson(line, y).Value, 1e-15);
    }

    [Fact]
    public void Huge_tiny_and_lonely_values_are_sane()
    {
        Assert.Equal(1, Correlation.Pearson([-double.MaxValue, double.MaxValue], [double.Epsilon, 3 * double.Epsilon]).Value);
        Assert.Equal(1, Correlation.Pearson([1, 2, 3, 1e15], [1, 2, 3, 1e15]).Value);
        Assert.True(double.IsNaN(Correlation.Pearson([1, 1, 1], [1, 2, 3]).Value));
        Assert.True(double.IsNaN(Correlation.Spearman([1], [2]).Value));
        Assert.Equal(new(double.NaN, 0), Correlation.Spearman([double.NaN, 1], [1, double.NaN]));
        Assert.True(double.IsNaN(Correlation.Pearson([1, 2], [1, 2]).PValue));
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => Correlation.Pearson([1, double.NegativeInfinity], [1, 2])).Message);
        Assert.Throws<ArgumentException>(() => Correlation.Spearman([1, 2], [1]));
        Assert.Throws<MemoryLimitException>(() => Correlation.Pearson([[1.0, 2, 3]], new() { MemoryLimit = 10 }));
    }

    [Fact]
    public void Kendall_is_the_count_over_all_pairs() => Columns.Check(500, c =>
    {
        var columns = c.Values();
        var (score, n, ties1, ties2) = (0, 0, 0, 0);
        int[] both = [.. Enumerable.Range(0, c.Rows).Where(i => !double.IsNaN(columns[0][i]) && !double.IsNaN(columns[1][i]))];
        foreach (var i in both)
        {
            foreach (var j in both.Where(j => j < i))
            {
                var (a, b) = (Math.Sign(columns[0][i] - columns[0][j]), Math.Sign(columns[1][i] - columns[1][j]));
                (score, n, ties1, ties2) = (score + (a * b), n + 1, ties1 + (a == 0 ? 1 : 0), ties2 + (b == 0 ? 1 : 0));
            }
        }

        return Close(score / Math.Sqrt((double)(n - ties1) * (n - ties2)), Kendall.Of(columns[0], columns[1]).Value);
    });

    [Fact]
    public void A_pair_that_leaves_the_giant_out_is_not_rounded_by_it()
    {
        var random = new Random(4);
        double[] x = [1e155, .. Enumerable.Range(0, 50).Select(_ => Case.Noise(random))], y = [double.NaN, .. x.Skip(1).Select(v => v + Case.Noise(random))];
        Assert.Equal(Correlation.Pearson(x.AsSpan(1), y.AsSpan(1)), Correlation.Pearson(x, y));
        int[] groups = [-1, .. Enumerable.Range(0, 50).Select(i => i % 3)];
        Assert.Equal(CorrelationRatio.Of(x.AsSpan(1), groups.AsSpan(1)), CorrelationRatio.Of(x, groups));
    }

    private sealed class Given(long[][] columns) : IWholeColumns
    {
        public int Count => columns.Length;

        public int Rows => columns[0].Length;

        public void Read(int q, int start, Span<long> to) => columns[q].AsSpan(start, to.Length).CopyTo(to);
    }

    private static bool Close(double expected, double actual) => double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) <= 1e-12;

    private static double[] Ranks(double[] values) => [.. values.Select(v => values.Count(w => w < v) + ((values.Count(w => w == v) + 1) / 2.0))];

    private static double Plain(double[] x, double[] y)
    {
        if (x.Length < 2 || x.Distinct().Count() < 2 || y.Distinct().Count() < 2) return double.NaN;
        // Moved, which is exact far from 0, so that these loops do not lose digits themselves.
        (x, y) = ([.. x.Select(v => v - x[0])], [.. y.Select(v => v - y[0])]);
        var (mx, my) = (Moments.Mean(x), Moments.Mean(y));
        var (xx, yy, xy) = (default(ExactSum), default(ExactSum), default(ExactSum));
        for (var i = 0; i < x.Length; i++)
        {
            xx.Add((x[i] - mx) * (x[i] - mx));
            yy.Add((y[i] - my) * (y[i] - my));
            xy.Add((x[i] - mx) * (y[i] - my));
        }

        return xy.Value / Math.Sqrt(xx.Value) / Math.Sqrt(yy.Value);
    }

    private static void Same(double[] expected, CorrelationMatrix matrix)
    {
        for (var i = 0; i < expected.Length; i++) Expected.Close(expected[i], matrix[i / matrix.Columns, i % matrix.Columns]);
    }
}
