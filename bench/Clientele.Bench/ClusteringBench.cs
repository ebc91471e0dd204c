using BenchmarkDotNet.Attributes;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Validity;

namespace Clientele.Bench;

/// <summary>The two kernels that a segmentation of customers spends its time in, on groups that overlap.</summary>
[MemoryDiagnoser]
public class ClusteringBench
{
    private const int Features = 3;

    private Matrix _customers = new([], 0, Features);
    private int[] _labels = [];

    [Params(4_000, 40_000)]
    public int Customers { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var chance = new Random(1);
        var values = new double[Customers * Features];
        for (var i = 0; i < values.Length; i++) values[i] = i / Features % 5 + Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(Math.Tau * chance.NextDouble());
        _customers = new Matrix(values, Customers, Features);
        _labels = KMeans.Fit(_customers, new KMeansOptions { Starts = 1 }).Labels;
    }

    [Benchmark]
    public double KMeansOfTenStarts() => KMeans.Fit(_customers, new KMeansOptions()).Inertia;

    [Benchmark]
    public double ExactSilhouette() => Silhouette.Exact(_customers, _labels, 5, threads: 0).Mean;
}
