using Clientele.Customers;
using Clientele.Segments;

namespace Clientele.Tests.Segments;

public sealed class ProfilesTests
{
    [Fact]
    public void Counts_shares_money_means_and_medians_are_those_of_the_members()
    {
        var gaps = new CustomerColumn("mean_gap", "days", "Mean gap.", ColumnKind.Number) { Numbers = [double.NaN, 4, 8, double.NaN, double.NaN] };
        var table = Shop.Of([10, 20, 60, 5, 7], [1, 2, 3, 9, 9], [100, 201, 302, 10, 20], gaps);
        var segmentation = new Segmentation
        {
            Method = "rfm",
            Segments = [new("A", "", Groups.Lost, 3, Money.Of(603, 2)), new("B", "", Groups.Lost, 2, Money.Of(30, 2))],
            Labels = [0, 0, 0, 1, 1],
        };
        var (a, b) = (Profiles.Of(segmentation, table)[0], Profiles.Of(segmentation, table)[1]);
        Assert.Equal((3, 0.6, "6.03"), (a.Customers, a.Share, a.Money.ToText()));
        Assert.Equal(603.0 / 633, a.MoneyShare, 12);
        Assert.Equal(["recency", "frequency", "monetary", "mean_gap"], a.Measures.Select(m => m.Column));
        Assert.Equal([30, 2, 2.01, 6], a.Measures.Select(m => m.Mean));
        Assert.Equal([20, 2, 2.01, 6], a.Measures.Select(m => m.Median));
        Assert.Equal([3, 3, 3, 2], a.Measures.Select(m => m.Defined));
        Assert.Equal([6, 9, 0.15, double.NaN], b.Measures.Select(m => m.Median));
        Assert.Equal(0, b.Measures[3].Defined);
    }

    [Fact]
    public void Walks_over_all_customers_measure_what_each_group_measures()
    {
        var random = new Random(3);
        for (var round = 0; round < 60; round++)
        {
            var (n, k) = (4000 + random.Next(3000), 1 + random.Next(5));
            var labels = new int[n];
            for (var i = 0; i < n; i++) labels[i] = random.Next(k);
            var numbers = new double[n];
            for (var i = 0; i < n; i++) numbers[i] = random.Next(9) == 0 ? double.NaN : random.Next(2) == 0 ? random.Next(40) : Math.Round(random.NextDouble() * 1e7, 2);
            var column = new CustomerColumn("a", "", "", ColumnKind.Number) { Numbers = numbers };
            if (round % 2 == 0)
            {
                var amounts = Array.ConvertAll(numbers, v => Money.Of(double.IsNaN(v) ? 0 : (long)(v * 100), 2));
                column = new CustomerColumn("a", "", "", ColumnKind.Money) { Amounts = amounts, Numbers = Array.ConvertAll(amounts, a => a.ToDouble()) };
            }

            var (members, measures) = (new Members(labels, k), new ProfileMeasure[k][]);
            for (var g = 0; g < k; g++) measures[g] = new ProfileMeasure[1];
            Profiles.Measure(column, members, labels, measures, 0);
            for (var g = 0; g < k; g++) Assert.Equal(Profiles.Measure(column, members, g, new double[n]), measures[g][0]);
        }
    }

    [Fact]
    public void Medians_equal_those_of_sorted_values()
    {
        var chance = new Random(9);
        for (var i = 0; i < 2000; i++)
        {
            var values = Enumerable.Range(0, 1 + chance.Next(40)).Select(_ => (double)chance.Next(1 + chance.Next(50))).ToArray();
            var sorted = values.Order().ToArray();
            Assert.Equal((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, Middle.Of(values));
        }

        Assert.Equal(double.NaN, Middle.Of([]));
    }

    [Fact]
    public void Labels_of_another_table_are_refused() => Assert.Throws<ArgumentException>(() =>
        Profiles.Of(new Segmentation { Method = "rfm", Segments = [], Labels = [0] }, Shop.Of([], [], [])));
}
