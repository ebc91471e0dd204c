using Clientele.Numerics.Association;
using Clientele.Tests.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Association;

public sealed class CategoryAssociationTests
{
    [Fact]
    public void Made_categories_are_as_scipy_has_them()
    {
        var (a, b) = (Expected.Integers("categories", "a"), Expected.Integers("categories", "b"));
        var v = CramersV.Of(a, b);
        Expected.Close(Expected.Of("categories", "cramer").GetDouble(), v.Plain);
        Expected.Close(Expected.Of("categories", "corrected").GetDouble(), v.Corrected);
        Expected.Close(Expected.Of("categories", "etaSquared").GetDouble(), CorrelationRatio.Of(Expected.Numbers("made", "columns", "skewed"), a).EtaSquared);
    }

    [Fact]
    public void Marketing_categories_are_as_scipy_has_them()
    {
        var v = CramersV.Of(MarketingData.Codes("Education"), MarketingData.Codes("Marital_Status"));
        Expected.Close(Expected.Of("marketing", "cramer").GetDouble(), v.Plain);
        Expected.Close(Expected.Of("marketing", "corrected").GetDouble(), v.Corrected);
        var eta = CorrelationRatio.Of(MarketingData.Numbers("Income"), MarketingData.Codes("Education"));
        Expected.Close(Expected.Of("marketing", "incomeByEducation").GetDouble(), eta.EtaSquared);
        Assert.Equal((5, 2216), (eta.Groups, eta.Count));
    }

    [Fact]
    public void V_is_symmetric_free_of_names_and_one_for_copies() => Columns.Check(500, c =>
    {
        var (a, b) = (c.Codes(4), c.Codes(3, 2));
        var (there, back) = (CramersV.Of(a, b), CramersV.Of(b, a));
        var order = c.Shuffle();
        var moved = CramersV.Of([.. order.Select(i => a[i] < 0 ? -1 : 50 - a[i])], [.. order.Select(i => b[i])]);
        var self = CramersV.Of(a, a);
        return Close(there.Plain, back.Plain) && Close(there.Corrected, back.Corrected) && Close(there.Plain, moved.Plain) && there.Count == moved.Count
            && (double.IsNaN(self.Plain) || Close(self.Plain, 1)) && (double.IsNaN(there.Corrected) || (there.Corrected <= there.Plain + 1e-12 && there.Corrected >= 0) || there.Count < 15);
    });

    [Fact]
    public void Correlation_ratio_is_what_plain_loops_say_and_moves_with_nothing() => Columns.Check(1000, c =>
    {
        var (values, groups, order) = (c.Values()[0], c.Codes(4), c.Shuffle());
        var found = CorrelationRatio.Of(values, groups);
        int[] rows = [.. Enumerable.Range(0, c.Rows).Where(i => groups[i] >= 0 && !double.IsNaN(values[i]))];
        if (found.Count != rows.Length || found.Groups != rows.Select(i => groups[i]).Distinct().Count()) return false;
        if (!found.Equals(CorrelationRatio.Of([.. order.Select(i => values[i])], [.. order.Select(i => groups[i])]))) return false;
        if (rows.Select(i => values[i]).Distinct().Count() < 2) return double.IsNaN(found.EtaSquared);
        var mean = rows.Average(i => values[i]);
        var between = rows.GroupBy(i => groups[i]).Sum(g => g.Count() * Math.Pow(g.Average(i => values[i]) - mean, 2));
        return Math.Abs((between / rows.Sum(i => Math.Pow(values[i] - mean, 2))) - found.EtaSquared) <= 1e-6 && found.EtaSquared is >= 0 and <= 1
            && (c.Kind == 3 || Close(between / rows.Sum(i => Math.Pow(values[i] - mean, 2)), found.EtaSquared));
    });

    [Fact]
    public void Two_groups_give_the_square_of_pearson() => Columns.Check(300, c =>
    {
        var (values, groups) = (c.Values()[0], c.Codes(2));
        var r = Correlation.Pearson(values, [.. groups.Select(g => g < 0 ? double.NaN : g)]).Value;
        var eta = CorrelationRatio.Of(values, groups).EtaSquared;
        return double.IsNaN(r) || Math.Abs((r * r) - eta) <= 1e-12;
    });

    [Fact]
    public void Edges_are_sane()
    {
        Assert.True(double.IsNaN(CramersV.Of([0, 0], [1, 2]).Plain));
        Assert.True(double.IsNaN(CorrelationRatio.Of([1, 1], [0, 1]).EtaSquared));
        Assert.Equal(1, CorrelationRatio.Of([1, 1, 5], [0, 0, 3]).EtaSquared);
        Assert.Equal(0, CorrelationRatio.Of([1, 5, 1, 5], [0, 0, 3, 3]).EtaSquared);
        Assert.Equal(1, CorrelationRatio.Of([-1e308, -1e308, 1e308], [0, 0, 1]).EtaSquared);
        Assert.Throws<ArgumentException>(() => CramersV.Of([0, -2], [1, 2]));
        Assert.Throws<ArgumentException>(() => ContingencyTable.Of(2, 2, [1, 2, 3, -1]));
        var table = ContingencyTable.Of(3, 2, [1, 2, 0, 0, 3, 4]);
        Assert.Equal((2, 2, 10L), (table.Rows, table.Columns, table.Total));
        Assert.Equal(0, ContingencyTable.Of([-1], [2]).Total);
    }

    [Fact]
    public void Screening_says_what_speaks_against_a_column()
    {
        var random = new Random(3);
        const int N = 400;
        double[] income = [.. Enumerable.Range(0, N).Select(_ => (double)random.Next(20_000, 90_000) + 0.5)];
        int[] groups = [.. income.Select(v => v > 50_000 ? 1 : 0)];
        double[][] columns =
        [
            [.. income.Select((v, i) => i % 4 == 0 ? double.NaN : v * 1.1)],
            income,
            [.. Enumerable.Range(0, N).Select(i => (double)(i * 7919 % 100_003))],
            [.. Enumerable.Repeat(3.0, N)],
            [.. Enumerable.Range(0, N).Select(i => i % 3 == 0 ? i * 0.5 % 17 : double.NaN)],
            [.. Enumerable.Range(0, N).Select(_ => (double)random.Next(5))],
            [.. income.Select(v => -v)],
        ];
        var s = Screening.Of(columns, groups);
        Assert.Equal((1, 1.0), (s[0].DuplicateOf, s[0].DuplicateR));
        Assert.True(s[1].Passes && s[1].EtaSquared > 0.6);
        Assert.True(s[2].IdLike && s[2].DistinctShare == 1 && !s[1].IdLike);
        Assert.True(s[3].Constant && s[4].TooEmpty && !s[5].Separates && s[5].DuplicateOf == -1);
        Assert.Equal((1, -1.0), (s[6].DuplicateOf, s[6].DuplicateR));
        Assert.Equal(266.0 / N, s[4].MissingShare, 1e-15);
        Assert.True(Screening.Of(columns)[5].Passes);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScreeningOptions { NearDuplicate = 0 });
    }

    private static bool Close(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= 1e-12;
}
