using System.Globalization;
using Clientele.Reports.Page;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Reports.Page;

/// <summary>Every value lies in the bin whose edges hold it, and edges are round and few.</summary>
public sealed class BinsTests
{
    [Fact]
    public void Every_value_lies_between_the_edges_of_its_bin()
    {
        var kinds = Gen.OneOf(
            Gen.Choose(-50, 400).Select(i => (double)i),
            Gen.Choose(0, 1_000_000).Select(i => i / 100.0),
            Gen.Choose(-400, 1400).Select(i => Math.Exp(i / 100.0)),
            Gen.Choose(0, 9).Select(i => i == 0 ? double.NaN : 0.0),
            Gen.Choose(0, 1000).Select(i => 1e9 + i / 8.0));
        Prop.ForAll(kinds.ArrayOf().ToArbitrary(), values =>
        {
            if (Bins.Of(values) is not { } bins) return values.Where(double.IsFinite).Distinct().Count() < 2;
            var plain = values.All(v => bins[v] == Plain(bins, v));
            var covered = values.Where(v => !double.IsNaN(v)).All(v => v >= bins.Edges[0] && (bins.Open || v <= bins.Edges[^1]));
            var rising = bins.Edges.Zip(bins.Edges.Skip(1)).All(pair => pair.First < pair.Second);
            return plain && covered && rising && bins.Count is >= 1 and <= 24;
        }).Check(Cases.Of(1000));
    }

    [Fact]
    public void Many_values_have_the_bins_that_each_has_alone()
    {
        var random = new Random(6);
        for (var kind = 0; kind < 6; kind++)
        {
            var values = new double[9000];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = random.Next(50) == 0 ? double.NaN : kind switch
                {
                    0 => random.Next(400),
                    1 => random.Next(3000) - 1000,
                    2 => Math.Exp(14 * random.NextDouble()),
                    3 => random.Next(9) / 8.0,
                    4 => random.Next(2) == 0 ? -0.0 : random.Next(7),
                    _ => 1e12 * random.NextDouble() - 1e11,
                };
            }

            var bins = Bins.Of(values)!;
            Assert.Equal(values.Select(v => bins[v]), bins.Of(values, new byte[values.Length]));
        }
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, "1 2 3 4", false)]
    [InlineData(new double[] { 1, 374 }, "0 20 40 60 80 100 120 140 160 180 200 220 240 260 280 300 320 340 360 380", false)]
    [InlineData(new[] { 0.0, 0.25, 1 }, "0 0.05 0.1 0.15 0.2 0.25 0.3 0.35 0.4 0.45 0.5 0.55 0.6 0.65 0.7 0.75 0.8 0.85 0.9 0.95 1 1.05", false)]
    [InlineData(new double[] { 1, 1, 2, 2, 3, 209 }, "1 2 3 5 7 10 15 20 30 50 70 100 150 200 300", true)]
    public void Edges_are_round(double[] values, string edges, bool logarithmic)
    {
        var bins = Bins.Of(values)!;
        Assert.Equal(edges, string.Join(' ', bins.Edges.Select(e => e.ToString(CultureInfo.InvariantCulture))));
        Assert.Equal(logarithmic, bins.Logarithmic);
    }

    [Fact]
    public void A_stray_value_does_not_squeeze_the_others_into_one_bar()
    {
        double[] incomes = [.. Enumerable.Range(0, 400).Select(i => 20_000.0 + (i * 150)), 666_666];
        var bins = Bins.Of(incomes)!;
        Assert.True(bins.Open);
        Assert.InRange(bins.Edges[^1], 79_000, 100_000);
        Assert.Equal(bins.Count - 1, bins[666_666]);
        Assert.True(incomes.GroupBy(v => bins[v]).Count() > 8);
        Assert.False(Bins.Of(incomes[..^1])!.Open);
    }

    [Fact]
    public void What_tells_nobody_apart_has_no_bins()
    {
        Assert.Null(Bins.Of([]));
        Assert.Null(Bins.Of([double.NaN, 3, 3]));
        Assert.Null(Bins.Of([double.NegativeInfinity, 3]));
    }

    [Fact]
    public void Many_values_come_to_the_bins_of_single_ones()
    {
        var random = new Random(6);
        for (var round = 0; round < 1000; round++)
        {
            double[] values = [.. Enumerable.Range(0, 2 + random.Next(60)).Select(_ => random.Next(10) == 0 ? double.NaN : random.Next(2) == 0 ? random.Next(-20, 40) : Math.Exp(random.NextDouble() * 12))];
            if (Bins.Of(values) is not { } bins) continue;
            double[] asked = [.. values, .. bins.Edges, double.NegativeInfinity, double.PositiveInfinity, -1e300, 1e300];
            Assert.Equal(asked.Select(v => bins[v]), bins.Of(asked, new byte[asked.Length]));
        }
    }

    [Fact]
    public void Coarser_bins_are_pairs()
    {
        var bins = new Bins([0, 1, 2, 3, 4, 5], false);
        Assert.Equal([0, 2, 4, 5], bins.Coarser().Edges);
        for (var v = 0.0; v <= 5; v += 0.25) Assert.Equal(bins[v] / 2, bins.Coarser()[v]);
    }

    private static byte Plain(Bins bins, double value)
    {
        if (double.IsNaN(value)) return Bins.Undefined;
        for (var i = 0; i < bins.Count - 1; i++)
        {
            if (value < bins.Edges[i + 1]) return (byte)i;
        }

        return (byte)(bins.Count - 1);
    }
}
