using Clientele.Numerics;
using Clientele.Numerics.Clustering;

namespace Clientele.Tests.Numerics.Clustering;

/// <summary>Data that has undone other programs, and callers who ask for the impossible.</summary>
public sealed class CentreEdgeTests
{
    private static IEnumerable<IClusterer> Methods(int k) => CentreMethods.All(new(Shape.Blobs, 1, 1, k, 3));

    [Theory]
    [InlineData(1e155)]
    [InlineData(1e300)]
    [InlineData(1e-170)]
    [InlineData(1e-310)]
    public void Huge_and_tiny_values_keep_their_clusters(double unit)
    {
        Matrix x = new([1 * unit, 2 * unit, 3 * unit, 100 * unit, 101 * unit, 102 * unit, 103 * unit], 7, 1);
        foreach (var method in Methods(2))
        {
            var fit = method.Of(x);
            Assert.Equal([1, 1, 1, 0, 0, 0, 0], fit.Labels);
            Assert.True(double.IsFinite(fit.Inertia) && fit.Centres.All(double.IsFinite));
            Assert.Equal(fit.Labels, fit.Assign(x));
            Assert.Equal(fit.Labels, CentreMethods.Again(fit).Assign(x));
        }
    }

    [Theory]
    [InlineData(1e15)]
    [InlineData(-1e15)]
    public void A_wild_value_does_not_harm_the_others(double wild)
    {
        foreach (var method in Methods(3))
        {
            if (method is MiniBatchClusterer) continue; // It sees few rows only; that the wild one is alone, it cannot promise.
            Assert.Equal([2, 1, 1, 1, 0, 0, 0, 0], method.Of(new([wild, 10, 11, 12, 500, 501, 502, 503], 8, 1)).Labels);
        }
    }

    [Fact]
    public void Fewer_distinct_rows_than_clusters_are_all_apart()
    {
        foreach (var method in Methods(5))
        {
            var fit = method.Of(new([1, 1, 2, 2, 3, 3, 3], 7, 1));
            Assert.Equal((3, 0.0), (fit.K, fit.Inertia));
            Assert.Equal([3, 1, 2], fit.Centres);
            Assert.Equal([1, 1, 2, 2, 0, 0, 0], fit.Labels);
            Assert.Equal(1, method.Of(new([7, 7, 7, 7], 2, 2)).K);
            Assert.Equal([0], method.Of(new([7], 1, 1)).Labels);
            Assert.Equal([0, 0], method.Of(new([-0.0, 0.0], 2, 1)).Labels);
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_refused_by_place(double value)
    {
        var ok = new KMeansClusterer(new() { K = 1 }).Fit(new([1, 2], 1, 2));
        foreach (var method in Methods(2))
        {
            var message = Assert.Throws<ArgumentException>(() => method.Fit(new([1, 2, 3, 4, 5, value], 3, 2))).Message;
            Assert.Contains("Row 2, column 1", message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => ok.Assign(new([1, value], 1, 2)));
        Assert.Throws<ArgumentException>(() => ok.Assign(new([1, 2, 3], 1, 3)));
        Assert.Empty(ok.Assign(new([], 0, 2)));
    }

    [Fact]
    public void Too_little_memory_is_said_before_it_is_taken()
    {
        foreach (var method in Methods(2))
        {
            var trouble = Assert.Throws<MemoryLimitException>(() => method.Fit(new([1, 2, 3], 3, 1), null, new() { MemoryLimit = 1000 }));
            Assert.Equal(method.Bytes(3, 1), trouble.Needed);
            Assert.Contains("sample", trouble.Instead, StringComparison.Ordinal);
            Assert.True(method.Bytes(2_000_000, 8) > method.Bytes(1_000_000, 8));
        }
    }

    [Fact]
    public void Progress_rises_to_one_and_cancelling_stops()
    {
        var x = new Case(Shape.Retail, 3000, 3, 6, 1).Matrix();
        foreach (var method in Methods(6))
        {
            var told = new Told();
            method.Fit(x, null, new() { Threads = 2, Progress = told });
            Assert.Equal(1, told.Shares[^1]);
            Assert.All(told.Shares.Zip(told.Shares.Skip(1)), pair => Assert.True(pair.First < pair.Second));
            using var source = new CancellationTokenSource();
            source.Cancel();
            Assert.ThrowsAny<OperationCanceledException>(() => method.Fit(x, null, new() { Threads = 2, Cancellation = source.Token }));
        }
    }

    [Fact]
    public void Options_cannot_be_wrong()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new KMeansOptions { Start = (KMeansStart)7 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new KMeansOptions { Form = (KMeansForm)(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MiniBatchOptions { BatchRows = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MiniBatchOptions { LeastShare = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MiniBatchOptions { LeastShare = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BisectingOptions { Starts = 0 });
        Assert.Throws<ArgumentNullException>(() => new KMeansClusterer(null!));
        Assert.Throws<ArgumentNullException>(() => new BisectingClusterer(null!));
        Assert.Throws<ArgumentNullException>(() => new MiniBatchClusterer(null!));
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value)
        {
            lock (Shares) Shares.Add(value);
        }
    }
}
