using Clientele.Numerics;
using Clientele.Numerics.Validity;

namespace Clientele.Tests.Numerics;

public sealed class SilhouetteTests
{
    private static int[] Labels(Case c, int salt)
    {
        var random = new Random(unchecked((c.Seed * 7919) + (salt * 1_000_003)));
        return [.. Enumerable.Range(0, c.Rows).Select(_ => random.Next(c.K))];
    }

    [Fact]
    public void Scores_are_those_of_the_definition() => Case.Check(1000, c =>
    {
        var x = c.Matrix();
        var labels = Labels(c, 0);
        var scores = Silhouette.Exact(x, labels, c.K, 1);
        if (labels.Distinct().Count() < 2) return double.IsNaN(scores.Mean) && scores.PerPoint.All(double.IsNaN);
        var expected = Oracle.Silhouettes(x, labels);
        return scores.PerPoint.Zip(expected).All(p => Math.Abs(p.First - p.Second) <= 1e-12 && p.First is >= -1 and <= 1)
            && Math.Abs(scores.Mean - expected.Average()) <= 1e-12
            && Enumerable.Range(0, c.K).All(j => labels.Contains(j)
                ? Math.Abs(scores.PerCluster[j] - expected.Where((_, i) => labels[i] == j).Average()) <= 1e-12
                : double.IsNaN(scores.PerCluster[j]));
    });

    [Fact]
    public void Many_partitions_at_once_are_as_each_alone() => Case.Check(300, c =>
    {
        var x = c.Matrix();
        var partitions = Enumerable.Range(0, 5).Select(p => (Labels(c, p), c.K)).ToList();
        var together = Silhouette.ExactMeans(x, partitions, 2);
        return together.Zip(partitions).All(p => Close(p.First, Silhouette.Exact(x, p.Second.Item1, c.K, 1).Mean));
    });

    [Fact]
    public void Partitions_that_shred_each_other_take_further_passes()
    {
        var c = new Case(Shape.Blobs, 4000, 2, 40, 3);
        var x = c.Matrix();
        var partitions = Enumerable.Range(0, 4).Select(p => (Labels(c, p), 40)).ToArray();
        var cells = new Cells(new Clientele.Numerics.Clustering.Points(x), partitions, 0, 4);
        Assert.InRange(cells.Partitions, 1, 3);
        var means = Silhouette.ExactMeans(x, partitions, 2);
        for (var p = 0; p < 4; p++) Assert.Equal(Silhouette.Exact(x, partitions[p].Item1, 40, 1).Mean, means[p], 1e-12);
    }

    [Fact]
    public void Threads_row_order_and_names_change_no_bit() => Case.Check(300, c =>
    {
        var x = c.Matrix();
        var labels = x.Values.Length > 0 ? Labels(c, 1) : [];
        // Equal rows get equal labels, as any clustering gives them.
        var first = Enumerable.Range(0, c.Rows).GroupBy(i => string.Join(' ', x.Row(i).ToArray())).ToDictionary(g => g.Key, g => labels[g.First()], StringComparer.Ordinal);
        labels = [.. Enumerable.Range(0, c.Rows).Select(i => first[string.Join(' ', x.Row(i).ToArray())])];
        var order = Oracle.Shuffled(c.Rows, c.Seed);
        var plain = Silhouette.Exact(x, labels, c.K, 1).Mean;
        return new[]
        {
            Silhouette.Exact(x, labels, c.K, 3).Mean,
            Silhouette.Exact(Oracle.Rows(x, order), [.. order.Select(i => labels[i])], c.K, 2).Mean,
            Silhouette.Exact(x, [.. labels.Select(l => c.K - 1 - l)], c.K, 1).Mean,
        }.All(other => plain.Equals(other));
    });

    [Fact]
    public void A_sample_is_near_and_a_full_one_exact()
    {
        var c = new Case(Shape.Blobs, 3000, 3, 4, 5);
        var x = c.Matrix();
        var labels = Clientele.Numerics.Clustering.KMeans.Fit(x, new() { K = 4, Threads = 1 }).Labels;
        var exact = Silhouette.Exact(x, labels, 4, 1);
        var sd = Math.Sqrt(exact.PerPoint.Average(s => (s - exact.Mean) * (s - exact.Mean)));
        var sampled = Silhouette.SampledMeans(x, [(labels, 4)], 500, 7, 1)[0];
        Assert.InRange(Math.Abs(sampled - exact.Mean), 1e-15, 4 * sd / Math.Sqrt(500));
        Assert.Equal(sampled, Silhouette.SampledMeans(x, [(labels, 4)], 500, 7, 3)[0]);
        Assert.NotEqual(sampled, Silhouette.SampledMeans(x, [(labels, 4)], 500, 8, 1)[0]);
        Assert.Equal(exact.Mean, Silhouette.SampledMeans(x, [(labels, 4)], 3000, 7, 1)[0]);
    }

    [Theory]
    [InlineData(1e155)]
    [InlineData(1e-170)]
    public void Units_do_not_matter(double unit) =>
        Assert.Equal(
            Silhouette.Exact(new([0, 1, 5, 7], 4, 1), [0, 0, 1, 1], 2, 1).Mean,
            Silhouette.Exact(new([0 * unit, 1 * unit, 5 * unit, 7 * unit], 4, 1), [0, 0, 1, 1], 2, 1).Mean, 1e-12);

    [Fact]
    public void Rows_that_all_coincide_score_zero() => Assert.Equal(0, Silhouette.Exact(new([2, 2, 2, 2], 4, 1), [0, 0, 1, 1], 2, 1).Mean);

    [Fact]
    public void Labels_must_fit()
    {
        var x = new Matrix([1, 2], 2, 1);
        Assert.Throws<ArgumentException>(() => Silhouette.Exact(x, [0, 2], 2, 1));
        Assert.Throws<ArgumentException>(() => Silhouette.Exact(x, [0], 2, 1));
        Assert.Throws<ArgumentException>(() => Silhouette.ExactMeans(x, [([0, -1], 2)], 1));
    }

    private static bool Close(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= 1e-12;
}
