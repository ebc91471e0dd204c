using System.Globalization;
using System.Text;
using Clientele.Clusters;
using Clientele.Clusters.Files;
using Clientele.Numerics;
using Clientele.Tests.Numerics;

namespace Clientele.Tests.Clusters;

public sealed class ClusterJobTests
{
    private const string Shop = "id,visits,spent,kind,same\n";

    [Fact]
    public void Numeric_columns_that_are_no_ids_are_the_default()
    {
        var report = Run(Text(40), new() { K = new(3, 3) });
        Assert.Equal(["visits", "spent"], report.Model.Columns.Select(c => c.Name));
        Assert.Contains(report.Notes, n => n.Contains("visits and spent", StringComparison.Ordinal));
        Assert.Contains(report.Notes, n => n.Contains("same (the same in every row)", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_in_any_order_get_the_same_clusters_and_scores()
    {
        var lines = Text(60).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var mixed = string.Join('\n', lines.Take(1).Concat(Oracle.Shuffled(60, 5).Select(i => lines[1 + i]))) + "\n";
        var (plain, other) = (Run(Text(60), new() { Id = "id" }), Run(mixed, new() { Id = "id" }));
        Assert.Equal(Sorted(plain), Sorted(other));
        Assert.Equal(Encoding.UTF8.GetString(ScoresJson.Of(plain)), Encoding.UTF8.GetString(ScoresJson.Of(other)));

        static string[] Sorted(ClusterReport report) => [.. report.Labels.Select((l, i) => $"{report.Id!.Text(report.Rows[i])}:{l}").Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Another_unit_of_a_scaled_column_changes_no_label()
    {
        var (euros, quarters) = (Run(Text(60), new() { K = new(4, 4) }), Run(Text(60, factor: 4), new() { K = new(4, 4) }));
        Assert.Equal(euros.Labels, quarters.Labels);
    }

    [Theory]
    [InlineData("drop", 38)]
    [InlineData("mean", 40)]
    [InlineData("median", 40)]
    public void Missing_values_are_dropped_or_filled_and_said(string rule, int rows)
    {
        var text = Text(40).Replace("\nc3,", "\nc3,,", StringComparison.Ordinal).Replace("\nc5,", "\nc5,NA,", StringComparison.Ordinal);
        text = string.Join('\n', text.Split('\n').Select(l => l.StartsWith("c3,", StringComparison.Ordinal) || l.StartsWith("c5,", StringComparison.Ordinal) ? Drop(l) : l));
        var report = Run(text, new() { Columns = ["visits", "spent"], K = new(2, 2), Missing = rule });
        Assert.Equal((rows, 40), (report.Rows.Count, report.Table.Rows));
        Assert.Contains(report.Notes, n => n.Contains(rule == "drop" ? "2 rows of 40" : "2 values of visits", StringComparison.Ordinal));
        var refused = Assert.Throws<UserException>(() => Run(text, new() { Columns = ["visits"] }));
        Assert.Equal("cluster.missing-values", refused.Code);
        Assert.Contains(":5:2 [visits]", refused.What, StringComparison.Ordinal);

        static string Drop(string line)
        {
            var cells = line.Split(',').ToList();
            cells.RemoveAt(2);
            return string.Join(',', cells);
        }
    }

    [Fact]
    public void Fewer_different_rows_than_clusters_are_said()
    {
        var report = Run("a,b\n1,1\n1,1\n2,2\n5,5\n", new() { K = new(4, 4) });
        Assert.Equal(3, report.Model.Model.K);
        Assert.Contains(report.Notes, n => n.Contains("3 different rows", StringComparison.Ordinal));
        Assert.Equal(1, Run("a,b\n1,1\n1,1\n", new() { Columns = ["a", "b"] }).Model.Model.K);
    }

    [Fact]
    public void Scores_are_those_of_the_definitions()
    {
        foreach (var c in new[] { new Case(Shape.Blobs, 50, 3, 4, 1), new Case(Shape.Ties, 50, 2, 3, 2), new Case(Shape.Outlier, 40, 2, 3, 3), new Case(Shape.Retail, 45, 3, 5, 4) })
        {
            var x = c.Matrix();
            var random = new Random(c.Seed);
            int[] labels = [.. Enumerable.Range(0, c.Rows).Select(i => i < c.K ? i : random.Next(c.K))];
            int[] renamed = [.. labels.Select(l => c.K - 1 - l)];
            var scores = PartitionScores.Of(x, [(labels, c.K), (renamed, c.K)], 0, new RunContext(), []);
            var means = Oracle.Means(x, labels, c.K);
            Assert.Equal(1, scores[0].Inertia / Oracle.Inertia(x, labels, means), 1e-12);
            Assert.Equal(Oracle.Silhouettes(x, labels).Average(), scores[0].Silhouette, 1e-12);
            Assert.Equal(1, scores[0].DaviesBouldin / DaviesBouldin(x, labels, means, c.K), 1e-12);
            Assert.Equal(1, scores[0].CalinskiHarabasz / CalinskiHarabasz(x, labels, means, c.K), 1e-12);
            Assert.InRange(scores[0].Silhouette, -1, 1);
            Assert.Equal(scores[0].Silhouette, scores[1].Silhouette, 1e-12);
            Assert.Equal(1, scores[0].DaviesBouldin / scores[1].DaviesBouldin, 1e-12);
        }
    }

    [Fact]
    public void Noise_is_left_out_of_the_scores_and_counted()
    {
        var x = new Matrix([0, 1, 10, 11, 500], 5, 1);
        var with = PartitionScores.Of(x, [([0, 0, 1, 1, -1], 2)], 0, new RunContext(), [])[0];
        var without = PartitionScores.Of(new([0, 1, 10, 11], 4, 1), [([0, 0, 1, 1], 2)], 0, new RunContext(), [])[0];
        Assert.Equal((1, 4), (with.Noise, with.Sizes.Sum()));
        Assert.Equal((without.Inertia, without.Silhouette, without.DaviesBouldin), (with.Inertia, with.Silhouette, with.DaviesBouldin));
    }

    private static double DaviesBouldin(Matrix x, int[] labels, double[] means, int k)
    {
        double[] scatter = [.. Enumerable.Range(0, k).Select(c => Enumerable.Range(0, x.Rows).Where(i => labels[i] == c).Average(i => Math.Sqrt(Oracle.Square(x.Row(i), Mean(c)))))];
        return Enumerable.Range(0, k).Average(a => Enumerable.Range(0, k).Where(b => b != a).Max(b => (scatter[a] + scatter[b]) / Math.Sqrt(Oracle.Square(Mean(a), Mean(b)))));

        double[] Mean(int c) => means[(c * x.Columns)..((c + 1) * x.Columns)];
    }

    private static double CalinskiHarabasz(Matrix x, int[] labels, double[] means, int k)
    {
        var centre = Oracle.Means(x, new int[x.Rows], 1);
        var between = Enumerable.Range(0, x.Rows).Sum(i => Oracle.Square(centre, means.AsSpan(labels[i] * x.Columns, x.Columns)));
        return between / (k - 1) / (Oracle.Inertia(x, labels, means) / (x.Rows - k));
    }

    private static string Text(int rows, int factor = 1) => Shop + string.Concat(Enumerable.Range(0, rows).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"c{i},{i % 4 * 10 + i % 3},{((i % 4 * 100) + (i * 7 % 13) + 0.25) * factor},{(i % 2 == 0 ? "web" : "shop")},9\n")));

    private static ClusterReport Run(string text, ClusterPlan plan) =>
        ClusterJob.Run(plan with { Input = "-" }, new RunContext { StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
}
