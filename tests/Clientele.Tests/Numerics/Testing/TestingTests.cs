using Clientele.Numerics.Association;
using Clientele.Numerics.Testing;
using Clientele.Tests.Numerics.Statistics;
using TestResult = Clientele.Numerics.Testing.TestResult;

namespace Clientele.Tests.Numerics.Testing;

public sealed class TestingTests
{
    [Fact]
    public void Tails_are_as_R_has_them()
    {
        foreach (var t in Expected.Rows("tails", "student")) Expected.CloseTail(t[2], Tails.StudentTwoSided(t[0], t[1]));
        foreach (var t in Expected.Rows("tails", "chiSquare")) Expected.CloseTail(t[2], Tails.ChiSquareUpper(t[0], t[1]));
        foreach (var t in Expected.Rows("tails", "normal")) Expected.CloseTail(t[1], Tails.NormalTwoSided(t[0]));
    }

    [Fact]
    public void Tables_are_judged_as_scipy_does()
    {
        var (a, b) = (Expected.Integers("categories", "a"), Expected.Integers("categories", "b"));
        Same(Expected.Numbers("categories", "chiSquare"), Independence.ChiSquare(ContingencyTable.Of(a, b)));
        Same(Expected.Numbers("categories", "g"), Independence.G(ContingencyTable.Of(a, b)));
        Same(Expected.Numbers("marketing", "chiSquare"), Independence.ChiSquare(ContingencyTable.Of(MarketingData.Codes("Education"), MarketingData.Codes("Marital_Status"))));
        foreach (var t in Expected.Rows("counts", "fisher"))
        {
            Expected.CloseTail(t[4], FisherExact.TwoSided((long)t[0], (long)t[1], (long)t[2], (long)t[3]), 1e-11);
            Expected.CloseTail(t[5], FisherExact.Greater((long)t[0], (long)t[1], (long)t[2], (long)t[3]), 1e-11);
        }
    }

    [Fact]
    public void Shares_are_judged_as_scipy_does()
    {
        foreach (var t in Expected.Rows("counts", "wilson"))
        {
            var (low, high) = Proportions.Wilson((long)t[0], (long)t[1]);
            Expected.Close(t[2], low);
            Expected.Close(t[3], high);
        }

        foreach (var t in Expected.Rows("counts", "shares"))
        {
            var z = Proportions.Difference((long)t[0], (long)t[1], (long)t[2], (long)t[3]);
            Expected.Close(t[4], z.Statistic * z.Statistic);
            Expected.CloseTail(t[5], z.PValue);
        }
    }

    [Fact]
    public void Numbers_in_groups_are_judged_as_scipy_does()
    {
        var (values, groups) = (Expected.Numbers("made", "columns", "skewed"), Expected.Integers("categories", "a"));
        double[] first = [.. values.Where((_, i) => groups[i] == 0)], second = [.. values.Where((_, i) => groups[i] == 1)];
        Same(Expected.Numbers("categories", "welch"), Means.Welch(first, second), dfAt: 1, pAt: 2);
        Expected.Close(Expected.Of("categories", "cohen").GetDouble(), Means.CohenD(first, second));
        Expected.Close(Expected.Of("categories", "hedges").GetDouble(), Means.HedgesG(first, second));
        Same(Expected.Numbers("categories", "kruskal"), KruskalWallis.Test(values, groups));
        Same(Expected.Numbers("marketing", "winesByEducation"), KruskalWallis.Test(MarketingData.Numbers("MntWines"), MarketingData.Codes("Education")));
        var (income, response) = (MarketingData.Numbers("Income"), MarketingData.Numbers("Response"));
        Same(Expected.Numbers("marketing", "incomeByResponse"), Means.Welch([.. income.Where((_, i) => response[i] == 1)], [.. income.Where((_, i) => response[i] == 0)]));
    }

    [Fact]
    public void Many_comparisons_are_adjusted_as_R_does()
    {
        var p = Expected.Numbers("counts", "p");
        Assert.Equal(Expected.Numbers("counts", "holm"), ManyComparisons.Holm(p), (a, b) => Math.Abs(a - b) <= 1e-15);
        Assert.Equal(Expected.Numbers("counts", "benjaminiHochberg"), ManyComparisons.BenjaminiHochberg(p), (a, b) => Math.Abs(a - b) <= 1e-15);
        Assert.Equal([0.04, double.NaN, 0.04], ManyComparisons.Holm([0.02, double.NaN, 0.03]));
        Assert.Throws<ArgumentException>(() => ManyComparisons.Holm([1.5]));
    }

    [Fact]
    public void Adjusting_keeps_order_never_lowers_and_benjamini_is_the_milder() => Columns.Check(1000, c =>
    {
        var random = new Random(c.Seed);
        double[] p = [.. Enumerable.Range(0, c.Rows).Select(_ => Math.Pow(random.Next(100) / 100.0, 3))];
        var (holm, bh, order) = (ManyComparisons.Holm(p), ManyComparisons.BenjaminiHochberg(p), c.Shuffle());
        var moved = ManyComparisons.Holm([.. order.Select(i => p[i])]);
        for (var i = 0; i < p.Length; i++)
        {
            if (holm[i] < p[i] || bh[i] < p[i] || bh[i] > holm[i] + 1e-15 || holm[i] > 1 || moved[i] != holm[order[i]]) return false;
            for (var j = 0; j < i; j++)
            {
                if (p[i] <= p[j] && (holm[i] > holm[j] || bh[i] > bh[j])) return false;
            }
        }

        return true;
    });

    [Fact]
    public void Fisher_is_the_sum_over_all_tables_with_these_margins() => Columns.Check(1000, c =>
    {
        var random = new Random(c.Seed);
        var (a, b, d, e) = (random.Next(9), random.Next(9), random.Next(9), random.Next(9));
        var (sum, greater, here) = (0.0, 0.0, Chance(a, b, d, e));
        for (var x = Math.Max(0, a - e); x <= Math.Min(a + b, a + d); x++)
        {
            var chance = Chance(x, a + b - x, a + d - x, e - a + x);
            if (chance <= here * (1 + 1e-7)) sum += chance;
            if (x >= a) greater += chance;
        }

        return Math.Abs(sum - FisherExact.TwoSided(a, b, d, e)) <= 1e-12 && Math.Abs(greater - FisherExact.Greater(a, b, d, e)) <= 1e-12
            && Math.Abs(FisherExact.TwoSided(a, b, d, e) - FisherExact.TwoSided(b, a, e, d)) <= 1e-12;
    });

    [Fact]
    public void Tests_do_not_move_with_order_unit_or_names() => Columns.Check(300, c =>
    {
        var (values, groups, order) = (c.Values()[0], c.Codes(3), c.Shuffle());
        var h = KruskalWallis.Test(values, groups);
        if (!h.Equals(KruskalWallis.Test([.. order.Select(i => values[i] * 3)], [.. order.Select(i => groups[i])]))) return false;
        var renamed = KruskalWallis.Test(values, [.. groups.Select(g => g < 0 ? g : 5 - g)]);
        if (!(double.IsNaN(h.Statistic) ? double.IsNaN(renamed.Statistic) : Math.Abs(h.Statistic - renamed.Statistic) <= 1e-12 * Math.Max(1, h.Statistic))) return false;
        double[] a = [.. values.Where((_, i) => groups[i] == 0)], b = [.. values.Where((_, i) => groups[i] == 1)];
        var (t, back, scaled) = (Means.Welch(a, b), Means.Welch(b, a), Means.Welch([.. a.Select(v => v * 256)], [.. b.Select(v => v * 256)]));
        return t.Statistic.Equals(-back.Statistic) && t.Equals(scaled) && Means.CohenD(a, b).Equals(-Means.CohenD(b, a));
    });

    [Fact]
    public void Wilson_holds_the_share_and_narrows_with_rows() => Columns.Check(500, c =>
    {
        var random = new Random(c.Seed);
        var all = random.Next(1, 5000);
        var yes = random.Next(all + 1);
        var (low, high) = Proportions.Wilson(yes, all);
        var (wideLow, wideHigh) = Proportions.Wilson(yes, all, 0.999);
        var (manyLow, manyHigh) = Proportions.Wilson(yes * 100L, all * 100L);
        var (back, forth) = Proportions.Wilson(all - yes, all);
        var p = (double)yes / all;
        return low >= 0 && low <= p && p <= high && high <= 1 && wideLow <= low && wideHigh >= high && manyHigh - manyLow < high - low
            && Math.Abs(1 - forth - low) <= 1e-14 && Math.Abs(1 - back - high) <= 1e-14;
    });

    [Fact]
    public void Edges_are_sane()
    {
        Assert.Equal(new(0, double.NaN, 1), Proportions.Difference(0, 5, 0, 9));
        Assert.Equal(0, Proportions.Difference(1, 3, 2, 6).Statistic);
        Assert.Equal(1, FisherExact.TwoSided(0, 0, 0, 0));
        Assert.True(double.IsNaN(Means.Welch([1], [2, 3]).Statistic) && double.IsNaN(Means.Welch([1, 1], [1, 1]).PValue));
        Assert.Equal(0, Means.Welch([2, 2], [1, 1]).PValue);
        Assert.True(Math.Abs(Means.Welch([-1.7e308, -1.6e308], [1.7e308, 1.6e308]).Statistic) > 1);
        Assert.True(double.IsNaN(KruskalWallis.Test([1, 1, 1], [0, 1, 1]).Statistic));
        Assert.True(double.IsNaN(Independence.G(ContingencyTable.Of([0, 0], [1, 2])).PValue));
        Assert.True(double.IsNaN(Means.CohenD([1, 1], [1, 1])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportions.Wilson(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportions.Wilson(1, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FisherExact.TwoSided(-1, 0, 0, 0));
    }

    private static double Chance(int a, int b, int c, int d) => Ways(a + b, a) * Ways(c + d, c) / Ways(a + b + c + d, a + c);

    private static double Ways(int n, int k)
    {
        var ways = 1.0;
        for (var i = 1; i <= k; i++) ways = ways * (n - k + i) / i;
        return ways;
    }

    private static void Same(double[] expected, TestResult found, int dfAt = 2, int pAt = 1)
    {
        Expected.Close(expected[0], found.Statistic);
        Expected.CloseTail(expected[pAt], found.PValue, 1e-11);
        if (expected.Length > dfAt) Expected.Close(expected[dfAt], found.Df);
    }
}
