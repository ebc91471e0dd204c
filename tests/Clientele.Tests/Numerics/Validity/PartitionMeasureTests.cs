using Clientele.Numerics;
using Clientele.Numerics.Validity;

namespace Clientele.Tests.Numerics.Validity;

public sealed class PartitionMeasureTests
{
    [Fact]
    public void Iris_is_as_scikit_learn_has_it()
    {
        foreach (var partition in References.Python.GetProperty("iris-partitions").GetProperty("partitions").EnumerateArray())
        {
            var labels = References.Integers(partition.GetProperty("labels"));
            void Same(string name, double value) => Assert.Equal(1, value / partition.GetProperty(name).GetDouble(), 1e-10);
            Same("inertia", Inertia.Of(References.Iris, labels));
            Same("calinskiHarabasz", CalinskiHarabasz.Of(References.Iris, labels));
            Same("daviesBouldin", DaviesBouldin.Of(References.Iris, labels));
        }
    }

    // FACTS of the project: recomputed with R 4.2.2, printed to these digits.
    [Theory]
    [InlineData(2, 152.34795, 513.92455)]
    [InlineData(3, 78.851441, 561.62776)]
    [InlineData(4, 57.228473, 530.76581)]
    [InlineData(5, 46.446182, 495.54149)]
    [InlineData(6, 39.039987, 473.85061)]
    public void Iris_is_as_R_has_it(int k, double inertia, double ratio)
    {
        var labels = Clientele.Numerics.Clustering.KMeans.Fit(References.Iris, new() { K = k, Starts = 50, Threads = 1 }).Labels;
        Assert.Equal(inertia, Inertia.Of(References.Iris, labels), 5e-6 * inertia);
        Assert.Equal(ratio, CalinskiHarabasz.Of(References.Iris, labels), 5e-6);
        if (k == 3) Assert.Equal(0.66197155, DaviesBouldin.Of(References.Iris, labels), 5e-9);
    }

    [Fact]
    public void Dunn_of_iris_is_as_R_has_it()
    {
        var dunn = References.R.GetProperty("dunn");
        foreach (var (labels, value) in dunn.GetProperty("labels").EnumerateArray().Zip(References.Doubles(dunn.GetProperty("dunn"))))
            Assert.Equal(value, Dunn.Of(References.Iris, References.Integers(labels)), 1e-12);
    }

    [Fact]
    public void Fast_forms_are_the_plain_ones() => Case.Check(1000, c =>
    {
        var (x, labels, weights) = Any(c);
        var used = labels.Where((l, i) => l >= 0 && weights[i] > 0).Distinct().Count();
        if (used < 2) return double.IsNaN(CalinskiHarabasz.Of(x, labels, weights)) && double.IsNaN(DaviesBouldin.Of(x, labels, weights));
        var free = weights.Where((_, i) => labels[i] >= 0).Sum() > used;
        var size = x.Values.Max(Math.Abs);
        return Close(Inertia.Of(x, labels, weights), PlainMeasures.Inertia(x, labels, weights), 1e-20 * size * size)
            && (!free || Close(CalinskiHarabasz.Of(x, labels, weights), PlainMeasures.CalinskiHarabasz(x, labels, weights)))
            && Close(DaviesBouldin.Of(x, labels, weights), PlainMeasures.DaviesBouldin(x, labels, weights))
            && (labels.Where(l => l >= 0).Distinct().Count() < 2 || Close(Dunn.Of(x, labels), PlainMeasures.Dunn(x, labels)));
    });

    [Fact]
    public void Order_names_threads_and_units_change_nothing() => Case.Check(300, c =>
    {
        var (x, labels, weights) = Any(c);
        var order = Oracle.Shuffled(x.Rows, c.Seed);
        int[] renamed = [.. labels.Select(l => l < 0 ? l : 900 - (13 * l))];
        var (mixed, mixedWeights) = (Oracle.Rows(x, order), order.Select(i => weights[i]).ToArray());
        int[] mixedLabels = [.. order.Select(i => renamed[i])];
        var halved = Oracle.Map(x, static v => v / 1024);
        double[] Of(Matrix m, int[] l, double[] w, int threads) =>
            [Inertia.Of(m, l, w), CalinskiHarabasz.Of(m, l, w), DaviesBouldin.Of(m, l, w), Dunn.Of(m, l, new() { Threads = threads })];
        var here = Of(x, labels, weights, 1);
        return here.Zip(Of(mixed, mixedLabels, mixedWeights, 3)).All(p => Close(p.First, p.Second))
            && here.Skip(1).Zip(Of(halved, labels, weights, 2).Skip(1)).All(p => p.First.Equals(p.Second))
            && Inertia.Of(halved, labels, weights) == here[0] / 1024 / 1024;
    });

    [Fact]
    public void A_weight_is_so_many_copies_and_noise_is_absent() => Case.Check(500, c =>
    {
        var (x, labels, _) = Any(c);
        var random = new Random(c.Seed);
        double[] weights = [.. labels.Select(_ => (double)random.Next(4))];
        weights[0] = 2;
        int[] copies = [.. Enumerable.Range(0, x.Rows).SelectMany(i => Enumerable.Repeat(i, labels[i] < 0 ? 0 : (int)weights[i]))];
        if (copies.Length == 0) return true;
        int[] copied = [.. copies.Select(i => labels[i])];
        var many = Oracle.Rows(x, copies);
        return Close(Inertia.Of(x, labels, weights), Inertia.Of(many, copied), 1e-20 * x.Values.Max(v => v * v))
            && Close(CalinskiHarabasz.Of(x, labels, weights), CalinskiHarabasz.Of(many, copied))
            && Close(DaviesBouldin.Of(x, labels, weights), DaviesBouldin.Of(many, copied));
    });

    [Theory]
    [InlineData(1e155)]
    [InlineData(1e-170)]
    public void Huge_and_tiny_units_are_no_matter(double unit)
    {
        var (x, far) = (new Matrix([0, 1, 5, 7], 4, 1), new Matrix([0, unit, 5 * unit, 7 * unit], 4, 1));
        int[] labels = [0, 0, 1, 1];
        Assert.Equal(CalinskiHarabasz.Of(x, labels), CalinskiHarabasz.Of(far, labels), 1e-12);
        Assert.Equal(DaviesBouldin.Of(x, labels), DaviesBouldin.Of(far, labels), 1e-12);
        Assert.Equal(2, Dunn.Of(far, labels), 1e-12);
        Assert.True(double.IsFinite(Inertia.Of(far, labels)));
    }

    [Fact]
    public void Edges_are_stated()
    {
        var x = new Matrix([1, 1, 3, 3], 4, 1);
        Assert.True(double.IsPositiveInfinity(CalinskiHarabasz.Of(x, [0, 0, 1, 1])));
        Assert.True(double.IsPositiveInfinity(Dunn.Of(x, [0, 0, 1, 1])));
        Assert.Equal(0, DaviesBouldin.Of(x, [0, 0, 1, 1]));
        Assert.True(double.IsPositiveInfinity(DaviesBouldin.Of(x, [0, 1, 1, 0])));
        Assert.True(double.IsNaN(CalinskiHarabasz.Of(x, [0, 0, 0, 0])));
        Assert.True(double.IsNaN(CalinskiHarabasz.Of(x, [0, 1, 2, 3])));
        Assert.True(double.IsNaN(Dunn.Of(x, [-1, 0, 0, 0])));
        Assert.Equal(0, Inertia.Of(x, [-1, -1, -1, -1]));
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => Inertia.Of(x, [0, -2, 0, 0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Dunn.Of(x, [0, 1]));
    }

    private static (Matrix X, int[] Labels, double[] Weights) Any(Case c)
    {
        // Steps of 1/1024 and whole weights: what coincides, coincides in the plain sums, too.
        var (x, random) = (Oracle.Map((c with { Rows = c.Rows + 3 }).Matrix(), static v => Math.Round(v * 1024) / 1024), new Random(c.Seed + 1));
        int[] labels = [.. Enumerable.Range(0, x.Rows).Select(_ => random.Next(-1, c.K + 1))];
        double[] weights = [.. labels.Select(_ => (double)random.Next(4))];
        (labels[0], weights[0]) = (0, 1);
        return (x, labels, weights);
    }

    // Roundings of the plain sums grow with the distance of the data from 0; the fast ones take it off first.
    private static bool Close(double a, double b, double floor = 0) => a.Equals(b) || Math.Abs(a - b) <= (1e-12 * Math.Max(Math.Abs(a), Math.Abs(b))) + floor;
}
