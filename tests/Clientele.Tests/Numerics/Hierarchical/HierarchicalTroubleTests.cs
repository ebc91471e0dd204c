using System.Text.Json;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Hierarchical;

namespace Clientele.Tests.Numerics.Hierarchical;

public sealed class HierarchicalTroubleTests
{
    public static TheoryData<Linkage> Linkages => [.. Enum.GetValues<Linkage>()];

    private static HierarchicalModel Fit(Linkage linkage, int k, params double[] line) => HierarchicalPlainTests.Fit(new(line, line.Length, 1), linkage, null, k);

    [Theory]
    [MemberData(nameof(Linkages))]
    public void One_row_is_one_cluster(Linkage linkage)
    {
        var model = Fit(linkage, 3, 7);
        Assert.Equal((1, 1, 0), (model.K, model.Tree.Leaves, model.Tree.Merges.Length));
        Assert.Equal([0], model.Labels);
        Assert.Equal([0], model.Tree.Order.ToArray());
        Assert.Equal([0, 0], model.Assign(new([7, 1e300], 2, 1)));
        Assert.True(double.IsNaN(model.CopheneticCorrelation()));
        Assert.Single(model.Tree.Draw().Leaves);
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void Fewer_distinct_rows_than_clusters_are_each_one(Linkage linkage)
    {
        var model = Fit(linkage, 4, 1, 2, 1, 9, 9, 9);
        Assert.Equal(3, model.K);
        Assert.Equal([1, 2, 1, 0, 0, 0], model.Labels);
        Assert.Equal([0, 0], Fit(linkage, 2, 5, 5).Labels);
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void Huge_tiny_and_far_values_keep_their_clusters(Linkage linkage)
    {
        double[] line = [0, 1, 2, 10, 11, 30];
        int[] expected = [0, 0, 0, 1, 1, 2];
        foreach (var (factor, offset) in ((double, double)[])[(1, 0), (1e155, 0), (1e300, 0), (1e-170, 0), (1e-300, 0), (1, 1e15), (1, -1e9)])
        {
            var model = Fit(linkage, 3, [.. line.Select(v => (v * factor) + offset)]);
            Assert.Equal(expected, model.Labels);
            Assert.Equal(expected, model.Assign(new([.. line.Select(v => (v * factor) + offset)], 6, 1)));
            Assert.All(model.Tree.Merges.ToArray(), m => Assert.True(m.Height > 0 && double.IsFinite(m.Height)));
        }
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void One_point_far_off_leaves_the_others_alone(Linkage linkage)
    {
        Assert.Equal([0, 0, 0, 1, 1, 2, 3], Fit(linkage, 4, 0, 1, 2, 10, 11, 30, 1e15).Labels);
        var model = Fit(linkage, 2, 1, 2, 3);
        Assert.Equal([model.Labels[2], model.Labels[0]], model.Assign(new([1e12, -1e12], 2, 1)));

        // So far off that all rows are equally far: the first.
        Assert.Equal([model.Labels[0], model.Labels[0]], model.Assign(new([1e300, -double.MaxValue], 2, 1)));
    }

    [Fact]
    public void Rows_that_differ_in_their_last_bits_find_themselves()
    {
        double[] line = [0, 1e-200, 3e-200, 1];
        var model = Fit(Linkage.Single, 4, line);
        Assert.Equal(4, model.Labels.Distinct().Count());
        Assert.Equal(model.Labels, model.Assign(new(line, 4, 1)));
        Assert.Equal(model.Labels[2], model.Assign(new([2.9e-200], 1, 1))[0]);
    }

    [Fact]
    public void Wrong_calls_are_refused_by_value()
    {
        var clusterer = new HierarchicalClusterer(new());
        Assert.Contains("Row 1, column 0", Assert.Throws<ArgumentException>(() => clusterer.Fit(new([0, double.NaN], 2, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("Row 0, column 1", Assert.Throws<ArgumentException>(() => clusterer.Fit(new([0, double.PositiveInfinity], 1, 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => clusterer.Fit(new([], 0, 1)));
        Assert.Throws<ArgumentException>(() => clusterer.Fit(new([1, 2], 2, 1), [1]));
        Assert.Throws<ArgumentException>(() => clusterer.Fit(new([1, 2], 2, 1), [0, 0]));
        Assert.Throws<ArgumentException>(() => clusterer.Fit(new([1, 2], 2, 1), [1, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HierarchicalOptions { K = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new HierarchicalOptions { Height = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new HierarchicalOptions { Height = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new HierarchicalOptions { Linkage = (Linkage)9 });
        var model = clusterer.FitTree(new([1, 2], 2, 1));
        Assert.Throws<ArgumentException>(() => model.Assign(new([1, 2], 1, 2)));
        Assert.Throws<ArgumentException>(() => model.Assign(new([double.NaN], 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Tree.Cut(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Tree.CutAt(double.NaN));
    }

    [Fact]
    public void A_matrix_that_does_not_fit_is_refused_before_it_is_made()
    {
        var rows = new Matrix(new double[1_000_000], 1_000_000, 1);
        var limit = new FitContext { MemoryLimit = 16L << 30 };
        var refusal = Assert.Throws<MemoryLimitException>(() => new HierarchicalClusterer(new() { Linkage = Linkage.Average }).Fit(rows, null, limit));
        Assert.StartsWith("Average linkage of 1,000,000 rows needs 4,000.", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("ward", refusal.Instead, StringComparison.Ordinal);
        Assert.True(new HierarchicalClusterer(new() { Linkage = Linkage.Ward }).Bytes(200_000, 8) < 2e9);
        Assert.Equal(1, new HierarchicalClusterer(new()).Fit(rows, null, limit).K);
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void Progress_rises_to_1_and_a_fit_can_be_stopped(Linkage linkage)
    {
        var x = (new Case(Shape.Blobs, 3000, 3, 5, 1)).Matrix();
        var heard = new Steps();
        new HierarchicalClusterer(new() { Linkage = linkage }).Fit(x, null, new() { Progress = heard });
        Assert.True(heard.Seen.Count > 3);
        Assert.Equal((0, 1), (heard.Seen[0], heard.Seen[^1]));
        Assert.Equal(heard.Seen.Order(), heard.Seen);

        using var stop = new CancellationTokenSource();
        var stopped = new Steps { At = () => stop.Cancel() };
        Assert.ThrowsAny<OperationCanceledException>(() => new HierarchicalClusterer(new() { Linkage = linkage }).Fit(x, null, new() { Progress = stopped, Cancellation = stop.Token }));
    }

    [Theory]
    [InlineData("\"left\":[0,2]", "\"left\":[0,0]")]
    [InlineData("\"right\":[1,3]", "\"right\":[1,4]")]
    [InlineData("\"weights\":[1,1,1]", "\"weights\":[1,0,1]")]
    [InlineData("\"heights\":[1,", "\"heights\":[-1,")]
    [InlineData("\"labels\":[0,0,0]", "\"labels\":[0,0,1]")]
    [InlineData("\"labels\":[0,0,0]", "\"labels\":[0,0]")]
    public void Damaged_models_are_refused(string right, string wrong)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) ClusterModels.Write(Fit(Linkage.Single, 1, 0, 1, 3), json);
        var text = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains(right, text, StringComparison.Ordinal);
        using var damaged = JsonDocument.Parse(text.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Throws<FormatException>(() => ClusterModels.Read(damaged.RootElement));
    }

    private sealed class Steps : IProgress<double>
    {
        public List<double> Seen { get; } = [];

        public Action? At { get; init; }

        public void Report(double value)
        {
            lock (Seen) Seen.Add(value);
            At?.Invoke();
        }
    }
}
