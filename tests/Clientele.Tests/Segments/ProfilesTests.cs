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
