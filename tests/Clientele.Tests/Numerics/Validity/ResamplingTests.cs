using Clientele.Numerics;
using Clientele.Numerics.Validity;

namespace Clientele.Tests.Numerics.Validity;

public sealed class ResamplingTests
{
    private static readonly FitContext s_one = new() { Threads = 1 };

    [Fact]
    public void Gaps_of_iris_are_as_R_has_them()
    {
        var expected = References.R.GetProperty("gap");
        foreach (var (box, name) in new[] { (EvenBox.Columns, "box"), (EvenBox.Aligned, "aligned") })
        {
            var best = GapStatistic.Of(References.Iris, 1, 6, KMeansByK.Clusterer(50, 0), 2, box);
            var curve = GapStatistic.Of(References.Iris, 1, 6, null, 200, box);
            var (logW, means, errors) = (References.Doubles(expected.GetProperty("logW")), References.Doubles(expected.GetProperty($"{name}Expected")), References.Doubles(expected.GetProperty($"{name}Error")));
            for (var f = 0; f < 6; f++)
            {
                var at = curve.ByK[f];
                Assert.InRange(best.ByK[f].LogW - (logW[f] + Math.Log(2)), -0.01, 1e-6);
                Assert.InRange((at.Expected - Math.Log(2) - means[f]) / (errors[f] * Math.Sqrt(2.0 / 200)), -4, 4);
                Assert.InRange(at.Error / errors[f], 0.75, 1.33);
                Assert.Equal(at.Expected - at.LogW, at.Gap, 1e-12);
            }
        }
    }

    [Fact]
    public void The_gap_finds_one_cluster_in_even_data_and_three_in_three()
    {
        Assert.Equal(1, GapStatistic.Of(Made.Even(150, 2, 1), 1, 6, null, 30).K);
        Assert.Equal(3, GapStatistic.Of(Made.Blobs([30, 40, 50], 2, 8, 2).X, 1, 6, null, 30).K);
        Assert.Equal([1, 2], GapStatistic.Of(new([1, 1, 5, 9, 9], 5, 1), 1, 5, null, 10).ByK.Select(g => g.K));
    }

    [Fact]
    public void Strengths_of_iris_are_as_R_has_them()
    {
        var expected = References.Doubles(References.R.GetProperty("strength").GetProperty("mean"));
        var strengths = PredictionStrength.Of(References.Iris, 2, 5, null, 50);
        for (var k = 2; k <= 5; k++) Assert.Equal(expected[k - 1], strengths[k - 2].Mean, 0.1);
        Assert.True(strengths[0].Mean > 0.9 && strengths[2].Mean < 0.8);
    }

    [Fact]
    public void Strength_of_a_half_is_that_of_its_worst_cluster()
    {
        Assert.Equal(1, PredictionStrength.OfHalf([0, 0, 1, 1], [5, 5, 5, 5]));
        Assert.Equal(1.0 / 3, PredictionStrength.OfHalf([0, 0, 0, 1, 1], [2, 2, 4, 1, 1]), 1e-15);
        Assert.Equal(0, PredictionStrength.OfHalf([0, 0, 1], [0, 0, 1]));
        Assert.Equal(1, PredictionStrength.OfHalf([0, 0, -1, -1], [0, 0, 1, 2]));
        Assert.Equal(0, PredictionStrength.OfHalf([0, 0], [-1, -1]));
    }

    [Fact]
    public void Stability_of_iris_is_as_R_has_it()
    {
        var expected = References.R.GetProperty("stability");
        var (sizes, jaccard) = (References.Integers(expected.GetProperty("sizes")), References.Doubles(expected.GetProperty("jaccard")));
        var clusterer = KMeansByK.Clusterer(10, 0)(3);
        var labels = clusterer.Fit(References.Iris).Labels;
        var stability = Stability.Of(References.Iris, labels, clusterer, 200);
        for (var c = 0; c < 3; c++) Assert.Equal(jaccard[Array.IndexOf(sizes, labels.Count(l => l == c))], stability.Jaccard[c], 0.04);
    }

    [Fact]
    public void A_split_through_the_middle_of_a_blob_is_not_stable()
    {
        var (x, truth) = Made.Blobs([60, 60], 2, 12, 5);
        var clusterer = KMeansByK.Clusterer(5, 0)(3);
        var labels = clusterer.Fit(x).Labels;
        var stability = Stability.Of(x, labels, clusterer, 60);
        var whole = Enumerable.Range(0, 3).Single(c => labels.Count(l => l == c) == 60);
        Assert.True(stability.Recovered[whole] is > 0.3 and < 0.95);
        Assert.All(Stability.Of(x, KMeansByK.Clusterer(5, 0)(2), 30).Jaccard, j => Assert.Equal(1, j));
        Assert.Equal(120, truth.Length);
    }

    [Fact]
    public void A_match_is_the_best_overlap()
    {
        Assert.Equal([2.0 / 3, 1], Stability.Match([0, 0, 0, 1, 1], [7, 7, 3, 1, 1], 2));
        Assert.Equal([0.5, double.NaN], Stability.Match([0, 0, -1], [-1, 2, -1], 2));
        Assert.Equal([0, 0], Stability.Match([0, 1], [-1, -1], 2));
    }

    [Fact]
    public void Threads_and_row_order_change_no_bit() => Case.Check(12, c =>
    {
        var x = (c with { Rows = 30 + (c.Rows % 20), Columns = 1 + (c.Seed % 3) }).Matrix();
        var mixed = Oracle.Rows(x, Oracle.Shuffled(x.Rows, c.Seed));
        double[] Of(Matrix m, int threads)
        {
            var context = new FitContext { Threads = threads };
            var clusterer = KMeansByK.Clusterer(2, 0)(2);
            var test = StructureTest.Of(m, 4, null, 19, 1000, 7, context);
            return [
                .. GapStatistic.Of(m, 1, 4, null, 5, EvenBox.Aligned, 3, context).ByK.SelectMany(g => new[] { g.LogW, g.Gap, g.Error }),
                .. PredictionStrength.Of(m, 2, 4, null, 3, 5, context).Select(s => s.Mean),
                .. Stability.Of(m, clusterer, 6, 1, context).Jaccard,
                Hopkins.Of(m, 10, 2, context), test?.PValue ?? -1, .. test?.LogW ?? []];
        }

        var one = Of(x, 1);
        return one.SequenceEqual(Of(x, 3)) && one.SequenceEqual(Of(mixed, 2));
    });

    [Fact]
    public void Hopkins_tells_even_from_huddled()
    {
        var even = Enumerable.Range(0, 40).Select(seed => Hopkins.Of(Made.Even(300, 3, seed), 30, (ulong)seed, s_one)).ToArray();
        // Beta(30, 30): deviation 0.064, of the mean of 40 0.010. Rows near the border have no neighbours outside: a little above 1/2.
        Assert.InRange(even.Average(), 0.46, 0.56);
        Assert.InRange(Math.Sqrt(even.Average(h => (h - even.Average()) * (h - even.Average()))), 0.03, 0.1);
        Assert.True(Hopkins.Of(Made.Blobs([40, 40, 40], 2, 20, 1).X, 30) > 0.9);
        double[] lattice = [.. Enumerable.Range(0, 400).SelectMany(i => new double[] { i % 20, i / 20 })];
        Assert.True(Hopkins.Of(new(lattice, 400, 2), 40) < 0.3);
        Assert.True(double.IsNaN(Hopkins.Of(new([1, 1, 1], 3, 1))));
        Assert.InRange(Hopkins.Of(new([.. Enumerable.Range(0, 600).Select(i => Case.Noise(new(i)))], 3, 200)), 0, 1);
        Assert.Equal(Hopkins.Of(new([0, 1, 5, 7], 4, 1)), Hopkins.Of(new([0, 1e155, 5e155, 7e155], 4, 1)), 1e-9);
    }

    [Fact]
    public void Callers_are_told_what_is_wrong()
    {
        var x = new Matrix([1, 2, 3], 3, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => GapStatistic.Of(x, 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => GapStatistic.Of(x, 2, 1));
        Assert.Throws<ArgumentException>(() => PredictionStrength.Of(x, 2, 2));
        Assert.Throws<ArgumentException>(() => Stability.Of(x, [0, 1], KMeansByK.Clusterer(1, 0)(2)));
        Assert.Throws<OperationCanceledException>(() => GapStatistic.Of(x, 1, 2, context: new() { Cancellation = new(canceled: true) }));
    }
}
