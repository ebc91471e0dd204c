using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Clientele.Numerics;
using Clientele.Numerics.Hierarchical;

namespace Clientele.Bench.Numerics;

/// <summary>One tree of a table of doubles, for bench/compare: <c>trees FILE COLUMNS LINKAGE K OUT [THREADS [ROUNDS]]</c>.</summary>
internal static class TreeSpeed
{
    /// <summary>Prints the seconds of the fit; OUT receives the seconds, the last height, the sum of heights and the sizes of the K clusters, a number a line.</summary>
    public static void Run(string[] args, TextWriter output)
    {
        var bytes = File.ReadAllBytes(args[0]);
        var columns = int.Parse(args[1], CultureInfo.InvariantCulture);
        var x = new Matrix(MemoryMarshal.Cast<byte, double>(bytes).ToArray(), bytes.Length / 8 / columns, columns);
        var options = new HierarchicalOptions { Linkage = Enum.Parse<Linkage>(args[2], ignoreCase: true), K = int.Parse(args[3], CultureInfo.InvariantCulture) };
        var context = new FitContext { Threads = args.Length > 5 ? int.Parse(args[5], CultureInfo.InvariantCulture) : 0 };
        var rounds = args.Length > 6 ? int.Parse(args[6], CultureInfo.InvariantCulture) : 1;
        using var process = Process.GetCurrentProcess();
        for (var round = 0; round < rounds; round++)
        {
            var before = process.TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            var model = new HierarchicalClusterer(options).FitTree(x, null, context);
            watch.Stop();
            process.Refresh();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{args[2]} {x.Rows} x {columns}: {watch.Elapsed.TotalSeconds:F3} s, cpu {(process.TotalProcessorTime - before).TotalSeconds:F3} s, peak {process.PeakWorkingSet64 >> 20} MiB"));
            var (heights, sizes) = (0.0, new int[model.K]);
            foreach (var merge in model.Tree.Merges) heights += merge.Height;
            foreach (var label in model.Labels) sizes[label]++;
            File.WriteAllLines(args[4], [.. ((double[])[watch.Elapsed.TotalSeconds, model.Tree.Merges[^1].Height, heights]).Select(v => v.ToString("R", CultureInfo.InvariantCulture)), .. sizes.Select(s => s.ToString(CultureInfo.InvariantCulture))]);
        }
    }
}
