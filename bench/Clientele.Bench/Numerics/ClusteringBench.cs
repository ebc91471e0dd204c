using BenchmarkDotNet.Attributes;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Validity;

namespace Clientele.Bench.Numerics;

/// <summary>The search for k on data the size of a real shop's, and the plain form beside the fast one.</summary>
public class ClusteringBench
{
    private Matrix _x = new([0], 1, 1);
    private Points _points = new(new([0], 1, 1));
    private (int[] Labels, int K)[] _partitions = [];

    [Params(4338, 50_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var draws = new Draws(1, 3, 0);
        var values = new double[Rows * 3];
        for (var i = 0; i < values.Length; i++)
        {
            // Twelve uniform draws less six are near enough to a normal one.
            for (var t = 0; t < 12; t++) values[i] += draws.Uniform(i, t);
            values[i] += 2 * Math.Floor(4 * draws.Uniform(i / 3, 12 + (i % 3)));
        }

        _x = new(values, Rows, 3);
        _points = new(_x);
        var fits = KMeans.FitRange(_x, 2, 10, new() { Starts = 1 });
        _partitions = new (int[], int)[fits.Count];
        for (var i = 0; i < fits.Count; i++) _partitions[i] = (fits[i].Labels, fits[i].K);
    }

    [Benchmark]
    public IReadOnlyList<KMeansFit> Search_2_to_10_with_10_starts() => KMeans.FitRange(_x, 2, 10, new() { Starts = 10 });

    [Benchmark]
    public double[] Silhouettes_of_nine_partitions() => Silhouette.ExactMeans(_x, _partitions, 0);

    [Benchmark]
    public object One_start_plain() => PlainKMeans.FromDraws(_points, 8, new(0, 8, 0), 20);

    [Benchmark]
    public object One_start_fast() => new Descent(_points, 8, null, default).FromDraws(8, new(0, 8, 0), 20);
}
