using System.Diagnostics;
using System.Globalization;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Density;
using Clientele.Numerics.Medoids;
using Clientele.Numerics.Mixtures;

namespace Clientele.Bench.Numerics;

/// <summary>
/// One fit of a mixture, of a density method or of medoids in a process of its own, for bench/compare/numerics_mixture.py:
/// <c>mixture WORK FILE COLUMNS A B</c>. The file holds little-endian doubles row by row; one line of JSON says seconds and what was found.
/// </summary>
internal static class MixtureRun
{
    private const int WarmRows = 2000;

    public static int Run(string[] args)
    {
        var (work, columns) = (args[0], int.Parse(args[2], CultureInfo.InvariantCulture));
        var values = Read(args[1]);
        var x = new Matrix(values, values.Length / columns, columns);
        var (a, b) = (double.Parse(args[3], CultureInfo.InvariantCulture), int.Parse(args[4], CultureInfo.InvariantCulture));
        IClusterer clusterer = work switch
        {
            "dbscan" => new Dbscan(new() { Epsilon = a, MinPoints = b }),
            "hdbscan" => new Hdbscan(new() { MinClusterSize = (int)a, MinSamples = b }),
            "kmedoids" => new KMedoids(new() { K = (int)a, Seed = (ulong)b }),

            // The peer adds 1e-6 to variances that are about 10 here.
            _ => new GaussianMixture(new() { Regularization = 1e-7, K = (int)a, Covariance = Enum.Parse<CovarianceShape>(work, ignoreCase: true), Starts = 1, Tolerance = 1e-3, MaxIterations = b }),
        };

        // Compiled beforehand, as a published build is.
        clusterer.Fit(new(values[..Math.Min(values.Length, WarmRows * columns)], Math.Min(x.Rows, WarmRows), columns));
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var model = clusterer.Fit(x);
        var (seconds, cpu) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        var noise = model.Labels.Count(l => l < 0);
        var (score, rounds) = model switch
        {
            GaussianMixtureModel mixture => (mixture.LogLikelihood / x.Rows, mixture.Iterations),
            KMedoidsModel medoids => (medoids.TotalDistance, medoids.Rounds),
            _ => (noise, 0),
        };
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"seconds\": {seconds:F4}, \"cpu\": {cpu:F4}, \"clusters\": {model.K}, \"noise\": {noise}, \"score\": {score:R}, \"rounds\": {rounds}}}"));
        return 0;
    }

    private static double[] Read(string file)
    {
        var values = new double[new FileInfo(file).Length / sizeof(double)];
        using var stream = File.OpenRead(file);
        stream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
