using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Validity;

namespace Clientele.Bench.Numerics;

/// <summary>
/// One piece of work on a file of doubles, as bench/compare/numerics_kmeans.py asks for it: what was found and the seconds of each
/// repetition, wall and CPU, without reading the file.
/// </summary>
/// <remarks><c>centres METHOD FILE ROWS COLUMNS K STARTS REPEATS OUT</c> with kmeans, kmeans-parallel, minibatch or bisecting, and
/// <c>silhouette FILE ROWS COLUMNS K LABELS REPEATS OUT</c>; labels are 32-bit integers.</remarks>
internal static class CentreRuns
{
    public static bool Try(string[] args)
    {
        if (args is ["centres", var method, var file, var rows, var columns, var k, var starts, var repeats, var to])
        {
            var x = Read(file, Number(rows), Number(columns));
            var clusterer = Clusterer(method, Number(k), Number(starts));
            Repeat(Number(repeats), to, () => clusterer.Fit(x), static (json, found) =>
            {
                var model = (CentreModel)found;
                json.WriteNumber("inertia", model.Inertia);
                json.WriteNumber("iterations", model.Iterations);
                json.WriteBoolean("converged", model.Converged);
            });
            return true;
        }

        if (args is ["silhouette", var data, var n, var d, var clusters, var labelFile, var times, var target])
        {
            var x = Read(data, Number(n), Number(d));
            var labels = MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(labelFile))[..x.Rows].ToArray();
            Repeat(Number(times), target, () => Silhouette.Exact(x, labels, Number(clusters), new FitContext()), static (json, found) =>
                json.WriteNumber("silhouette", ((SilhouetteScores)found).Mean));
            return true;
        }

        return false;
    }

    private static IClusterer Clusterer(string method, int k, int starts) => method switch
    {
        "kmeans" => new KMeansClusterer(new() { K = k, Starts = starts }),
        "kmeans-parallel" => new KMeansClusterer(new() { K = k, Starts = starts, Start = KMeansStart.Parallel }),
        "minibatch" => new MiniBatchClusterer(new() { K = k, Starts = starts }),
        "bisecting" => new BisectingClusterer(new() { K = k, Starts = starts }),
        _ => throw new ArgumentException($"There is no method {method}.", nameof(method)),
    };

    private static Matrix Read(string file, int rows, int columns)
    {
        var values = new double[rows * columns];
        using var stream = File.OpenRead(file);
        stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return new(values, rows, columns);
    }

    private static void Repeat(int times, string to, Func<object> work, Action<Utf8JsonWriter, object> write)
    {
        using var process = Process.GetCurrentProcess();
        var (wall, cpu, found) = (new double[times], new double[times], new object());
        for (var i = 0; i < times; i++)
        {
            process.Refresh();
            var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
            found = work();
            wall[i] = watch.Elapsed.TotalSeconds;
            process.Refresh();
            cpu[i] = (process.TotalProcessorTime - before).TotalSeconds;
        }

        using var stream = File.Create(to);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        write(json, found);
        json.WriteStartArray("seconds");
        foreach (var seconds in wall) json.WriteNumberValue(seconds);
        json.WriteEndArray();
        json.WriteStartArray("cpu");
        foreach (var seconds in cpu) json.WriteNumberValue(seconds);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
